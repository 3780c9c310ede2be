// Written by scripts/fit-reviewers.ts. Do not edit.
/** The fitted choice of rank-reviewers.ts, and what it rests on. */
export const REVIEWERS = {
  value: {
    silence: -0.48285,
    reviewSilence: -0.20319,
    pairSilence: -0.18641,
    reviewedByAuthor: 0.2074,
    reviewsInTop: 0.26307,
    reviewsInFolder: 0.29335,
    ownInFiles: 0.58645,
  },
  standardError: {
    silence: 0.04027,
    reviewSilence: 0.027708,
    pairSilence: 0.016684,
    reviewedByAuthor: 0.036403,
    reviewsInTop: 0.070206,
    reviewsInFolder: 0.069617,
    ownInFiles: 0.032481,
  },
  provenance: {
    data: 'golang/tools: who signed Reviewed-by, among everybody seen within two years',
    until: '2019-01-01',
    /** Newest commit that was used: histories that hold it have been seen up to there. */
    newest: 'd00ac6d27372a4273825635281f2dc360d4be563',
    choices: 1572,
    meanLogLikelihood: -1.497,
    fittedOn: '2026-11-21',
    model: 'conditional logit, ridge 1 on standardised features',
  },
} as const;
