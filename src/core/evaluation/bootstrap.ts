import { drawFrom } from '#core/chance/draw.ts';
import type { Estimate } from '#core/terms/estimate.ts';

/** Figures of single cases, and the project each belongs to. */
export interface Cases {
  readonly value: ArrayLike<number>;
  readonly cluster: readonly string[];
  /** How much each case counts; 1 where nothing is said. */
  readonly weight?: ArrayLike<number>;
}

export interface BootstrapOptions {
  readonly seed: number;
  readonly draws?: number;
  readonly level?: number;
}

/**
 * # Interval over projects
 * What it says: how far a mean over cases may be off when other projects of the same kind had been asked.
 * Formula: whole projects are drawn with replacement, as many as there are; the mean over the cases of those drawn, `draws` times (2,000);
 *   the interval holds the middle `level` (95 %) of these means.
 * Reading: two figures whose paired difference has an interval that leaves out 0 differ beyond the choice of projects.
 * Source: A. Davison & D. Hinkley, "Bootstrap Methods and their Application", 1997, §3.8 (hierarchical data: resample the highest level).
 * Weakness: with few projects the interval is too narrow; with one it has no width and says nothing.
 */
export function meanOverProjects({ value, cluster, weight }: Cases, { seed, draws = 2000, level = 0.95 }: BootstrapOptions): Estimate {
  const names = [...new Set(cluster)];
  const sum = new Float64Array(names.length),
    count = new Float64Array(names.length);
  const place = new Map(names.map((name, at) => [name, at]));
  cluster.forEach((name, i) => {
    const w = weight?.[i] ?? 1;
    sum[place.get(name)!]! += w * value[i]!;
    count[place.get(name)!]! += w;
  });
  const draw = drawFrom(seed);
  const means = Array.from({ length: draws }, () => {
    let total = 0,
      cases = 0;
    for (let k = 0; k < names.length; k++) {
      const one = draw.index(names.length);
      total += sum[one]!;
      cases += count[one]!;
    }
    return cases === 0 ? 0 : total / cases;
  }).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.min(draws - 1, Math.max(0, Math.round(share * (draws - 1))))]!;
  const all = count.reduce((a, b) => a + b, 0);
  const mean = all === 0 ? 0 : sum.reduce((a, b) => a + b, 0) / all;
  return { value: mean, low: Math.min(mean, at((1 - level) / 2)), high: Math.max(mean, at((1 + level) / 2)), level, n: cluster.length };
}
