import type { Moment } from '#core/terms/moment.ts';
import type { Area } from '#core/terms/area.ts';
import type { KnowledgeMatrix } from '#core/knowledge/matrix.ts';
import type { CoverSums } from './cover-sums.ts';
import type { RecentShares } from './recent-shares.ts';

/**
 * Everything the two-week question needs, at one moment: what is expected where, who knows it, who is there.
 * Built once per moment by `build-landscape.ts`; every absence is then a cheap read of it.
 */
export interface Landscape {
  readonly at: Moment;
  readonly areas: readonly Area[];
  /** Area row of each file, or NO_AREA. Same rows as Evidence.files. */
  readonly areaOfFile: Uint16Array;
  /** Share of its area's expected work that lands on this file; sums to 1 in each area with demand. */
  readonly weight: Float32Array;
  readonly knowledge: KnowledgeMatrix;
  /** P(person still works here) at `at`, per person row; 0 for bots and agents. */
  readonly present: Float32Array;
  /** Expected changes (commits) per day in each area: a Gamma posterior with `shape` and `rate` (days). */
  readonly demand: { readonly shape: Float64Array; readonly rate: Float64Array };
  /** Commits behind each area's judgement; below the floor an area is `not judged`. */
  readonly support: Uint32Array;
  /** Who made the recent changes that demand is expected from. */
  readonly recent: RecentShares;
  /** Precomputed sums of cover: who removes how much, where. */
  readonly sums: CoverSums;
}

/** Weight of an area in figures over the whole: 3 for tier 1 (critical), 2, 1. */
export function tierWeight(area: Area): number {
  return 4 - area.tier;
}

/** Changes expected in an area over some days. */
export function expectedItems(landscape: Landscape, area: number, days: number): number {
  return (landscape.demand.shape[area]! * days) / landscape.demand.rate[area]!;
}

/**
 * Weight of each area in figures over the whole, summing to 1: tier × expected changes. Areas with fewer commits behind them than
 * `minimumCommits` are not judged and weigh nothing; all zero when nothing can be judged.
 */
export function areaWeights(landscape: Landscape, minimumCommits: number): Float64Array {
  const weights = Float64Array.from(landscape.areas, (area, a) =>
    landscape.support[a]! < minimumCommits ? 0 : tierWeight(area) * expectedItems(landscape, a, 1),
  );
  const total = weights.reduce((sum, w) => sum + w, 0);
  return total === 0 ? weights : weights.map((w) => w / total);
}
