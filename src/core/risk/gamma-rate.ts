import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';

/** Half-life of a change as a sign of changes to come, days; and in the long run that the prior rests on. */
export const RATE_HALF_LIFE = 60;
const LONG_HALF_LIFE = 730;
/** The prior is worth half a change: as many days as it took for that in the long run. */
const PRIOR_SHAPE = 0.5;
/** Changes added to the long run, so that nothing is ever taken for dead for sure. */
const LEAST_LONG_RUN = 0.1;
/** Least time of observation that a rate may rest on, days. */
const LEAST_EXPOSURE = 28;
/** Burstiness: bins of a fortnight over two years; the pooled value counts like this many bins. */
const BIN = 14 * DAY;
export const BINS = 52;
const POOLED_BINS = 10;

/** Changes of several areas or people, counted in one pass. Mutable: `countChange` adds to it. */
export interface RateTally {
  readonly at: Moment;
  readonly recent: Float64Array;
  readonly long: Float64Array;
  readonly firstAt: Float64Array;
  /** Changes per fortnight before `at`, newest first, `BINS` for each row. */
  readonly bins: Float64Array;
}

export function newRateTally(rows: number, at: Moment): RateTally {
  return {
    at,
    recent: new Float64Array(rows),
    long: new Float64Array(rows),
    firstAt: new Float64Array(rows).fill(at),
    bins: new Float64Array(rows * BINS),
  };
}

/** One change of one row; not after `at`. */
export function countChange(tally: RateTally, row: number, moment: Moment): void {
  const age = (tally.at - moment) / DAY;
  tally.recent[row]! += 2 ** (-age / RATE_HALF_LIFE);
  tally.long[row]! += 2 ** (-age / LONG_HALF_LIFE);
  if (moment < tally.firstAt[row]!) tally.firstAt[row] = moment;
  const bin = Math.floor((tally.at - moment) / BIN);
  if (bin < BINS) tally.bins[row * BINS + bin]!++;
}

/** The rate of each row as a Gamma: `shape` changes in `rate` days; see demand.ts for the formula. */
export function gammaRates({ at, recent, long, firstAt, bins }: RateTally): { readonly shape: Float64Array; readonly rate: Float64Array } {
  const dispersion = dispersions(bins, recent.length);
  const shape = new Float64Array(recent.length),
    rate = new Float64Array(recent.length);
  for (let row = 0; row < recent.length; row++) {
    const observed = Math.max(LEAST_EXPOSURE, (at - firstAt[row]!) / DAY);
    const longRun = (LEAST_LONG_RUN + long[row]!) / exposure(observed, LONG_HALF_LIFE);
    shape[row] = (PRIOR_SHAPE + recent[row]!) / dispersion[row]!;
    rate[row] = (exposure(observed, RATE_HALF_LIFE) + PRIOR_SHAPE / longRun) / dispersion[row]!;
  }
  return { shape, rate };
}

/** Days of observation that count, when what is `halfLife` days old counts half. */
function exposure(days: number, halfLife: number): number {
  return (halfLife / Math.LN2) * (1 - 2 ** (-days / halfLife));
}

/** Variance over mean of counts per fortnight, at least 1, each row drawn towards all rows together. */
function dispersions(bins: Float64Array, rows: number): Float64Array {
  const own = Array.from({ length: rows }, (_, a) => spreadOf(bins.subarray(a * BINS, (a + 1) * BINS)));
  const busy = own.filter((o) => o.mean > 0);
  const pooled = busy.length === 0 ? 1 : busy.reduce((s, o) => s + o.ratio, 0) / busy.length;
  return Float64Array.from(own, (o) => {
    const known = o.mean > 0 ? Math.min(BINS, o.mean * BINS) : 0;
    return Math.max(1, (o.ratio * known + pooled * POOLED_BINS) / (known + POOLED_BINS));
  });
}

function spreadOf(counts: Float64Array): { readonly mean: number; readonly ratio: number } {
  const mean = counts.reduce((s, c) => s + c, 0) / counts.length;
  if (mean === 0) return { mean, ratio: 1 };
  return { mean, ratio: counts.reduce((s, c) => s + (c - mean) ** 2, 0) / (counts.length - 1) / mean };
}
