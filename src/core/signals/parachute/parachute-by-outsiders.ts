import type { Signal } from '#core/signals/signal.ts';
import { landings } from './landings.ts';

/**
 * # Outsiders land in areas
 * What it says: first versions, rewrites and fixes of an area come from people of elsewhere, past those who work there.
 * Formula: hits ÷ n. n = merged changes that shape an area: its first version (first 28 days), a rewrite (500 lines, and five times the area's
 *   median change), a fix (closes an issue of it). Hit = by a person (no leader) who is not of the area, not declared before, and nobody of the area took part before it was merged.
 *   A fix lands only if somebody of the area held its issue. Whoever works there on three days of half a year is of the area, earlier landings aside. Raised when the low end passes 10 %:
 *   one in ten is no longer the exception (product's choice, after R039).
 * Reading: high = the area is changed past its people; low = others come, and its people take part. A contribution that they reviewed is none.
 * Source: essay B, “rewrote the whole codebase… fixed it myself because it was faster” (R021); declared help R035.
 * Weakness: somebody who has just joined a team that no list names looks like an outsider until they have worked there on three days.
 */
export const parachuteByOutsiders: Signal = {
  id: 'parachute-by-outsiders',
  name: 'Outsiders land in areas',
  requirements: ['R021', 'R035'],
  asks: 'Do people from elsewhere write first versions, rewrites and fixes of an area past its people?',
  needs: ['changes'],
  measures: 'shaping changes that landed from people of elsewhere ÷ shaping changes',
  unit: 'share',
  move: 'Let somebody of the area pair on it or review it before it is merged, and keep the decision with them.',
  personal: true,
  limits: { threshold: 0.1, least: 8, days: 365, risen: false },
  find: (scene, limits) =>
    landings({ scene, limits, needs: parachuteByOutsiders.needs, from: 'outsider', whence: 'people who do not work there' }),
};
