import type { Moment } from '#core/terms/moment.ts';
import type { Cast } from './founding/company.ts';
import type { InventedAbsence } from './organisation.ts';

/** Absences of each person. */
export type AwayTable = ReadonlyMap<Cast, readonly InventedAbsence[]>;

export function awayTable(absences: readonly InventedAbsence[]): AwayTable {
  return Map.groupBy(absences, ({ person }) => person);
}

export function away(table: AwayTable, person: Cast, at: Moment): boolean {
  return (table.get(person) ?? []).some(({ from, to }) => from <= at && at < to);
}

/** Those of them who are there; all, where nobody is. */
export function present(table: AwayTable, people: readonly Cast[], at: Moment): readonly Cast[] {
  const there = people.filter((one) => !away(table, one, at));
  return there.length > 0 ? there : people;
}
