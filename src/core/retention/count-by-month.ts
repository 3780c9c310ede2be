import { FLOOR } from '#core/cohorts/cohort.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { dateOf, type Moment } from '#core/terms/moment.ts';

/** What stays of acts past their term: how many there were in an area in a month. */
export interface AreaMonth {
  readonly area: number;
  /** `2024-06` */
  readonly month: string;
  readonly acts: number;
  /** How many people; null below the floor. */
  readonly people: number | null;
}

/** Acts from before a moment by area and month, without people, in order of area and month. */
export function countByMonth({ acts }: Evidence, ofFile: ArrayLike<number>, before: Moment): readonly AreaMonth[] {
  const cells = new Map<string, { readonly area: number; readonly month: string; acts: number; readonly people: Set<number> }>();
  for (let row = 0; row < acts.count && acts.at[row]! < before; row++) {
    const [area, month] = [ofFile[acts.file[row]!]!, dateOf(acts.at[row]!).slice(0, 7)];
    const key = `${area} ${month}`;
    const cell = cells.get(key) ?? { area, month, acts: 0, people: new Set<number>() };
    cell.acts += 1;
    cell.people.add(acts.person[row]!);
    cells.set(key, cell);
  }
  return [...cells.values()]
    .map(({ people, ...cell }) => ({ ...cell, people: people.size < FLOOR ? null : people.size }))
    .sort((a, b) => a.area - b.area || (a.month < b.month ? -1 : 1));
}
