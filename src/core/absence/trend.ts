import type { Partition } from '#core/areas/partition.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { overNodes } from '#core/risk/cover-sums.ts';
import { areaWeights, type Landscape } from '#core/risk/landscape.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Settings } from '#core/terms/settings.ts';
import type { AreaOutcome } from './outcome.ts';
import { worstSingleAbsences } from './worst-absence.ts';

/**
 * # Trend
 * What it says: how the north star and every area stood at the end of each month, judged only from what was known then.
 * Formula: for each moment t the whole calculation of that day (knowledge, presence, demand before t; today's boundaries of areas). The north
 *   star is taken apart exactly: `star(t) = 1 − Σ uncarried(area, t)`, `uncarried = w·(1 − cover + gain(d, area))` with the weights and the
 *   absence d of that month, so `star(t₂) − star(t₁) = −Σ (uncarried(t₂) − uncarried(t₁))` says which areas moved it.
 * Reading: a rise with unchanged people means that work was shared; a fall often means that somebody went silent or that work moved to where
 *   few know. Single months are noisy: read the band.
 * Source: Understudy; cutting information at each moment as in back-tests (L. Tashman, International Journal of Forecasting 2000).
 * Weakness: identities and boundaries are today's; a commit dated wrongly appears in the wrong month.
 */
export function trendPoint({ evidence, partition, settings, at }: TrendQuestion & { readonly at: Moment }): TrendPoint {
  const landscape = buildLandscape({ evidence, partition, settings, at });
  const window = { from: at, to: at + settings.absenceDays * DAY };
  const { northStar, person, areas } = worstSingleAbsences({ landscape, settings, window });
  return { at, northStar, uncarried: uncarried(landscape, person, settings), areas };
}

export interface TrendQuestion {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly settings: Settings;
}

export interface TrendPoint {
  readonly at: Moment;
  /** Null where too little was known then. */
  readonly northStar: Estimate | null;
  /** Share of all expected work that each area leaves uncarried in the absence of the north star; sums to 1 − star. */
  readonly uncarried: Float64Array;
  /** Each area in its own worst single absence. */
  readonly areas: readonly AreaOutcome[];
}

function uncarried(landscape: Landscape, person: PersonId | null, settings: Settings): Float64Array {
  const { sums } = landscape;
  const weights = areaWeights(landscape, settings.minimumCommits);
  const share = Float64Array.from(weights, (w, a) => w * (1 - overNodes((n) => sums.cover[n]![a]!)));
  if (person === null) return share;
  for (let s = 0; s < sums.gain.length; s++)
    if (sums.slotPerson[s] === person) share[sums.slotArea[s]!]! += weights[sums.slotArea[s]!]! * sums.gain[s]!;
  return share;
}

/**
 * The first moments of the last `months` calendar months (UTC) before `at`, and `at` itself, oldest first; none before
 * the history began.
 */
export function monthStarts({
  from,
  at,
  months,
}: {
  readonly from: Moment;
  readonly at: Moment;
  readonly months: number;
}): readonly Moment[] {
  const last = new Date(at * 1000);
  const starts = Array.from({ length: months }, (_, i) => Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - i, 1) / 1000);
  return [...starts.filter((start) => start > from && start < at).reverse(), at];
}
