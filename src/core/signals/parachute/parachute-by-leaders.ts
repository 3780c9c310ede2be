import type { Signal } from '#core/signals/signal.ts';
import { landings } from './landings.ts';

/**
 * # Leaders land in areas
 * What it says: first versions, rewrites and fixes of an area come from leaders who do not work there, past those who do.
 * Formula: hits ÷ n. n = merged changes that shape an area: its first version (first 28 days), a rewrite (500 lines, and five times the area's
 *   median change), a fix (closes an issue of it). Hit = by a leader who is not of the area, not declared before, and nobody of the area took part before it was merged.
 *   A fix lands only if somebody of the area held its issue. Whoever works there on three days of half a year is of the area, earlier landings aside. Raised when the low end passes 10 %:
 *   one in ten is no longer the exception (product's choice, after R039).
 * Reading: high = work of the area is done over the heads of its people; low = leaders who work there, or say before that they will help, or none.
 * Source: essay B, “writing the first version… rewrote the whole codebase… fixed it myself because it was faster” (R021); declared help R035.
 * Weakness: help that was agreed aloud looks undeclared; who leads is known only where a source says so.
 */
export const parachuteByLeaders: Signal = {
  id: 'parachute-by-leaders',
  name: 'Leaders land in areas',
  requirements: ['R021', 'R035', 'R039'],
  asks: 'Do leaders who do not work in an area write its first versions, rewrites and fixes?',
  needs: ['changes'],
  measures: 'shaping changes that a leader landed from outside ÷ shaping changes',
  unit: 'share',
  move: 'Say before what you will do, for how long and whose it stays; let the people of the area merge.',
  personal: true,
  limits: { threshold: 0.1, least: 8, days: 365, risen: false },
  find: (scene, limits) =>
    landings({ scene, limits, needs: parachuteByLeaders.needs, from: 'leader', whence: 'a leader who does not work there' }),
};
