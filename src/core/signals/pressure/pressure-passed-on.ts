import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import { byTeams } from '#core/signals/spots/memberships.ts';
import { type CountedCase, shareReading, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Layer } from './layers.ts';
import { priorityRequests, topLayer } from './requests.ts';

/**
 * # Pressure is passed on
 * What it says: calls for priority are settled by the leadership instead of on the way.
 * Formula: hits ÷ n, by area, by the teams of those who had it, and for the whole. n = escalated tickets and urgent threads that called a lead, and that are settled. Hit = settled on the highest layer (of
 *   those in use, at least managers of leads). Raised when the low end passes 30 %.
 * Reading: high = the layers between pass on what they are there to absorb; low = most is settled before it arrives at the top.
 * Source: essay D, “managers are not absorbing prioritization pressure before it hits leadership” (R115).
 * Weakness: some things belong to the top: which, this does not know, and therefore it speaks only well above the few; calls are not seen.
 */
export const pressurePassedOn: Signal = {
  id: 'pressure-passed-on',
  name: 'Pressure is passed on',
  requirements: ['R115'],
  asks: 'Are calls for priority settled by the leadership instead of on the way?',
  needs: ['people'],
  measures: 'escalated requests that were settled on the highest layer ÷ escalated requests that are settled',
  unit: 'share',
  move: 'Say which calls for priority each layer settles itself, and look at the others together once a week.',
  personal: false,
  limits: { threshold: 0.3, least: 8, days: 90, risen: false },
  find: (scene, limits) => {
    const { needs } = pressurePassedOn;
    const settled = settledRequests(scene);
    const say = ({ place, shows, n, before, cases }: ShareTold): string =>
      `${shows} of ${n} escalated requests of ${place} were settled on the highest layer${before}${byLayer(settled, cases)}.`;
    const question = { scene, needs, limits, say },
      ofTeam = byTeams(scene, settled);
    return [
      ...inAreasAndWhole(question, settled),
      ...scene.teams.flatMap((_, team) => shareReading(question, { team }, ofTeam.get(team) ?? [])),
    ];
  },
};

function settledRequests(scene: Scene): readonly SettledRequest[] {
  const requests = priorityRequests(scene);
  const top = topLayer(scene, requests);
  if (top < 2) return [];
  return requests
    .filter(({ settled }) => settled !== null)
    .map(({ item, area, at, people, settled }) => ({
      item,
      area,
      at,
      people,
      shows: settled === top,
      note: LAYERS[settled!],
      concerns: [],
      layer: settled!,
    }));
}

interface SettledRequest extends CountedCase {
  readonly people: readonly PersonId[];
  readonly layer: Layer;
}

const LAYERS: Readonly<Record<Layer, string>> = {
  0: 'settled by those who do the work',
  1: 'settled by a lead',
  2: 'settled by a manager',
  3: 'settled by the leadership',
};

/** `; of the others 4 settled by a lead`. */
function byLayer(settled: readonly SettledRequest[], cases: readonly CountedCase[]): string {
  const items = new Set(cases.filter(({ shows }) => !shows).map(({ item }) => item));
  const others = settled.filter(({ item }) => items.has(item));
  const parts = ([0, 1, 2] as const).flatMap((layer) => {
    const n = others.filter((one) => one.layer === layer).length;
    return n === 0 ? [] : [`${n} ${LAYERS[layer]}`];
  });
  return parts.length === 0 ? '' : `; of the others ${parts.join(', ')}`;
}
