import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { Change } from '#core/reviewing/change.ts';
import { type Memory, openMemory, see } from '#core/reviewing/memory.ts';
import { candidatesFor, rankReviewers } from '#core/reviewing/rank-reviewers.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type BaselineMemory, openBaselines } from './reviewer-baselines.ts';
import { type Asking, replayOf, walkQuarter } from './replay.ts';

/** One reviewed change of the past, and at which place each way to answer had the first of its reviewers. */
export interface ReviewCase {
  readonly asking: Asking;
  readonly quarter: string;
  readonly at: Moment;
  /** Null where none of them was a candidate. */
  readonly places: readonly (number | null)[];
}

export interface ReviewCases {
  /** Names of the ways to answer, the product's own first; order of `places`. */
  readonly ways: readonly string[];
  readonly cases: readonly ReviewCase[];
}

export const OURS = 'understudy';

/** Asks every reviewed change from a moment on, with what was known before it landed, and before it was written. */
export function reviewCases(history: RawHistory, from: Moment): ReviewCases {
  const replay = replayOf(history);
  const cases: ReviewCase[] = [];
  let ways: readonly string[] = [];
  for (const quarter of replay.quarters) {
    if (quarter.to <= from) continue;
    const memory = openMemory();
    const simple = openBaselines(memory);
    const asked = { memory, simple, isHuman: quarter.identities.isHuman };
    ways = [OURS, ...simple.baselines.map((one) => one.name)];
    walkQuarter(replay, quarter, {
      ask: (change, asking) => {
        if (change.reviewers.length > 0 && change.at >= from)
          cases.push({ asking, quarter: quarter.name, at: change.at, places: placesOf(change, asked) });
      },
      see: (change) => {
        see(memory, change);
        simple.see(change);
      },
    });
  }
  return { ways, cases };
}

interface Asked {
  readonly memory: Memory;
  readonly simple: BaselineMemory;
  readonly isHuman: (person: PersonId) => boolean;
}

function placesOf(change: Change, { memory, simple, isHuman }: Asked): readonly (number | null)[] {
  const candidates = candidatesFor(memory, change, isHuman);
  const wanted = change.reviewers.filter((person) => candidates.includes(person));
  if (wanted.length === 0) return [null, ...simple.baselines.map(() => null)];
  const ranked = rankReviewers(memory, change, candidates);
  const ours = 1 + ranked.findIndex(({ person }) => wanted.includes(person));
  const latest = (person: PersonId): number => memory.lastReview.get(person) ?? 0;
  return [
    ours,
    ...simple.baselines.map(({ score }) => {
      const scores = score(change);
      const of = (person: PersonId): number => scores.get(person) ?? 0;
      return Math.min(
        ...wanted.map(
          (one) => 1 + candidates.filter((other) => of(other) > of(one) || (of(other) === of(one) && latest(other) > latest(one))).length,
        ),
      );
    }),
  ];
}
