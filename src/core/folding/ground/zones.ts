import type { Evidence } from '#core/evidence/evidence.ts';
import { DAY } from '#core/terms/moment.ts';

/** Days before somebody's last commit that say where they work now; half a year holds both sides of a change of the clocks. */
const LATELY = 180;
/** Fewer commits than this say nothing: one from a train is no home. */
const LEAST = 3;

/**
 * Offset from UTC in minutes at which each person of the history commits lately: the most frequent one; null where they committed too
 * little. `offsets`: of each commit, in the order of the evidence.
 */
export function zonesOf({ people, commits }: Pick<Evidence, 'people' | 'commits'>, offsets: Int16Array): readonly (number | null)[] {
  const last = new Float64Array(people.length).fill(-1);
  for (let commit = 0; commit < commits.count; commit++)
    last[commits.author[commit]!] = Math.max(last[commits.author[commit]!]!, commits.at[commit]!);
  const counts = people.map(() => new Map<number, number>());
  for (let commit = 0; commit < commits.count; commit++) {
    const author = commits.author[commit]!;
    if (commits.at[commit]! < last[author]! - LATELY * DAY) continue;
    counts[author]!.set(offsets[commit]!, (counts[author]!.get(offsets[commit]!) ?? 0) + 1);
  }
  return counts.map(mostFrequent);
}

/** Of two that are as frequent the one nearer to UTC, then the one to its west. */
function mostFrequent(counts: ReadonlyMap<number, number>): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total < LEAST) return null;
  return [...counts].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && nearer(one[0], best[0])) ? one : best))[0];
}

function nearer(one: number, other: number): boolean {
  return Math.abs(one) < Math.abs(other) || (Math.abs(one) === Math.abs(other) && one < other);
}
