import type { Signal } from '#core/signals/signal.ts';
import { landings } from './landings.ts';

/**
 * # Agents land in areas
 * What it says: first versions, rewrites and fixes of an area are written by AI agents, and no person takes part before they are merged.
 * Formula: hits ÷ n. n = merged changes that shape an area: its first version (first 28 days), a rewrite (500 lines, and five times the area's
 *   median change), a fix (closes an issue of it). Hit = written by an agent, or by a person with one, as it is marked;
 *   and no other human commented, committed or reviewed with substance before it was merged. Raised when the low end passes 10 %:
 *   one in ten is no longer the exception (product's choice, after R039).
 * Reading: high = what shapes the area passed before nobody; low = people take part in what agents write, or agents write little.
 * Source: essay B, “AI makes it easier to confuse doing with leading” (R021, R042); “looks credible” (R022).
 * Weakness: only what is marked counts; an approval without a word counts as nobody taking part, although somebody may have read everything.
 */
export const parachuteByAgents: Signal = {
  id: 'parachute-by-agents',
  name: 'Agents land in areas',
  requirements: ['R021', 'R022', 'R042'],
  asks: 'Do agents write first versions, rewrites and fixes of an area with nobody taking part?',
  needs: ['changes'],
  measures: 'shaping changes by an agent in which no other human took part ÷ shaping changes',
  unit: 'share',
  move: 'Let a person of the area explain the change before it is merged, and own what comes of it.',
  personal: false,
  limits: { threshold: 0.1, least: 8, days: 365, risen: false },
  find: (scene, limits) => landings({ scene, limits, needs: parachuteByAgents.needs, from: 'agent', whence: 'an agent alone' }),
};
