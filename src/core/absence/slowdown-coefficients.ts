// Written by scripts/fit-forecast.ts. Do not edit.
/** The fitted logistic of slowdown.ts, and what it rests on. */
export const SLOWDOWN = {
  intercept: -1.2661,
  usual: 3.3573,
  knowledge: 2.453,
  recent: 4.2685,
  provenance: {
    data: 'natural absences and their placebos in 12 public repositories',
    areas: 1597,
    there: 1113,
    fittedOn: '2026-11-21',
    crossValidation: { how: 'leave one repository out', auc: 0.81145, brier: 0.16393, ece: 0.046526 },
    /** Oldest commits of the histories it was fitted on: what else is asked about was never seen. */
    roots: [
      '0493335ea6fe2e17cbe236b253139a06eabcbbdd',
      '050ede23986f7d2885fbfe47cacab9ecc3e8d9b1',
      '0a1a6240b08ac55655dd1468f7007d5d6fc15e05',
      '13318e61a4953dfc3d2b76e0491b1651f26062fe',
      '1de1d8a39fd89c1ab84cb352926e31bc6446b02a',
      '9998490f93d3ad3d56c00d23c0aa13fac41c3f6b',
      'ad66408b9feed27fd02df68569915dd894e1ee51',
      'adb67e1e1f59b1a4ee1945c14f88b9874cc0d854',
      'e54a1ff1ac0d02560e80aad460e77ac353efad49',
      'ed6b0e32a262b57ccdacf1145c225350f6e68eb9',
      'f31421576b00f0b167cdbe61217c31c21a41ac02',
      'f61fbb80d2fc0f581f66365e8907f07a4d7506b0',
    ],
  },
} as const;
