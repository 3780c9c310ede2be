import { DAY, type Moment } from '#core/terms/moment.ts';

/** An account that somebody tries to enter, or a network address that somebody tries from. */
export const TRIED = ['account', 'address'] as const;
export type Tried = (typeof TRIED)[number];

/** Failures that are free: people mistype; behind one network address a whole office may sit. */
const FREE: Readonly<Record<Tried, number>> = { account: 5, address: 40 };
/** Seconds of the first wait, and of the longest: long enough to be useless to a guesser, short enough not to lock anybody out for good. */
const FIRST = 5;
export const LONGEST_WAIT = 900;
/** Without an attempt for so long, what failed is forgotten (seconds). */
export const FORGOTTEN = DAY;

/** Seconds until the next attempt, after so many failures. */
export function lockOut(failures: number, tried: Tried): number {
  const over = failures - FREE[tried];
  return over < 0 ? 0 : Math.min(LONGEST_WAIT, FIRST * 2 ** Math.min(over, 20));
}

/** Failures that still count. */
export function failuresNow(failures: number, lastAt: Moment, now: Moment): number {
  return now - lastAt >= FORGOTTEN ? 0 : failures;
}
