import type { Fact } from '#core/facts/fact.ts';
import { DAY } from '#core/terms/moment.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export const ABSENCES: Sheet = {
  kind: 'absences',
  name: 'Absences (CSV)',
  gives: ['absences'],
  unkept: true,
  reads: 'Who is away from when to when. Why is theirs: whatever else the file says is not taken.',
  columns: [
    { name: 'person', needed: true, says: 'Who is away.', example: 'ada@example.org' },
    { name: 'first_day', needed: true, says: 'First day away, or the moment it begins.', example: '2026-08-03' },
    { name: 'last_day', needed: true, says: 'Last day away, which counts; or the moment it ends.', example: '2026-08-14' },
    { name: 'what', says: '`leave`, `away` or `elsewhere` (at work, but not on this). No reasons.', example: 'leave' },
    { name: 'planned', says: 'Whether it was known beforehand: yes or no.', example: 'yes' },
  ],
  tell: absenceFacts,
};

/** Other systems write a day as its first moment: the last day counts all the same. With a zone it is the moment that it says. */
const MIDNIGHT = /[T ]0?0:00(?::00(?:[.,]0+)?)?$/;

function absenceFacts(row: SheetRow): readonly Fact[] {
  const [actor, at] = [row.neededPerson('person'), row.neededMoment('first_day')];
  const until = MIDNIGHT.test(row.text('last_day') ?? '') ? row.neededMoment('last_day') + DAY : row.end('last_day');
  if (until === undefined || until <= at) throw new RowProblem(until === undefined ? 'last_day is empty' : 'it ends before it begins');
  const what = (['leave', 'elsewhere'] as const).find((word) => word === row.text('what')?.toLowerCase()) ?? 'away';
  return [saidFact('away', { reference: `away:${actor}@${at}-${until}`, at, until, actor }, { what, planned: row.yes('planned') })];
}
