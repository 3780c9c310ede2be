import { logGamma } from './log-gamma.ts';

/** A share between 0 and 1 that is not known exactly, by its mean and variance: a Beta distribution with those two. */
export interface UncertainShare {
  readonly mean: number;
  readonly variance: number;
}

/** P(share < x). With (almost) no variance: a step at the mean. */
export function shareBelow(share: UncertainShare, x: number): number {
  const shape = shapeOf(share);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (shape === null) return share.mean < x ? 1 : 0;
  return incompleteBeta(shape.a, shape.b, x);
}

/** The x with P(share < x) = p, to about 1e-4: enough for percentages, and cheap. */
export function shareQuantile(share: UncertainShare, p: number): number {
  if (shapeOf(share) === null) return share.mean;
  let low = 0,
    high = 1;
  for (let i = 0; i < 13; i++) {
    const middle = (low + high) / 2;
    if (shareBelow(share, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Two values with probabilities that have the share's mean, variance and skewness (Gauss quadrature of a Beta): for averages over it. */
export function twoPoints(share: UncertainShare): readonly { readonly value: number; readonly probability: number }[] {
  const shape = shapeOf(share);
  if (shape === null) return [{ value: share.mean, probability: 1 }];
  const { a, b } = shape;
  const skew = (2 * (b - a) * Math.sqrt(a + b + 1)) / ((a + b + 2) * Math.sqrt(a * b));
  const deviation = Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1)));
  const root = Math.sqrt(1 + (skew * skew) / 4);
  return [1, -1].map((side) => ({
    value: Math.min(1, Math.max(0, share.mean + deviation * (skew / 2 + side * root))),
    probability: 0.5 * (1 - (side * skew) / (2 * root)),
  }));
}

/** Moments to parameters; null where the share is certain (variance below 1e-7 or mean at an end). */
function shapeOf({ mean, variance }: UncertainShare): { readonly a: number; readonly b: number } | null {
  const most = mean * (1 - mean);
  if (variance < 1e-7 || most < 1e-7) return null;
  const sum = most / Math.min(variance, 0.995 * most) - 1;
  return { a: mean * sum, b: (1 - mean) * sum };
}

/** Regularised incomplete beta function I_x(a, b) by its continued fraction (Abramowitz & Stegun 26.5.8, modified Lentz). */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  return front / continuedFraction(a, b, x);
}

function continuedFraction(a: number, b: number, x: number): number {
  const nonZero = (v: number): number => (Math.abs(v) < 1e-300 ? 1e-300 : v);
  let value = 1,
    c = 1,
    d = 0;
  for (let i = 1; i < 300; i++) {
    const m = i >> 1;
    const term =
      i % 2 === 1 ? -((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)) : (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + term * d);
    c = nonZero(1 + term / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-10) break;
  }
  return value;
}
