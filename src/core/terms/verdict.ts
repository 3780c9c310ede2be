/**
 * What happens to an area's expected work during an absence.
 * `not judged` is a verdict of its own: too little evidence is never shown as green.
 */
export const VERDICTS = ['moves', 'degrades', 'stops', 'not judged'] as const;
export type Verdict = (typeof VERDICTS)[number];
