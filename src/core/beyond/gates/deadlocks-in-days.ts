import { type DeadlockOrder, type MergeDeadlock, mergeDeadlocks } from '#core/owners/merge-deadlocks.ts';
import type { Window } from '#core/terms/moment.ts';
import type { AwayStretch } from './away-by-day.ts';

export interface DeadlockInDays extends MergeDeadlock {
  /** When, in order; null: on all of the days. */
  readonly days: readonly Window[] | null;
}

/** Deadlocks of each day by who is away on it. Two who are never away together leave no rule to nobody. For everybody comes before for one. */
export function deadlocksInDays(
  order: Omit<DeadlockOrder, 'away'>,
  stretches: readonly AwayStretch[],
  window: Window,
): readonly DeadlockInDays[] {
  const found = stretches.flatMap(({ from, to, away }) => mergeDeadlocks({ ...order, away }).map((deadlock) => ({ deadlock, from, to })));
  const same = Map.groupBy(found, ({ deadlock: { line, stuck, person } }) => `${line} ${stuck} ${person}`);
  return [...same.values()]
    .map((times): DeadlockInDays => {
      const days = joined(times);
      const isAlways = days.length === 1 && days[0]!.from <= window.from && days[0]!.to >= window.to;
      const byOverride = times.every(({ deadlock }) => deadlock.byOverride);
      return { ...times[0]!.deadlock, byOverride, days: isAlways ? null : days };
    })
    .toSorted((a, b) => a.line - b.line || Number(b.stuck === 'everybody') - Number(a.stuck === 'everybody'));
}

/** In order, and as few as they can be. */
export function joined(times: readonly Window[]): readonly Window[] {
  const days: Window[] = [];
  for (const { from, to } of times.toSorted((a, b) => a.from - b.from)) {
    const last = days.at(-1);
    if (last !== undefined && last.to >= from) days[days.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else days.push({ from, to });
  }
  return days;
}
