import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Change } from './change.ts';
import { type FadingCounts, fadingCounts } from './fading-counts.ts';

/** Half-lives of the counts, days. Chosen once on golang/tools before 2019. */
const FILE_DAYS = 365;
const FOLDER_DAYS = 180;
const PAIR_DAYS = 365;

/** What is remembered of the changes so far: who reviewed whom, and where. Mutated by `see`, oldest change first. */
export interface Memory {
  readonly ownOfFile: FadingCounts;
  readonly reviewsOfFolder: FadingCounts;
  readonly reviewsOfTop: FadingCounts;
  /** Reviews of one person's changes (place = author), by reviewer. */
  readonly reviewsOfAuthor: FadingCounts;
  readonly lastAct: Map<PersonId, Moment>;
  readonly lastReview: Map<PersonId, Moment>;
  /** Last review of author a by reviewer r, under `pairOf(a, r)`. */
  readonly lastPair: Map<number, Moment>;
}

export function openMemory(): Memory {
  return {
    ownOfFile: fadingCounts(FILE_DAYS),
    reviewsOfFolder: fadingCounts(FOLDER_DAYS),
    reviewsOfTop: fadingCounts(FOLDER_DAYS),
    reviewsOfAuthor: fadingCounts(PAIR_DAYS),
    lastAct: new Map(),
    lastReview: new Map(),
    lastPair: new Map(),
  };
}

const PEOPLE = 2 ** 26;

export function pairOf(author: PersonId, reviewer: PersonId): number {
  return author * PEOPLE + reviewer;
}

/** Takes one more change in. */
export function see(memory: Memory, change: Change): void {
  const { at, authors, reviewers, files } = change;
  for (const author of authors) {
    memory.lastAct.set(author, at);
    for (const file of files) memory.ownOfFile.add(file, author, at);
  }
  for (const reviewer of reviewers) seeReview(memory, change, reviewer);
}

function seeReview(memory: Memory, { at, authors, folders, tops }: Change, reviewer: PersonId): void {
  memory.lastAct.set(reviewer, at);
  memory.lastReview.set(reviewer, at);
  for (const folder of folders) memory.reviewsOfFolder.add(folder, reviewer, at);
  for (const top of tops) memory.reviewsOfTop.add(top, reviewer, at);
  for (const author of authors) {
    memory.reviewsOfAuthor.add(author, reviewer, at);
    memory.lastPair.set(pairOf(author, reviewer), at);
  }
}
