/**
 * # Saturating evidence
 * What it says: how much a pile of weak evidence of one kind can be worth at most, as a probability of knowing.
 * Formula: `g = cap · (1 − e^(−S/cap))` with `S = Σ base · 0.5^(age/halfLife)` over acts of the kind (ages in days); kinds combine as
 *   `K = 1 − Π(1 − g)`.
 * Reading: many acts of a weak kind approach `cap` and never pass it; 1,000 bare approvals stay at .05. A low value says only that this
 *   kind of trace is thin, not that nothing is known.
 *   AI-assisted changes are a kind of their own: base .04, cap .20 (half-life 365 days), so that no number of them alone makes a carrier. Scaling the
 *   weight of a change would not do: saturation hides it (40 changes: .60 unaided, .52 at a quarter of the weight).
 * Source: Understudy, programme of evidence weights (design record 2026-11, §4.2; requirement R022); the form follows noisy-or combination (J. Pearl,
 *   Probabilistic Reasoning in Intelligent Systems, 1988). Caps and bases are set by argument, not fitted.
 * Weakness: caps are the same for everybody and every project.
 */
export function saturate(sum: number, cap: number): number {
  return cap * (1 - Math.exp(-sum / cap));
}

/** Own changes made with AI assistance: cheap authorship is weak evidence of understanding. */
export const AI_ASSISTED = { base: 0.04, cap: 0.2 } as const;
/** Reviews stated in trailers or accepted pull requests. Half-life 365 days (in pair-tally.ts). */
export const REVIEW = { base: 0.08, cap: 0.4 } as const;

/** Either of two independent pieces of evidence suffices: `1 − (1−a)(1−b)`. */
export function either(a: number, b: number): number {
  return 1 - (1 - a) * (1 - b);
}
