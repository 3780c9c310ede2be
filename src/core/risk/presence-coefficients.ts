// Written by scripts/fit-presence.ts. Do not edit.
/** The fitted logistic of presence.ts on log-odds. */
export const PRESENCE = {
  horizonDays: 180,
  intercept: -1.368,
  silence: -0.419,
  weeks: 0.541,
  recentWeeks: 1.022,
  againstRhythm: -0.226,
} as const;
