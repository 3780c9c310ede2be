import type { View } from './view-of.ts';

/** How somebody who saw everything would tell whether a pattern is there: by its phrase, not by what any signal computes. */
export interface Witness {
  /** What they look for, in a few words. */
  readonly sees: string;
  /** How much of it there is. */
  readonly figure: (view: View) => number;
  /** From where on they would call it a habit. */
  readonly from: number;
}
