import type { Scene } from '#core/scene/scene.ts';
import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import type { ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { DAY } from '#core/terms/moment.ts';
import { PACE_DAYS, paceCases, timesThePace, TWICE } from './pace-cases.ts';

/**
 * # More urgent work than before
 * What it says: urgent work comes far more often than it did.
 * Formula: hits ÷ n. n = urgent incidents, urgent threads and escalated tickets of the last 112 days. Hit = in the last 28 of them; a quarter of all at
 *   a constant pace, and 40 % at twice the pace of before, which the low end has to pass (the conditional test of two Poisson rates).
 * Reading: high = the moment at which one person starts to work nights is near: share the load before. Low = the usual pace, however high it is.
 * Source: essay D, “predictable moment in fast-growing teams… team is overloaded” (R089, second of three conditions); J. Przyborowski,
 *   H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31, 1940.
 * Weakness: one outage makes many incidents and threads, which are counted as if they came by themselves; a load that was always too high is not seen.
 */
export const overload: Signal = {
  id: 'overload',
  name: 'More urgent work than before',
  requirements: ['R089'],
  asks: 'Does urgent work come far more often than it did?',
  needs: ['incidents'],
  measures: 'urgent incidents, threads and escalations of the last four weeks ÷ those of the last sixteen',
  unit: 'share',
  move: 'Name a second person for the areas below, and put off what can wait, before the nights begin.',
  personal: false,
  limits: { threshold: TWICE, least: 12, days: PACE_DAYS, risen: false },
  find: (scene, limits) => {
    const { needs } = overload;
    const say = ({ place, shows, n }: ShareTold): string =>
      `Urgent work came to ${place} ${shows} times in the last four weeks, ${timesThePace(shows, n)}.`;
    return inAreasAndWhole({ scene, needs, limits, say }, paceCases({ scene, needs, limits }, urgentWork(scene)));
  },
};

/** Of families that began to be known within the window there is no pace of before: they are left out. */
function urgentWork({ incidents, threads, tickets, since, at }: Scene) {
  const known = (family: 'chat' | 'tickets'): boolean => (since[family] ?? at) <= at - PACE_DAYS * DAY;
  return [
    ...incidents.filter(({ urgent }) => urgent).map(({ item, openedAt, area }) => ({ item, at: openedAt, area, note: 'urgent incident' })),
    ...threads
      .filter(({ urgent }) => urgent && known('chat'))
      .map(({ item, at: asked, area }) => ({ item, at: asked, area, note: 'urgent thread' })),
    ...tickets
      .filter(({ escalations }) => escalations.length > 0 && known('tickets'))
      .map(({ item, escalations, area }) => ({ item, at: Math.min(...escalations.map((one) => one.at)), area, note: 'escalated ticket' })),
  ];
}
