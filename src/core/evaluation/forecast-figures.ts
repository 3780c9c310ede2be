import { drawFrom } from '#core/chance/draw.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { BootstrapOptions } from './bootstrap.ts';

/** Stated probabilities, what came, and the project each belongs to. */
export interface Forecasts {
  readonly said: readonly number[];
  readonly outcome: readonly number[];
  readonly cluster: readonly string[];
}

export const FORECAST_FIGURES = ['auc', 'brier', 'ece'] as const;
export type ForecastFigure = (typeof FORECAST_FIGURES)[number];

/**
 * # Scores of stated probabilities, with intervals over projects
 * What it says: how well probabilities order (AUC), how far they are from what came (Brier) and whether they mean what they say (ECE).
 * Formula: AUC: share of pairs of a yes and a no in which the yes was given more, ties as one half; Brier: mean of (said − came)²; ECE: over
 *   ten equal bins, the weighted mean of |mean said − share that came|. Intervals: whole projects are drawn with replacement, `draws` times
 *   (2,000), and all three are computed anew.
 * Reading: AUC .5 is blind, 1 is perfect order. Brier .25 is always saying one half; lower is better. ECE .03: what is said is off by three
 *   points of a hundred on average.
 * Source: A. Davison & D. Hinkley, "Bootstrap Methods and their Application", 1997, §3.8; G. Brier, Monthly Weather Review 78, 1950; M. Naeini,
 *   G. Cooper & M. Hauskrecht, AAAI 2015 (ECE).
 * Weakness: ECE is never negative, so with few cases its interval lies above the figure; with few projects all intervals are too narrow.
 */
export function forecastFigures(
  forecasts: Forecasts,
  { seed, draws = 2000, level = 0.95 }: BootstrapOptions,
): Readonly<Record<ForecastFigure, Estimate>> {
  const names = [...new Set(forecasts.cluster)];
  const row = new Map(names.map((name, at) => [name, at]));
  const sorted = inOrder(forecasts, (name) => row.get(name)!);
  const draw = drawFrom(seed);
  const drawn = Array.from({ length: draws }, () => {
    const times = new Float64Array(names.length);
    for (let k = 0; k < names.length; k++) times[draw.index(names.length)]!++;
    return scoresOf(sorted, times);
  });
  const all = scoresOf(sorted, new Float64Array(names.length).fill(1));
  // Where everything came, or nothing, no order can be right or wrong.
  const whole = { ...all, auc: Number.isFinite(all.auc) ? all.auc : 0.5 };
  const estimate = (figure: ForecastFigure): Estimate => {
    const values = drawn
      .map((scores) => scores[figure])
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? whole[figure];
    const value = whole[figure];
    return {
      value,
      low: Math.min(value, at((1 - level) / 2)),
      high: Math.max(value, at((1 + level) / 2)),
      level,
      n: forecasts.said.length,
    };
  };
  return { auc: estimate('auc'), brier: estimate('brier'), ece: estimate('ece') };
}

/** Cases by rising probability. */
interface Sorted {
  readonly said: readonly number[];
  readonly outcome: readonly number[];
  readonly project: readonly number[];
}

function inOrder({ said, outcome, cluster }: Forecasts, rowOf: (name: string) => number): Sorted {
  const order = said.map((_, i) => i).sort((a, b) => said[a]! - said[b]!);
  return { said: order.map((i) => said[i]!), outcome: order.map((i) => outcome[i]!), project: order.map((i) => rowOf(cluster[i]!)) };
}

const BINS = 10;

/** All three in one pass over the sorted cases, each counted as often as its project was drawn. */
function scoresOf({ said, outcome, project }: Sorted, times: Float64Array): Record<ForecastFigure, number> {
  const gap = new Float64Array(BINS);
  let yes = 0,
    no = 0,
    squares = 0,
    pairs = 0;
  for (let i = 0; i < said.length; ) {
    let yesHere = 0,
      noHere = 0,
      j = i;
    for (; j < said.length && said[j] === said[i]; j++) {
      const weight = times[project[j]!]!;
      squares += weight * (said[j]! - outcome[j]!) ** 2;
      gap[Math.min(BINS - 1, Math.floor(said[j]! * BINS))]! += weight * (said[j]! - outcome[j]!);
      if (outcome[j] === 1) yesHere += weight;
      else noHere += weight;
    }
    pairs += yesHere * (no + noHere / 2);
    yes += yesHere;
    no += noHere;
    i = j;
  }
  const all = yes + no;
  return { auc: pairs / (yes * no), brier: squares / all, ece: gap.reduce((sum, g) => sum + Math.abs(g), 0) / all };
}
