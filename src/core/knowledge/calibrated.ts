import { countedAt } from '#core/evidence/counted-at.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DIRECTORY_CAP, withDirectoryEvidence } from './directory-evidence.ts';
import type { KnowledgeMatrix } from './matrix.ts';
import { type Correction, ownEvidence, UNCORRECTED } from './own-evidence.ts';
import { tallyPairs } from './pair-tally.ts';

/**
 * # Calibrated knowledge
 * What it says: the probability that a person knows a file well enough to maintain it, at a moment.
 * Formula: `P = 1 − (1−P₁)(1−g_ai)(1−g_review)(1−g_folder)`; `logit P₁ = β₀ + β₁·FA + β₂·ln(1+own) + β₃·ln(1+since) + β₄·ln(1+days) +
 *   β₅·ln(1+lines)` where FA = created the file (0/1), own = the person's changes without AI assistance (shared commits by credit),
 *   since = changes by others after the person's last one, days = days since that, lines = bytes at head / 33; β in coefficients.ts, fitted
 *   by scripts/fit-knowledge.ts. `g_ai` and `g_review` saturate at .20 and .40 (saturating-evidence.ts), `g_folder` at .50
 *   (directory-evidence.ts). Who never changed the file has P₁ = 0. A team's own answers may
 *   replace `logit P₁` by `a + b·logit P₁` (understudy calibrate). `spread` = standard error of the log-odds: √(xᵀΣx + τ²) with Σ the
 *   coefficients' covariance and τ the deviation between projects.
 * Reading: .6 and more = a carrier; .3 to .6 = could do it with help; below = has seen it. Forgetting is slow: the same change counts for
 *   about 1 in 8 less odds per doubling of the days since.
 * Source: fitted on the self-ratings of G. Avelino, L. Passos, F. Petrillo, M. T. Valente, "Who Can Maintain This Code?", IEEE Software
 *   2018 (755 ratings, 10 systems; left out one system at a time: AUC .71, Brier .217, ECE .025). Features after T. Fritz et al., "A
 *   degree-of-knowledge model", ICSE 2010, and O. Cury et al., 2022.
 * Weakness: people rate themselves; most ratings come from one company; raters had touched the file, so strangers are outside the data;
 *   sizes are those at head even when an earlier moment is judged.
 */
export function knowledgeMatrix({
  evidence,
  at,
  directoryCap = DIRECTORY_CAP,
  correction = UNCORRECTED,
}: CalibratedQuestion): KnowledgeMatrix {
  const tally = tallyPairs(evidence, at);
  const own = {
    fileCount: evidence.files.count,
    personCount: evidence.people.length,
    start: tally.start,
    person: tally.person,
    ...ownEvidence({ evidence, tally, at, correction }),
  };
  return withDirectoryEvidence({ evidence, own, counted: countedAt(evidence, at), cap: directoryCap });
}

export interface CalibratedQuestion {
  readonly evidence: Evidence;
  readonly at: Moment;
  /** Most that knowing the siblings is worth; 0 switches directory evidence off. */
  readonly directoryCap?: number;
  /** What a team's own answers add to the fitted model. */
  readonly correction?: Correction;
}
