/** How often things happen in any area, beside its habits. Changes on a working day. */
export const CHANGES_A_DAY = 1.1;
/** Issues of an area in a year, and which part of them is unclear, and important. */
export const ISSUES_A_YEAR = 110;
export const UNCLEAR = 0.35;
export const IMPORTANT = 0.45;
export const WORKING_DAYS = 260;
/** Changes on a working day that a visitor goes on making who stays for good, and how many days a visit casts its shadow. */
export const VISITS_A_DAY = 0.6;
export const SHADOW_DAYS = 120;
