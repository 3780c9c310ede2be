// Written by scripts/fit-presence.ts. Do not edit.
/** The fitted logistic of presence.ts on log-odds, and what it rests on. */
export const PRESENCE = {
  horizonDays: 180,
  intercept: -2.9729,
  silence: -0.13221,
  weeks: 0.37146,
  lastYear: 2.6545,
  lastYearSquared: -0.2721,
  againstRhythm: -0.32882,
  missedWeeks: -1.2089,
  provenance: {
    data: 'commit times of 23 public repositories, asked every half year',
    n: 420460,
    fittedOn: '2026-11-21',
    crossValidation: { how: 'leave one repository out', auc: 0.91985, brier: 0.025707, ece: 0.0012484 },
  },
} as const;
