import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { Choices } from '#core/fitting/fit-choice.ts';
import { openMemory, see } from '#core/reviewing/memory.ts';
import { candidatesFor } from '#core/reviewing/rank-reviewers.ts';
import { FEATURES, featuresFor } from '#core/reviewing/reviewer-features.ts';
import type { Moment } from '#core/terms/moment.ts';
import { peopled, replayOf } from './replay.ts';

/** The reviews before a moment as choices that were made: one for each reviewer, the reviewers of a change sharing its weight. */
export function reviewChoices(history: RawHistory, until: Moment): Choices {
  const { changes, quarters } = replayOf(history);
  const rows: number[] = [];
  const [start, taken, weight]: number[][] = [[0], [], []];
  for (const { from, first, end, identities } of quarters) {
    if (from >= until) break;
    const memory = openMemory();
    for (let row = 0; row < end; row++) {
      const change = peopled(changes[row]!, identities);
      if (row >= first && change.at < until && change.reviewers.length > 0) {
        const candidates = candidatesFor(memory, change, identities.isHuman);
        const featuresOf = featuresFor(memory, change);
        const known = change.reviewers.filter((person) => candidates.includes(person));
        for (const reviewer of known) {
          taken!.push(start!.at(-1)! + candidates.indexOf(reviewer));
          weight!.push(1 / known.length);
          for (const candidate of candidates) rows.push(...featuresOf(candidate));
          start!.push(start!.at(-1)! + candidates.length);
        }
      }
      see(memory, change);
    }
  }
  return {
    width: FEATURES.length,
    rows: Float64Array.from(rows),
    start: Uint32Array.from(start!),
    taken: Uint32Array.from(taken!),
    weight: Float64Array.from(weight!),
  };
}
