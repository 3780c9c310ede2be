import type { Moment } from '#core/terms/moment.ts';
import type { EvidenceKind } from './evidence-kinds.ts';
import { addTo, emptyTally, type Tally } from './tally.ts';

/** One piece of evidence of one person for one area and facet. */
export interface FacetEvidence {
  readonly kind: EvidenceKind;
  readonly at: Moment;
  /** 0 to 1: lower where somebody may have helped beside what was recorded. */
  readonly confidence: number;
  /** The case that it stands in. */
  readonly item: string;
  /** Two traces of independent sources, and nobody there who usually does it. */
  readonly demonstration?: boolean;
}

/**
 * # Capped evidence
 *
 * What it says: how likely somebody is to carry one facet of an area, from what several sources saw them do there; 0 to 1.
 *
 * Formula: by kind k of evidence: S_k = Σ base_k · confidence · 0.5^(age/halfLife_k); g_k = cap_k · (1 − e^(−S_k/cap_k));
 * K = 1 − Π(1 − g_k). Ages in days. `base`, `cap` and `halfLife` stand in `src/core/facets/evidence-kinds.ts`.
 *
 * Reading: below .10 nothing to speak of; from .30 able with help; from .60, with a demonstration of the last 180 days, able alone.
 * A thousand pages read and written come to .19, a thousand nods to .05: neither is ever enough.
 *
 * Source: own weights, argued from how judgement is passed on in the practices that they name (on-call shadowing and reverse shadowing,
 * drills, reviews); saturation as in any bounded sum of repeated evidence.
 *
 * Weakness: the weights are argued and not fitted; kinds are taken to be independent of each other, although whoever changes much also reviews much.
 */
export function weighEvidence(evidence: readonly FacetEvidence[], at: Moment): Tally {
  const tally = emptyTally(at);
  for (const { kind, ...added } of evidence) addTo(tally, kind, added);
  return tally;
}
