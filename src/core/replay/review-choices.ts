import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { Choices } from '#core/fitting/fit-choice.ts';
import type { Change } from '#core/reviewing/change.ts';
import { openMemory, see } from '#core/reviewing/memory.ts';
import { candidatesFor } from '#core/reviewing/rank-reviewers.ts';
import { FEATURES, featuresFor } from '#core/reviewing/reviewer-features.ts';
import type { Moment } from '#core/terms/moment.ts';
import { type Asking, replayOf, walkQuarter } from './replay.ts';

/** The reviews before a moment as choices that were made: one for each reviewer, the reviewers of a change sharing its weight. */
export function reviewChoices(history: RawHistory, until: Moment): Choices {
  const replay = replayOf(history);
  const rows: number[] = [];
  const [start, taken, weight]: number[][] = [[0], [], []];
  for (const quarter of replay.quarters) {
    if (quarter.from >= until) break;
    const memory = openMemory();
    const ask = (change: Change, asking: Asking): void => {
      if (asking !== 'landing' || change.at >= until) return;
      const candidates = candidatesFor(memory, change, quarter.identities.isHuman);
      const featuresOf = featuresFor(memory, change);
      const known = change.reviewers.filter((person) => candidates.includes(person));
      for (const reviewer of known) {
        taken!.push(start!.at(-1)! + candidates.indexOf(reviewer));
        weight!.push(1 / known.length);
        for (const candidate of candidates) rows.push(...featuresOf(candidate));
        start!.push(start!.at(-1)! + candidates.length);
      }
    };
    walkQuarter(replay, quarter, { ask, see: (change) => see(memory, change) });
  }
  return {
    width: FEATURES.length,
    rows: Float64Array.from(rows),
    start: Uint32Array.from(start!),
    taken: Uint32Array.from(taken!),
    weight: Float64Array.from(weight!),
  };
}
