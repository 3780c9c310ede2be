import { drawFrom } from '#core/chance/draw.ts';
import type { Estimate } from '#core/terms/estimate.ts';

const DRAWS = 500;
const LEVEL = 0.95;

export interface Clustered<One> {
  readonly cases: readonly One[];
  /** What is drawn whole: the project, or the absence where there is one project. */
  readonly clusterOf: (one: One) => string;
  readonly seed: number;
}

/** Any statistic of cases with a cluster bootstrap interval (see core/evaluation/bootstrap.ts for means). Draws without a value are left out. */
export function overClusters<One>({ cases, clusterOf, seed }: Clustered<One>, statistic: (cases: readonly One[]) => number): Estimate {
  const clusters = [...Map.groupBy(cases, clusterOf).values()];
  const draw = drawFrom(seed);
  const drawn = Array.from({ length: DRAWS }, () => statistic(clusters.flatMap(() => clusters[draw.index(clusters.length)]!)))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const value = statistic(cases);
  const at = (p: number): number => drawn[Math.round(p * (drawn.length - 1))] ?? value;
  return { value, low: Math.min(value, at((1 - LEVEL) / 2)), high: Math.max(value, at((1 + LEVEL) / 2)), level: LEVEL, n: cases.length };
}
