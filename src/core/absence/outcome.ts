import type { Estimate } from '#core/terms/estimate.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Scenario } from './scenario.ts';
import type { Slowdown } from './slowdown.ts';

/** What one absence does to one area. */
export interface AreaOutcome {
  /** Index into `Landscape.areas`. */
  readonly area: number;
  readonly verdict: Verdict;
  /** Probability of each verdict over the uncertainty of knowledge, presence and demand; sums to 1 unless not judged. */
  readonly probability: { readonly moves: number; readonly degrades: number; readonly stops: number };
  /** Share of the area's expected work that somebody present could carry, with nobody away, and during the absence. */
  readonly servedBefore: Estimate;
  readonly served: Estimate;
  /** Items (changes) expected in the window, and those of them that would find nobody. */
  readonly expected: Estimate;
  readonly stalled: Estimate;
  /** P(at least one item arrives in the window), and P(at least one stalls). */
  readonly atLeastOne: number;
  readonly atLeastOneStalls: number;
  /** P(fewer than half of the expected changes come), measured on natural absences; null where too little is expected or not judged. */
  readonly slows: Slowdown | null;
}

export interface AbsenceOutcome {
  readonly scenario: Scenario;
  readonly areas: readonly AreaOutcome[];
  /** Tier- and demand-weighted share of all expected work that would still be carried. */
  readonly served: Estimate;
  readonly servedBefore: Estimate;
  /** Changes in the window that each (area, person) slot of the landscape would meet more; see heirs.ts. */
  readonly inherited: Float64Array;
  /** Who would meet the load the absent leave, per area: expected items in the window. Never sorted by person. */
  readonly heirs: readonly { readonly area: number; readonly person: PersonId; readonly items: number }[];
}
