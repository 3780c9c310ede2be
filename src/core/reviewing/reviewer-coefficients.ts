// Written by scripts/fit-reviewers.ts. Do not edit.
/** The fitted choice of rank-reviewers.ts, and what it rests on. */
export const REVIEWERS = {
  value: {
    silence: -0.48275,
    reviewSilence: -0.20219,
    pairSilence: -0.18668,
    reviewedByAuthor: 0.20744,
    reviewsInTop: 0.27072,
    reviewsInFolder: 0.28287,
    ownInFiles: 0.59099,
  },
  standardError: {
    silence: 0.040275,
    reviewSilence: 0.027699,
    pairSilence: 0.016701,
    reviewedByAuthor: 0.036413,
    reviewsInTop: 0.070304,
    reviewsInFolder: 0.069757,
    ownInFiles: 0.032485,
  },
  provenance: {
    data: 'golang/tools: who signed Reviewed-by, among everybody seen within two years',
    until: '2019-01-01',
    /** Newest commit that was used: histories that hold it have been seen up to there. */
    newest: 'd00ac6d27372a4273825635281f2dc360d4be563',
    choices: 1572,
    meanLogLikelihood: -1.4953,
    fittedOn: '2026-11-21',
    model: 'conditional logit, ridge 1 on standardised features',
  },
} as const;
