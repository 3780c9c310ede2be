/**
 * Who knows what, sparse: for each file row the people with any evidence and their probability of knowing it.
 * Compressed sparse rows: entries of file f are `start[f] … start[f+1]`, people ascending.
 */
export interface KnowledgeMatrix {
  readonly fileCount: number;
  readonly personCount: number;
  readonly start: Uint32Array;
  readonly person: Uint32Array;
  /** P(know | person, file, time), 0–1; see calibrated.ts. */
  readonly probability: Float32Array;
  /** Log-odds spread (standard error) of each probability from the fitted coefficients' covariance; same order. */
  readonly spread: Float32Array;
}
