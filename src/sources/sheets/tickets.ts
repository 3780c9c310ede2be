import type { Fact, Place } from '#core/facts/fact.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export const TICKETS: Sheet = {
  kind: 'tickets',
  name: 'Tickets (CSV)',
  gives: ['tickets'],
  reads: 'Who had a customer ticket first, to whom it was escalated and who ended it; not what it says.',
  columns: [
    { name: 'ticket', needed: true, says: 'Number or key of the ticket; unique.', example: '4711' },
    { name: 'customer', says: 'Who asked: a customer, not a person.', example: 'acme' },
    { name: 'opened', needed: true, says: 'When it was opened.', example: '2026-02-02T09:15Z' },
    { name: 'closed', says: 'When it was closed; empty while it is open.', example: '2026-02-03T16:40Z' },
    { name: 'first_assignee', says: 'Who had it first.', example: 'bo@example.org' },
    { name: 'final_handler', says: 'Who ended it.', example: 'Ada Example <ada@example.org>' },
    { name: 'escalated_to', says: 'To whom it was escalated; empty where it was not.', example: 'ada@example.org' },
    {
      name: 'escalated_at',
      says: 'When that was; without it the ticket’s end is taken, or its beginning while it is open.',
      example: '2026-02-02T11:00Z',
    },
    { name: 'layer', says: 'Where it ended, in your words: first line, engineering, management.', example: 'engineering' },
    { name: 'priority', says: 'As you write it.', example: 'high' },
    { name: 'reason', says: 'Why it was escalated, in one word.', example: 'knowledge' },
  ],
  tell: ticketFacts,
};

function ticketFacts(row: SheetRow): readonly Fact[] {
  const ticket = row.needed('ticket');
  const item = `ticket:${ticket}`;
  const customer = row.text('customer');
  const place: Place | undefined = customer === undefined ? undefined : `customer:${customer.toLowerCase()}`;
  const [opened, closed, layer] = [row.neededMoment('opened'), row.moment('closed'), row.text('layer')];
  const [first, final, to] = [row.person('first_assignee'), row.person('final_handler'), row.person('escalated_to')];
  const at = row.moment('escalated_at') ?? closed ?? opened;
  const escalation = to !== undefined;
  const said = (what: string) => ({ reference: `${what}:${item}`, item, place });
  return [
    saidFact(
      'ticket-opened',
      { ...said('ticket-opened'), at: opened },
      { priority: row.text('priority'), escalation: escalation || undefined },
    ),
    ...(first === undefined ? [] : [saidFact('ticket-assigned', { ...said('ticket-assigned'), at: opened, other: first })]),
    ...(escalation
      ? [saidFact('ticket-escalated', { ...said('ticket-escalated'), at, actor: first, other: to }, { layer, reason: oneWord(row) })]
      : []),
    ...(closed === undefined ? [] : [saidFact('ticket-closed', { ...said('ticket-closed'), at: closed, actor: final }, { layer })]),
  ];
}

function oneWord(row: SheetRow): string | undefined {
  return row.text('reason')?.split(' ')[0]?.slice(0, 40);
}
