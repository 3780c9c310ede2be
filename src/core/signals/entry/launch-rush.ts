import type { Scene } from '#core/scene/scene.ts';
import { shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { dateOf } from '#core/terms/moment.ts';
import { PACE_DAYS, paceCases, timesThePace, TWICE } from './pace-cases.ts';

/**
 * # A launch that one carries
 * What it says: an area is rolled out far more often than it was, and fewer than two people know it.
 * Formula: hits ÷ n per area. n = deployments of the last 112 days. Hit = in the last 28 of them; a quarter of all at a constant pace, and 40 % at twice
 *   the pace of before, which the low end has to pass (the conditional test of two Poisson rates). Raised only where fewer than two people know the
 *   area, or where that is not judged.
 * Reading: high = a launch is under way and rests on one pair of shoulders: name a second person now, not after the night. Low = the usual pace.
 * Source: essay D, “predictable moment in fast-growing teams… major client launch is wobbling” (R089, first of three conditions); J. Przyborowski,
 *   H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31, 1940.
 * Weakness: a launch is known from its deployments, not from its plan; a new way of deploying in small steps looks the same.
 */
export const launchRush: Signal = {
  id: 'launch-rush',
  name: 'A launch that one carries',
  requirements: ['R089'],
  asks: 'Is an area rolled out far more often than it was, while fewer than two people know it?',
  needs: ['deployments'],
  measures: 'deployments of the last four weeks ÷ deployments of the last sixteen',
  unit: 'share',
  move: 'Name a second person for the area before the launch, and let them do the next rollout.',
  personal: false,
  limits: { threshold: TWICE, least: 12, days: PACE_DAYS, risen: false },
  find: (scene, limits) => {
    const { needs } = launchRush;
    const say = ({ place, spot, shows, n }: ShareTold): string =>
      `There were ${shows} rollouts of ${place} in the last four weeks, ${timesThePace(shows, n)}; ${whoKnows(scene, spot.area!)}.`;
    const provided = ({ spot }: ShareTold): boolean => (scene.areas[spot.area!]!.carriers?.length ?? 0) < 2;
    const rolledOut = scene.deployments.map(({ at, area, failed }) => ({
      item: `deployment of ${dateOf(at)}`,
      at,
      area,
      note: failed ? 'failed' : 'rolled out',
    }));
    return shareReadings({ scene, needs, limits, say, provided }, paceCases({ scene, needs, limits }, rolledOut));
  },
};

function whoKnows({ areas }: Scene, area: number): string {
  const { carriers } = areas[area]!;
  if (carriers === null) return 'how many people know it is not judged';
  return carriers.length === 1 ? 'one person knows it' : `${carriers.length || 'no'} people know it`;
}
