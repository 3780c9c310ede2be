import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Change } from './change.ts';
import { sharesOf } from './fading-counts.ts';
import { type Memory, pairOf } from './memory.ts';

/** What the ranker looks at, in the order of its coefficients. */
export const FEATURES = [
  'silence',
  'reviewSilence',
  'pairSilence',
  'reviewedByAuthor',
  'reviewsInTop',
  'reviewsInFolder',
  'ownInFiles',
] as const;

/** `ln(1 + days)` of what has never happened: some twenty years. */
const NEVER = 9;
/** Added to a share before its logarithm. */
const TRACE = 0.02;
/** Weight of nobody in the reviews of one person's changes. */
const NOBODY = 0.5;

/** A change that still needs reviewers: the same without them. */
export type Question = Omit<Change, 'reviewers'>;

/** Features of one candidate after another; what does not depend on the candidate is looked up once. */
export function featuresFor(memory: Memory, { at, authors, files, folders, tops }: Question): (candidate: PersonId) => readonly number[] {
  const inTop = sharesOf(memory.reviewsOfTop, tops, at);
  const inFolder = sharesOf(memory.reviewsOfFolder, folders, at);
  const inFiles = sharesOf(memory.ownOfFile, files, at);
  return (candidate) => [
    daysSince(memory.lastAct.get(candidate), at),
    daysSince(memory.lastReview.get(candidate), at),
    Math.min(...authors.map((author) => daysSince(memory.lastPair.get(pairOf(author, candidate)), at))),
    logShare(byAuthors(memory, candidate, { authors, at })),
    logShare(inTop.get(candidate)),
    logShare(inFolder.get(candidate)),
    logShare(inFiles.get(candidate)),
  ];
}

function daysSince(last: Moment | undefined, at: Moment): number {
  return last === undefined ? NEVER : Math.log1p(Math.max(0, at - last) / DAY);
}

function logShare(share = 0): number {
  return Math.log(TRACE + share);
}

/** Which share of the candidate's own reviews came from those who now ask. */
function byAuthors(memory: Memory, candidate: PersonId, { authors, at }: Pick<Question, 'authors' | 'at'>): number {
  const total = memory.reviewsOfAuthor.total(candidate, at);
  return authors.reduce((sum, author) => sum + memory.reviewsOfAuthor.of(candidate, author, at), 0) / (total + NOBODY);
}
