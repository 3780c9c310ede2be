import type { Draw } from '#core/chance/draw.ts';
import { DAY, HOUR, type Moment, type Window } from '#core/terms/moment.ts';

/** Days of a window, by their first moment in UTC, Mondays to Fridays. */
export function workingDays({ from, to }: Window): readonly Moment[] {
  const first = Math.ceil(from / DAY);
  return Array.from({ length: Math.max(0, Math.floor(to / DAY) - first) }, (_, i) => (first + i) * DAY).filter(isWorkingDay);
}

/** 1 January 1970 was a Thursday. */
export function isWorkingDay(moment: Moment): boolean {
  const weekday = (Math.floor(moment / DAY) + 3) % 7;
  return weekday < 5;
}

/** Some moment of that day between nine and half past five where they are. */
export function atWork(day: Moment, zone: number, draw: Draw): Moment {
  return Math.round(day + 9 * HOUR + draw.uniform() * 8.5 * HOUR - zone * 60);
}

/** So many working hours later: eight hours a day, Mondays to Fridays, from nine to five where they are. */
export function afterWorkingHours(from: Moment, hours: number, zone: number): Moment {
  let local = from + zone * 60;
  let left = hours * HOUR;
  for (;;) {
    const day = Math.floor(local / DAY) * DAY;
    const [opens, closes] = [day + 9 * HOUR, day + 17 * HOUR];
    const start = Math.max(local, opens);
    if (isWorkingDay(day) && start < closes) {
      if (start + left <= closes) return Math.round(start + left - zone * 60);
      left -= closes - start;
    }
    local = day + DAY;
  }
}

/** A waiting time with this median: log-normal, with a factor of about 2.2 either way. */
export function waits(median: number, draw: Draw): number {
  return median * Math.exp(0.8 * draw.normal());
}

/** A start somewhere in the window, by chance. */
export function sometime({ from, to }: Window, draw: Draw): Moment {
  return Math.round(from + draw.uniform() * (to - from));
}

export function chosen<T>(from: readonly T[], draw: Draw): T {
  return from[draw.index(from.length)]!;
}

/** One of them by these shares, which need not sum to one. */
export function byShare<T>(from: readonly T[], shares: readonly number[], draw: Draw): T {
  let left = draw.uniform() * from.reduce((sum, _, i) => sum + (shares[i] ?? 0), 0);
  for (const [i, one] of from.entries()) {
    left -= shares[i] ?? 0;
    if (left < 0) return one;
  }
  return from[0]!;
}
