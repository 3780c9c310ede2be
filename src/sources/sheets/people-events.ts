import type { Fact, Place } from '#core/facts/fact.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { cellHandles } from '#sources/cells/cell-person.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export const PEOPLE_EVENTS: Sheet = {
  kind: 'people',
  name: 'People (CSV)',
  gives: ['people'],
  reads: 'Who joined, left, leads or belongs to a team, and by which names other sources know them.',
  columns: [
    { name: 'person', needed: true, says: 'Name, address, or both as `Name <address>`.', example: 'Ada Example <ada@example.org>' },
    { name: 'event', needed: true, says: '`joined`, `left`, `leads` or `member` (of a team).', example: 'leads' },
    { name: 'date', needed: true, says: 'When it happened or began.', example: '2026-01-15' },
    { name: 'until', says: 'Last day of leading or belonging; empty while it lasts.', example: '' },
    { name: 'team', says: 'Which team, for `leads` and `member`.', example: 'payments' },
    { name: 'layer', says: 'For `leads`: lead, manager, director … as you say it.', example: 'lead' },
    { name: 'contract_ends', says: 'For `joined`: last day of a contract that ends.', example: '' },
    { name: 'specialist', says: 'For `joined`: a field that they were brought in for.', example: '' },
    { name: 'also', says: 'Handles elsewhere, separated by spaces.', example: 'github:octo-ada slack:U0123ABCD' },
  ],
  tell: peopleFacts,
};

function peopleFacts(row: SheetRow): readonly Fact[] {
  const [actor, at, event] = [row.neededPerson('person'), row.neededMoment('date'), row.needed('event').toLowerCase()];
  row.also(actor, cellHandles(row.text('also') ?? ''));
  const team = row.text('team');
  const place: Place | undefined = team === undefined ? undefined : `team:${team.toLowerCase()}`;
  const reference = `${event}:${actor}/${team?.toLowerCase() ?? ''}@${at}`;
  if (event === 'joined') {
    const detail = { contractEnds: row.end('contract_ends'), specialist: row.text('specialist') };
    return [saidFact('joined', { reference, at, actor, place }, detail)];
  }
  if (event === 'left') return [saidFact('left', { reference, at, actor, place })];
  if (event === 'leads') return [saidFact('leads', { reference, at, until: row.end('until'), actor, place }, { layer: row.text('layer') })];
  if (event !== 'member') throw new RowProblem(`${event} is none of joined, left, leads, member`);
  if (place === undefined) throw new RowProblem('team is empty');
  return [saidFact('member', { reference, at, until: row.end('until'), actor, place })];
}
