import { countedAt } from '#core/evidence/counted-at.ts';
import type { PairTally } from '#core/knowledge/pair-tally.ts';
import { degreeOfAuthorship } from '#core/published/doa.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';

export const NOBODY = 0xffff_ffff;

/**
 * # Who leads a file
 * What it says: whose mark on a file is strongest: what they would leave behind, and how much they carry already.
 * Formula: the person with the highest degree of authorship (core/published/doa.ts) among those who changed the file; equal marks: the
 *   smaller row. NOBODY where no human changed it, or where it does not exist or is not counted at the moment.
 * Reading: the share of files that somebody leads is their load.
 * Source: G. Avelino et al., "A Novel Approach for Estimating Truck Factors", ICPC 2016 (the measure); one leader per file is ours.
 * Weakness: the strongest mark may be old; whether its bearer is still here is a matter of presence.
 */
export function leadersAt(evidence: Evidence, tally: PairTally, at: Moment): Uint32Array {
  const counted = countedAt(evidence, at);
  return Uint32Array.from(counted, (is, file) => (is === 0 ? NOBODY : leaderOf(evidence, tally, file)));
}

function leaderOf({ people }: Evidence, tally: PairTally, file: number): number {
  let leader = NOBODY,
    most = -Infinity;
  for (let pair = tally.start[file]!; pair < tally.start[file + 1]!; pair++) {
    const changes = tally.changes[pair]!;
    if ((changes <= 0 && tally.created[pair] === 0) || people[tally.person[pair]!]!.kind !== 'human') continue;
    const mark = degreeOfAuthorship({ created: tally.created[pair]! > 0, changes, others: tally.others[pair]! });
    if (mark > most + 1e-9) {
      most = mark;
      leader = tally.person[pair]!;
    }
  }
  return leader;
}

/** Files that each person leads. */
export function filesLed(leaders: Uint32Array, people: number): Float64Array {
  const led = new Float64Array(people);
  for (const leader of leaders) if (leader !== NOBODY) led[leader]!++;
  return led;
}
