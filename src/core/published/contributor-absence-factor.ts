import type { Evidence } from '#core/evidence/evidence.ts';
import { ACT_KINDS } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { actsUpTo } from '#core/knowledge/pair-tally.ts';

const AUTHORED = ACT_KINDS.indexOf('authored');

/**
 * # Contributor absence factor
 * What it says: the fewest people who together made half of the contributions.
 * Formula: people in order of contributions, most first; the least k with `Σ of the first k ≥ 50 %` of all.
 * Reading: 1 = one person made half of everything. It counts contributions, not knowledge: a low figure is a question, not a verdict.
 * Source: CHAOSS project, metric "Contributor Absence Factor" (formerly Bus Factor); its example 1000, 202, 90, 33, 332, 343, 42, 433 gives 2.
 * Weakness: the past weighs like the present, large and small changes alike, and who left long ago still counts.
 */
export function contributorAbsenceFactor(contributions: Iterable<number>): number {
  const sorted = [...contributions].filter((c) => c > 0).sort((a, b) => b - a);
  const half = sorted.reduce((sum, c) => sum + c, 0) / 2;
  let sum = 0;
  return sorted.findIndex((c) => (sum += c) >= half) + 1;
}

/** Commits by each person that touched any of the chosen files (1 in `chosen`), by person row; automations 0. */
export function contributionsOf(evidence: Evidence, chosen: Uint8Array, at: Moment): Float64Array {
  const { acts, people } = evidence;
  const count = new Float64Array(people.length),
    last = new Int32Array(people.length).fill(-1);
  const seen = actsUpTo(evidence, at);
  for (let i = 0; i < seen; i++) {
    const person = acts.person[i]!;
    if (acts.kind[i] !== AUTHORED || chosen[acts.file[i]!] === 0 || people[person]!.kind === 'bot' || last[person] === acts.commit[i]!)
      continue;
    last[person] = acts.commit[i]!;
    count[person]!++;
  }
  return count;
}
