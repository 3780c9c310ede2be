/** A number of events that is still to come, when their rate is a Gamma(shape, rate per day) and the time is `days`. */
export interface EventForecast {
  readonly shape: number;
  /** Rate parameter of the Gamma, days: the effective days of observation. */
  readonly rate: number;
  readonly days: number;
}

export function expectedEvents({ shape, rate, days }: EventForecast): number {
  return days <= 0 || shape <= 0 ? 0 : (shape * days) / rate;
}

/** P(at least one event) = 1 − (rate/(rate+days))^shape. */
export function atLeastOneEvent({ shape, rate, days }: EventForecast): number {
  return days <= 0 || shape <= 0 ? 0 : -Math.expm1(shape * Math.log(rate / (rate + days)));
}

/** P(more than `count` events). */
export function moreEventsThan(forecast: EventForecast, count: number): number {
  const mean = expectedEvents(forecast);
  if (mean === 0) return count < 0 ? 1 : 0;
  if (mean > 500) return normalAbove((count + 0.5 - mean) / Math.sqrt(mean * (1 + forecast.days / forecast.rate)));
  const next = termsOf(forecast);
  let sum = 0;
  for (let k = 0; k <= count; k++) sum += next(k);
  return Math.max(0, 1 - sum);
}

/** P(standard normal > z): M. Abramowitz & I. Stegun 26.2.17, error below 7.5e-8. */
function normalAbove(z: number): number {
  if (z < 0) return 1 - normalAbove(-z);
  const t = 1 / (1 + 0.231_641_9 * z);
  const tail = horner([1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_53, 0], t);
  return (tail * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Forecasts that hold with some probability each; probabilities sum to 1. */
export type EventMixture = readonly { readonly probability: number; readonly forecast: EventForecast }[];

/** The smallest count k with P(events ≤ k) ≥ p (negative binomial); for more than 500 expected events a rounded normal value. */
export function eventQuantile(mixture: EventMixture, p: number): number {
  const parts = mixture
    .filter((m) => expectedEvents(m.forecast) > 0)
    .map((m) => ({ probability: m.probability, next: termsOf(m.forecast) }));
  const mean = mixture.reduce((s, m) => s + m.probability * expectedEvents(m.forecast), 0);
  if (mean > 500) return normalEvents(mixture, mean, p);
  let sum = 1 - parts.reduce((s, part) => s + part.probability, 0);
  for (let k = 0; k < 20_000; k++) {
    for (const part of parts) sum += part.probability * part.next(k);
    if (sum >= p - 1e-12) return k;
  }
  return 20_000;
}

/** P(fewer than `count` events) of a mixture. */
export function fewerEvents(mixture: EventMixture, count: number): number {
  return mixture.reduce((sum, { probability, forecast }) => sum + probability * (1 - moreEventsThan(forecast, count - 1)), 0);
}

/** P(fewer than `count` events) when their mean is known: Poisson. */
export function fewerAtRate(mean: number, count: number): number {
  if (count <= 0) return 0;
  if (mean > 500) return 1 - normalAbove((count - 0.5 - mean) / Math.sqrt(mean));
  let term = Math.exp(-mean),
    below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return Math.min(1, below);
}

/** P(events = k) for k = 0, 1, 2 … in turn, each from the one before. */
function termsOf({ shape, rate, days }: EventForecast): (k: number) => number {
  let log = shape * Math.log(rate / (rate + days));
  const step = Math.log(days / (rate + days));
  return (k) => {
    if (k > 0) log += Math.log((shape + k - 1) / k) + step;
    return Math.exp(log);
  };
}

function normalEvents(mixture: EventMixture, mean: number, p: number): number {
  const square = mixture.reduce((s, { probability, forecast }) => {
    const m = expectedEvents(forecast);
    return m === 0 ? s : s + probability * (m * m + m * (1 + forecast.days / forecast.rate));
  }, 0);
  return Math.max(0, Math.round(mean + normalQuantile(p) * Math.sqrt(square - mean * mean)));
}

/** Quantile of the standard normal: rational approximation of P. Acklam (2003), relative error below 1.2e-9. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return (
      horner(
        [-7.784894002430293e-3, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783],
        q,
      ) / horner([7.784695709041462e-3, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1], q)
    );
  }
  const q = p - 0.5,
    r = q * q;
  return (
    (horner([-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239], r) * q) /
    horner([-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1], r)
  );
}

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, c) => sum * x + c, 0);
}
