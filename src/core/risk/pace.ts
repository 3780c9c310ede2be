import { NO_AREA } from '#core/areas/partition.ts';
import type { Partition } from '#core/areas/partition.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { ACT_KINDS } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import { BINS, countChange, gammaRates, newRateTally } from './gamma-rate.ts';

const AUTHORED = ACT_KINDS.indexOf('authored');
export const FORTNIGHT = 14;
/** What counts as somebody's busy fortnight: all but this share of their fortnights had no more. */
const USUAL = 0.95;
/** Fortnights with a change that it takes to know somebody's pace: three months of them. */
export const LEAST_FORTNIGHTS = 6;

/**
 * # Pace
 * What it says: how many changes a person makes in a fortnight, and how many in a busy one, by their own past.
 * Formula: `rate ~ Gamma(shape/φ, days/φ)` exactly as the demand of an area (demand.ts), over the changes that the person wrote, each counted
 *   once in every area it touched. `busy(n)` = the smallest k such that at least 95 % of the person's own stretches of n fortnights in the past
 *   two years (from their first change in them on; one after another, overlapping) had k changes or fewer.
 * Reading: 3 and busy 9 = usually three, hardly ever more than nine. It says what somebody was asked and free to do so far, not what they could;
 *   it is compared with their own past only, never with anybody else's. Below six fortnights with a change it is not judged.
 * Source: Understudy; quasi-Poisson rates as in demand.ts; a limit taken from one's own past: control charts (W. Shewhart, 1931).
 *   Looked back on six public histories (scripts/backtest.ts, 2,096 people × fortnights): 89 % inside the 90 % interval; 3.8 % busier than busy,
 *   where the Gamma rate said 1.7 %: without an absence the chance of an overload is said too low.
 * Weakness: changes in git only: reviews, meetings and work elsewhere fill a fortnight too; big and small changes count alike.
 */
export interface Paces {
  /** Changes per day of each person: a Gamma posterior with `shape` and `rate` (days). */
  readonly shape: Float64Array;
  readonly rate: Float64Array;
  /** Changes per fortnight, newest first, 52 for each person; and how many of them the person is known for. */
  readonly bins: Float64Array;
  readonly known: Uint8Array;
  /** Fortnights with a change, of at most 52. */
  readonly active: Uint8Array;
}

export interface PaceQuestion {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly at: Moment;
}

export function paces({ evidence, partition, at }: PaceQuestion): Paces {
  const people = evidence.people.length;
  const tally = newRateTally(people, at);
  const areas = partition.areas.length;
  const last = new Map<number, number>();
  const { acts } = evidence;
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) {
    const area = partition.ofFile[acts.file[i]!]!;
    if (acts.kind[i] !== AUTHORED || area === NO_AREA) continue;
    const slot = acts.person[i]! * areas + area;
    if (last.get(slot) === acts.commit[i]) continue;
    last.set(slot, acts.commit[i]!);
    countChange(tally, acts.person[i]!, acts.at[i]!);
  }
  const active = new Uint8Array(people),
    known = new Uint8Array(people);
  for (let p = 0; p < people; p++) {
    known[p] = Math.min(BINS, Math.floor((at - tally.firstAt[p]!) / (FORTNIGHT * DAY)) + 1);
    for (let bin = 0; bin < known[p]!; bin++) active[p]! += tally.bins[p * BINS + bin]! > 0 ? 1 : 0;
  }
  return { ...gammaRates(tally), bins: tally.bins, known, active };
}

/** Changes of a busy stretch of `fortnights`; of somebody who is known for less, in proportion. */
export function busyOf({ bins, known }: Paces, person: number, fortnights: number): number {
  const own = bins.subarray(person * BINS, person * BINS + known[person]!);
  const length = Math.min(fortnights, own.length);
  const sums = Float64Array.from({ length: own.length - length + 1 }, (_, from) =>
    own.subarray(from, from + length).reduce((sum, changes) => sum + changes, 0),
  ).sort();
  return (sums[Math.ceil(USUAL * sums.length - 1e-9) - 1]! * fortnights) / length;
}
