import { observedMedian } from '#core/chance/observed.ts';
import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { isWithin, stretchOf } from '#core/signals/stretch.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { DAY, HOUR, type Moment, type Window } from '#core/terms/moment.ts';
import { type EndedIncident, endedIncidents } from './ended-by.ts';

/** The same trouble within this time is a repeat (R068). */
const REPEAT_WITHIN = 90 * DAY;
/** Fewest ended incidents before the window from which a usual time to end them is told. */
const LEAST_BEFORE = 8;

/**
 * # Ended quickly, back soon
 * What it says: incidents end as quickly as ever or quicker, and the same trouble comes back, with nobody new who can end it.
 * Formula: hits ÷ n. n = ended incidents of an area that say what trouble they are (fingerprint, key, alert and service). Hit = the same trouble
 *   had been there in the 90 days before. Raised when the low end passes 30 %, the median time to end is not surely above that of the area's own past
 *   year (the low end of its interval; at least 8 incidents), and nobody ended one in the window who had not before it. The time is never told without the other two.
 * Reading: high = speed hides that nothing was repaired and nobody learnt; low = what ends stays away, or more people can end it.
 * Source: essay C, “Speed of resolution and reduction of future risk are not the same thing” (R048); 90 days from R068; 30 % is the product's choice.
 * Weakness: alerts that are too eager repeat without any trouble behind them; likeness is what the source calls the same.
 */
export const speedWithoutRisk: Signal = {
  id: 'speed-without-risk',
  name: 'Ended quickly, back soon',
  requirements: ['R048', 'R084'],
  asks: 'Do incidents end quickly while the same trouble comes back and nobody new can end it?',
  needs: ['incidents'],
  measures: 'incidents that were the same trouble as another of the 90 days before ÷ incidents that somebody ended',
  unit: 'share',
  move: 'Review the trouble that came back most, and let somebody end the next one who never has.',
  personal: false,
  limits: { threshold: 0.3, least: 8, days: 180, risen: false },
  find: (scene, limits) => {
    const ended = endedIncidents(scene);
    const stretch = stretchOf(scene, speedWithoutRisk.needs, limits.days);
    const past = (told: ShareTold): Past =>
      pastOf(
        ended.filter(({ incident }) => incident.area === told.spot.area),
        stretch,
      );
    const provided = (told: ShareTold): boolean => {
      const { now, before, newHands } = past(told);
      return before !== null && now !== null && now.low <= before.value && newHands === 0;
    };
    const say = (told: ShareTold): string => sayPaired(told, past(told));
    return shareReadings({ scene, needs: speedWithoutRisk.needs, limits, say, provided }, repeatCases(ended));
  },
};

interface Past {
  /** Median hours to end an incident; null: too few. */
  readonly now: Estimate | null;
  readonly before: Estimate | null;
  readonly newHands: number;
}

function sayPaired({ shows, n, place }: ShareTold, { now, before, newHands }: Past): string {
  const usual = before === null ? '' : `, ${hours(before.value)} before`;
  const speed = now === null ? '' : `half of all were ended within ${hours(now.value)}${usual}; `;
  const able = newHands === 0 ? 'nobody new ended one' : `${newHands} ended one for the first time`;
  return `${shows} of ${n} ended incidents in ${place} were the same trouble again within 90 days; ${speed}${able}.`;
}

function hours(value: number): string {
  return value < 10 ? `${value.toFixed(1)} hours` : `${Math.round(value)} hours`;
}

function repeatCases(ended: readonly EndedIncident[]): readonly CountedCase[] {
  const last = new Map<string, Moment>();
  return ended.flatMap(({ incident: { item, area, likeness }, at }) => {
    if (likeness === null) return [];
    const key = `${area} ${likeness}`;
    const shows = at - (last.get(key) ?? -Infinity) <= REPEAT_WITHIN;
    last.set(key, at);
    return [{ item, at, area, shows, note: 'the same trouble again within 90 days', concerns: [] }];
  });
}

function pastOf(ended: readonly EndedIncident[], { window, before }: { readonly window: Window; readonly before: Window | null }): Past {
  const now = ended.filter(({ at }) => isWithin(at, window));
  const earlier = ended.filter(({ at }) => before !== null && isWithin(at, before));
  const known = new Set(earlier.map(({ by }) => by));
  return {
    now: now.length === 0 ? null : medianHours(now),
    before: earlier.length < LEAST_BEFORE ? null : medianHours(earlier),
    newHands: new Set(now.map(({ by }) => by).filter((by) => !known.has(by))).size,
  };
}

function medianHours(ended: readonly EndedIncident[]): Estimate {
  return observedMedian(ended.map(({ incident: { resolvedAt, openedAt } }) => (resolvedAt! - openedAt) / HOUR));
}
