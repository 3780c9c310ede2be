import type { CountedCase, ShareQuestion } from '#core/signals/share-readings.ts';
import { stretchOf } from '#core/signals/stretch.ts';
import { DAY } from '#core/terms/moment.ts';

/** The last four weeks are set against the twelve before: at a constant pace they hold a quarter of what happened. */
const RECENT_DAYS = 28;
export const PACE_DAYS = 4 * RECENT_DAYS;
/** Share of the last four weeks at twice the pace of the twelve before: 2·28 ÷ (2·28 + 84). */
export const TWICE = 0.4;

type Happened = Omit<CountedCase, 'shows' | 'concerns'>;

/**
 * What happened in the window, counted by whether it fell into the last four weeks. Nothing where the window is not known as a whole: a pace
 * from before is missing then.
 */
export function paceCases(
  { scene, needs, limits: { days } }: Omit<ShareQuestion, 'say'>,
  happened: readonly Happened[],
): readonly CountedCase[] {
  const { window } = stretchOf(scene, needs, days);
  if (window.to - window.from < days * DAY) return [];
  const recent = window.to - (days / 4) * DAY;
  return happened.filter(({ at }) => at >= window.from).map((one) => ({ ...one, shows: one.at >= recent, concerns: [] }));
}

/** `2.6 times the pace of the twelve weeks before`. */
export function timesThePace(shows: number, n: number): string {
  return n === shows ? 'after twelve weeks of none' : `${((shows / (n - shows)) * 3).toFixed(1)} times the pace of the twelve weeks before`;
}
