/** What one kind of evidence weighs for a facet: once, at most, and how long. */
export interface EvidenceWeight {
  readonly base: number;
  /** No amount of this kind alone brings more than this. */
  readonly cap: number;
  /** Days after which it weighs half. */
  readonly halfLife: number;
  readonly says: string;
}

/**
 * Weights of evidence. The caps carry the theory: no amount of a weak kind replaces practice; reading, attending and nodding are capped low,
 * and authorship with AI is a kind of its own, because scaling its weight would be hidden by saturation.
 */
export const EVIDENCE_WEIGHTS = {
  authored: { base: 0.12, cap: 0.6, halfLife: 365, says: 'changed it' },
  assisted: { base: 0.04, cap: 0.2, halfLife: 365, says: 'changed it with AI' },
  reviewed: { base: 0.08, cap: 0.4, halfLife: 365, says: 'reviewed it with substance' },
  approved: { base: 0.01, cap: 0.05, halfLife: 365, says: 'approved without a word' },
  shadowed: { base: 0.05, cap: 0.15, halfLife: 180, says: 'was there while somebody else did it' },
  drove: { base: 0.12, cap: 0.35, halfLife: 180, says: 'did it while somebody who knows it was there' },
  led: { base: 0.25, cap: 0.55, halfLife: 365, says: 'led it and explained it back' },
  documented: { base: 0.05, cap: 0.15, halfLife: 365, says: 'wrote it down' },
  read: { base: 0.01, cap: 0.05, halfLife: 90, says: 'read about it' },
  drilled: { base: 0.4, cap: 0.85, halfLife: 180, says: 'passed a drill' },
  independent: { base: 0.45, cap: 0.95, halfLife: 180, says: 'acted without whoever usually does' },
  taught: { base: 0.35, cap: 0.9, halfLife: 365, says: 'taught somebody to act alone' },
  declared: { base: 0, cap: 0, halfLife: 1, says: 'said so' },
} as const satisfies Record<string, EvidenceWeight>;
export type EvidenceKind = keyof typeof EVIDENCE_WEIGHTS;
