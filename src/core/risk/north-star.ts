import type { PersonId } from '#core/terms/person.ts';
import { overNodes } from './cover-sums.ts';
import { areaWeights } from './landscape.ts';
import type { Landscape } from './landscape.ts';

/**
 * # North star
 * What it says: if any one person were away for two weeks, at least this share of the expected work would still be carried.
 * Formula: `min over persons d of Σ w(area)·(cover(area) − gain(d, area))`, `w` = tier (3, 2, 1) × expected changes, summing to 1 over the
 *   judged areas; `gain` as in cover-sums.ts (exact: cover is linear in each person).
 * Reading: 90 % = no single absence is felt much; 40 % = one absence stops most of the work. It rises when a second person takes part where
 *   one carries alone, not when the one works less.
 * Source: Understudy (design record of engine §4).
 * Weakness: one absence at a time; two people who cover for each other look safe until both leave in August.
 */
export function northStar(landscape: Landscape, minimumCommits: number): NorthStar | null {
  const { sums } = landscape;
  const weights = areaWeights(landscape, minimumCommits);
  if (weights.every((w) => w === 0)) return null;
  const before = overNodes((n) => weights.reduce((sum, w, a) => sum + w * sums.cover[n]![a]!, 0));
  const drop = new Float64Array(landscape.present.length);
  for (let s = 0; s < sums.gain.length; s++) drop[sums.slotPerson[s]!]! += weights[sums.slotArea[s]!]! * sums.gain[s]!;
  let person = -1;
  for (let p = 0; p < drop.length; p++) if (drop[p]! > (person < 0 ? 0 : drop[person]!)) person = p;
  return { served: before - (person < 0 ? 0 : drop[person]!), servedBefore: before, person: person < 0 ? null : person, drop };
}

export interface NorthStar {
  /** Share of expected work that is still carried in the worst single absence. */
  readonly served: number;
  readonly servedBefore: number;
  /** Whose absence that is; null where nobody's absence is felt. For core/policy to name or not. */
  readonly person: PersonId | null;
  /** Share of all work that each person's absence alone costs, by person row. Never shown sorted. */
  readonly drop: Float64Array;
}
