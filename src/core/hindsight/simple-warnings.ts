// Written by scripts/fit-forecast.ts. Do not edit.
/** What simpler warnings would say, each as good as the fitting half lets it be: how often areas slowed without it and with it. */
export const SIMPLE_WARNINGS = {
  baseRate: 0.68329,
  truck: [0.62418, 0.89038],
  factor: [0.55103, 0.93875],
  last: [0.53221, 0.89308],
  /** Intercept and slope on log-odds of the person's share of the half year's changes. */
  share: [-0.5197, 4.127],
} as const;
