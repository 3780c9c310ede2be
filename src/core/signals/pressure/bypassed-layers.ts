import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import { byTeams } from '#core/signals/spots/memberships.ts';
import { type CountedCase, shareReading, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';
import { priorityRequests, topLayer } from './requests.ts';

/**
 * # Layers are passed by
 * What it says: what reaches the leadership comes past the leads and managers who could have settled it.
 * Formula: hits ÷ n, by area, by the teams of those who had it, and for the whole. n = escalated tickets and urgent threads that reached the highest layer (of those in use, at least managers of leads). Hit = none of
 *   the layers between had it before. Beside it: how many of them were settled further down after all. Raised when the low end passes 50 %.
 * Reading: high = the loudest comes first, and the layers filter nothing; low = what arrives at the top has been looked at below.
 * Source: essay D, “too many people can bypass team leads or delivery managers… priority gets distorted” (R106).
 * Weakness: a word in the corridor passes a layer without a trace; who leads whom must be known, from a people file or from tickets.
 */
export const bypassedLayers: Signal = {
  id: 'bypassed-layers',
  name: 'Layers are passed by',
  requirements: ['R106'],
  asks: 'Does what reaches the leadership come past the leads and managers in between?',
  needs: ['people'],
  measures: 'requests that reached the highest layer past those below ÷ requests that reached it',
  unit: 'share',
  move: 'Give each layer a reason code for passing things on, and hand what came past it to the layer that can settle it.',
  personal: false,
  limits: { threshold: 0.5, least: 8, days: 90, risen: false },
  find: (scene, limits) => {
    const { needs } = bypassedLayers;
    const arrivals = arrivalsAtTop(scene);
    const say = ({ place, shows, n, before, cases }: ShareTold): string =>
      `${shows} of ${n} requests from ${place} reached the highest layer without passing those below; ${settledBelow(arrivals, cases)} of them ` +
      `were settled further down after all${before}.`;
    const question = { scene, needs, limits, say },
      ofTeam = byTeams(scene, arrivals);
    return [
      ...inAreasAndWhole(question, arrivals),
      ...scene.teams.flatMap((_, team) => shareReading(question, { team }, ofTeam.get(team) ?? [])),
    ];
  },
};

function arrivalsAtTop(scene: Scene): readonly Arrival[] {
  const requests = priorityRequests(scene);
  const top = topLayer(scene, requests);
  if (top < 2) return [];
  return requests
    .filter(({ reached }) => reached.includes(top))
    .map(({ item, area, at, people, reached, settled }) => ({
      item,
      area,
      at,
      people,
      shows: !reached.slice(0, reached.indexOf(top)).some((layer) => layer > 0),
      note: 'came to the highest layer',
      concerns: [],
      below: settled !== null && settled < top,
    }));
}

interface Arrival extends CountedCase {
  readonly people: readonly PersonId[];
  /** Settled further down after all. */
  readonly below: boolean;
}

function settledBelow(arrivals: readonly Arrival[], cases: readonly CountedCase[]): number {
  const items = new Set(cases.filter(({ shows }) => shows).map(({ item }) => item));
  return arrivals.filter(({ item, below }) => below && items.has(item)).length;
}
