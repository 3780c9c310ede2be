import type { Fact, Handle, Place } from '#core/facts/fact.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export const TICKETS: Sheet = {
  kind: 'tickets',
  name: 'Tickets (CSV)',
  gives: ['tickets'],
  reads: 'Who had a customer ticket first, to whom it was escalated and who ended it; not what it says.',
  columns: [
    { name: 'ticket', needed: true, says: 'Number or key of the ticket; unique.', example: '4711' },
    { name: 'customer', says: 'Who asked: a customer, not a person.', example: 'acme' },
    { name: 'about', says: 'The service or area that it is about.', example: 'checkout' },
    { name: 'opened', needed: true, says: 'When it was opened.', example: '2026-02-02T09:15Z' },
    { name: 'closed', says: 'When it was closed; empty while it is open.', example: '2026-02-03T16:40Z' },
    { name: 'first_assignee', says: 'Who had it first.', example: 'bo@example.org' },
    { name: 'final_handler', says: 'Who ended it.', example: 'Ada Example <ada@example.org>' },
    {
      name: 'escalated_to',
      says: 'To whom it was escalated, several in their order with ` > ` between them; empty where it was not.',
      example: 'cy@example.org > ada@example.org',
    },
    { name: 'escalated_through', says: 'Their layers, in the same order.', example: 'second line > engineering' },
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

/** More steps than anybody takes. */
const MOST_STEPS = 9;

function ticketFacts(row: SheetRow): readonly Fact[] {
  const ticket = row.needed('ticket');
  const item = `ticket:${ticket}`;
  const [customer, about] = [row.text('customer'), row.text('about')];
  const place: Place | undefined = customer === undefined ? undefined : `customer:${customer.toLowerCase()}`;
  const aboutPlace: Place | undefined = about === undefined ? place : `service:${about.toLowerCase()}`;
  const [opened, closed, layer] = [row.neededMoment('opened'), row.moment('closed'), row.text('layer')];
  const [first, final, to] = [row.person('first_assignee'), row.person('final_handler'), row.people('escalated_to')];
  const said = (what: string) => ({ reference: `${what}:${item}`, item });
  return [
    saidFact(
      'ticket-opened',
      { ...said('ticket-opened'), place, at: opened },
      { priority: row.text('priority'), escalation: to.length > 0 || undefined },
    ),
    ...(first === undefined
      ? []
      : [saidFact('ticket-assigned', { ...said('ticket-assigned'), place: aboutPlace, at: opened, other: first })]),
    ...stepsOf(row, to, first).map(({ step, ...one }) =>
      saidFact(
        'ticket-escalated',
        {
          item,
          place,
          reference: `ticket-escalated:${item}${step === 0 ? '' : `/${step + 1}`}`,
          at: one.at,
          actor: one.from,
          other: one.to,
        },
        { layer: one.layer, reason: oneWord(row) },
      ),
    ),
    ...(closed === undefined
      ? []
      : [saidFact('ticket-closed', { ...said('ticket-closed'), place: aboutPlace, at: closed, actor: final }, { layer })]),
  ];
}

/** One after the other, each from the one before; where no layers are written, the last came where the ticket ended. */
function stepsOf(row: SheetRow, to: readonly Handle[], first: Handle | undefined) {
  const layers = row.texts('escalated_through');
  if (to.length > MOST_STEPS) throw new RowProblem(`it was escalated more than ${MOST_STEPS} times`);
  if (layers.length > 0 && layers.length !== to.length)
    throw new RowProblem('escalated_through says more or fewer layers than escalated_to people');
  const at = row.moment('escalated_at') ?? row.moment('closed') ?? row.neededMoment('opened');
  return to.map((one, step) => ({
    step,
    at,
    to: one,
    from: step === 0 ? first : to[step - 1],
    layer: layers[step] ?? (step === to.length - 1 ? row.text('layer') : undefined),
  }));
}

function oneWord(row: SheetRow): string | undefined {
  return row.text('reason')?.split(' ')[0]?.slice(0, 40);
}
