/** How often things happen in any area, beside its habits. */
export const RATES = {
  /** On a working day. */
  changesADay: 1.1,
  issuesAYear: 110,
  /** Parts of the issues. */
  unclear: 0.35,
  important: 0.45,
  workingDays: 260,
  /** Changes on a working day that a visitor goes on making who stays for good, and how many days a visit casts its shadow. */
  visitsADay: 0.6,
  shadowDays: 120,
} as const;
