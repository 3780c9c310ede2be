import type { Estimate } from '#core/terms/estimate.ts';
import { incompleteBeta } from './beta.ts';
import { fewerAtRate, normalQuantile } from './event-forecast.ts';

/**
 * # Shares, rates and medians that were counted
 *
 * What it says: how far a figure counted on few cases may be from the truth.
 *
 * Formula: share: quantiles of Beta(k + ½, n − k + ½), closed to 0 at k = 0 and to 1 at k = n (Jeffreys). Rate: the means at which
 * k or more, and k or fewer, events have the probability (1 − level)/2, divided by the time watched (Garwood). Median: the
 * narrowest pair of order statistics, equally far from both ends, that hold it with at least `level` by the binomial(n, ½).
 *
 * Reading: 4 of 5 gives .37 to .98 at 95 %, which says little; 18 of 20 gives .72 to .98, which says something.
 *
 * Source: L. D. Brown, T. T. Cai, A. DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16, 2001;
 * F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28, 1936; W. J. Conover, Practical Nonparametric Statistics, 1999.
 *
 * Weakness: cases are taken to be independent of each other; five incidents of one night are not.
 */
export function observedShare(hits: number, n: number, level = 0.95): Estimate {
  const tail = (1 - level) / 2;
  const below = (x: number): number => incompleteBeta(hits + 0.5, n - hits + 0.5, x);
  return {
    value: n === 0 ? 0.5 : hits / n,
    low: hits === 0 ? 0 : bisect(below, tail, 1),
    high: hits === n ? 1 : bisect(below, 1 - tail, 1),
    level,
    n,
  };
}

/** Events in each unit of what was watched, e.g. days; `watched` > 0. */
export function observedRate(events: number, watched: number, level = 0.95): Estimate {
  const tail = (1 - level) / 2;
  const top = 2 * events + 20;
  const low = events === 0 ? 0 : bisect((mean) => 1 - fewerAtRate(mean, events), tail, top);
  const high = bisect((mean) => 1 - fewerAtRate(mean, events + 1), 1 - tail, top);
  return { value: events / watched, low: low / watched, high: high / watched, level, n: events };
}

/** The middle of what was measured, at least one value; below six values the ends are all that can be said, and hold it less surely. */
export function observedMedian(values: readonly number[], level = 0.95): Estimate {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const middle = n % 2 === 1 ? sorted[(n - 1) / 2]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
  const out = outside(n, (1 - level) / 2);
  return { value: middle, low: sorted[out]!, high: sorted[n - 1 - out]!, level, n };
}

/** How many values can be left out at each end so that the median lies beyond what stays with at most `tail` on either side. */
function outside(n: number, tail: number): number {
  if (n > MANY) return Math.max(0, Math.floor(n / 2 + (normalQuantile(tail) * Math.sqrt(n)) / 2));
  let term = 0.5 ** n;
  let sum = term;
  let out = 0;
  while (sum <= tail && 2 * out < n) {
    out++;
    term *= (n - out + 1) / out;
    sum += term;
  }
  return Math.max(0, out - 1);
}

/** From here on the binomial is as good as normal, and its smallest terms are too small to add. */
const MANY = 500;

/** Where a rising function passes `level`, between 0 and `top`. */
function bisect(rising: (x: number) => number, level: number, top: number): number {
  let low = 0,
    high = top;
  for (let i = 0; i < 48; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
