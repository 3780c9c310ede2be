// Written by scripts/fit-knowledge.ts (npm run fit). Do not edit.
/** The fitted logistic of calibrated.ts: coefficients on log-odds, their covariance in the same order, and where they come from. */
export const COEFFICIENTS = {
  value: {
    intercept: 1.10025,
    first: 0.833689,
    own: 0.725057,
    othersSince: -0.172384,
    days: -0.197708,
    lines: -0.249721,
  },
  covariance: [
    [0.119442, -0.00559516, -0.00557252, 0.00591502, -0.0106722, -0.0147603],
    [-0.00559516, 0.0462574, 0.00130647, 0.000113532, -0.00169217, 0.00115961],
    [-0.00557252, 0.00130647, 0.0123562, 0.000363162, 0.000367522, -0.00258089],
    [0.00591502, 0.000113532, 0.000363162, 0.00662772, -0.00129579, -0.00179306],
    [-0.0106722, -0.00169217, 0.000367522, -0.00129579, 0.00238071, 0.000252004],
    [-0.0147603, 0.00115961, -0.00258089, -0.00179306, 0.000252004, 0.00425362],
  ],
  /** Standard deviation between systems (log-odds) beyond chance: what another project may differ by. */
  betweenSystems: 0.403235,
  /** Middle file of the ratings, lines: stands in where a size is unknown. */
  middleLines: 80,
  provenance: {
    data: 'gavelino/authorship-data: self-rated knowledge 1–5, maintainer = 4–5 (Avelino, Passos, Petrillo, Valente, IEEE Software 2018)',
    sha256: '89269504f50f48594d85311bec7e2e6c8adbbd29e56c7a55c85aec268ac6be6d',
    n: 755,
    systems: 10,
    fittedOn: '2026-11-21',
    model: 'ridge logistic with size, penalty 20 on standardised features',
    crossValidation: { how: 'leave one system out', auc: 0.707771, brier: 0.217128, ece: 0.0249216 },
  },
} as const;
