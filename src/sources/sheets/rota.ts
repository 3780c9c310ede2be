import type { Fact, Place } from '#core/facts/fact.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export const ROTA: Sheet = {
  kind: 'rota',
  name: 'Rota (CSV)',
  gives: ['rota'],
  reads: 'Who is on call when, for which schedule, and who stood in.',
  columns: [
    { name: 'person', needed: true, says: 'Who is on call.', example: 'ada@example.org' },
    { name: 'schedule', needed: true, says: 'Name of the schedule, or `service:` and the name of a service.', example: 'payments primary' },
    { name: 'from', needed: true, says: 'When the shift begins.', example: '2026-02-02T09:00+01:00' },
    { name: 'until', needed: true, says: 'When it ends; a date alone counts as a whole day.', example: '2026-02-09T09:00+01:00' },
    { name: 'level', says: '1 is called first.', example: '1' },
    { name: 'stands_in', says: 'Whether it stands in for the rota: yes or no.', example: 'no' },
  ],
  tell: shiftFacts,
};

function shiftFacts(row: SheetRow): readonly Fact[] {
  const [actor, at, schedule, until] = [row.neededPerson('person'), row.neededMoment('from'), row.needed('schedule'), row.end('until')];
  if (until === undefined || until <= at) throw new RowProblem(until === undefined ? 'until is empty' : 'it ends before it begins');
  const place: Place = /^(schedule|service):\S/.test(schedule) ? (schedule as Place) : `schedule:${schedule}`;
  const detail = { level: row.whole('level'), override: row.yes('stands_in') };
  return [saidFact('on-shift', { reference: `on-shift:${place}/${actor}@${at}-${until}`, at, until, actor, place }, detail)];
}
