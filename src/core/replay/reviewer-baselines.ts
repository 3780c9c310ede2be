import { fadingCounts, sharesOf } from '#core/reviewing/fading-counts.ts';
import type { Change } from '#core/reviewing/change.ts';
import type { Memory } from '#core/reviewing/memory.ts';
import type { Question } from '#core/reviewing/reviewer-features.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** A simple way to order candidates. */
export interface Baseline {
  readonly name: string;
  /** Scores of all who have one; everybody else scores nothing. */
  readonly score: (question: Question) => ReadonlyMap<PersonId, number>;
}

/** What simple ways remember; fed change by change like the product's own memory. */
export interface BaselineMemory {
  readonly baselines: readonly Baseline[];
  readonly see: (change: Change) => void;
}

/**
 * # Simple ways to find a reviewer
 * What it says: what the product's order must beat.
 * Formula: last author = who wrote these files last, by files; file authorship = Σ over files of `3.293 + 1.098·FA + 0.164·DL − 0.321·ln(1 + AC)`
 *   (first authorship, own changes, changes by others); most reviews lately = reviews with a half-life of 30 days; reviewers of these files
 *   (as cHRev) = Σ over files of reviews/all + days/all + 1/(1 + days since the last one of all and one's own); reviewers of these folders =
 *   share of reviews, half-life 180 days; reviewers of this author = the same of the author's changes, half-life 30 days. Ties: whoever
 *   reviewed last.
 * Reading: the best of them is what a team gets without any model.
 * Source: M. Zanjani, H. Kagdi, C. Bird, "Automatically recommending peer reviewers in modern code review", TSE 2016 (cHRev); G. Avelino et al.,
 *   ICPC 2016 (degree of authorship).
 * Weakness: cHRev counts comments; here only that somebody reviewed is known, so a review counts once and its day is the day it landed.
 */
export function openBaselines(memory: Memory): BaselineMemory {
  const lastAuthor = new Map<number, PersonId>();
  const written = new Map<number, { first: readonly PersonId[]; total: number; own: Map<PersonId, number> }>();
  const reviews30 = fadingCounts(30),
    ofAuthor30 = fadingCounts(30);
  const files = new Map<number, FileReviews>();
  return {
    baselines: [
      {
        name: 'last author of the files',
        score: (question) => tally(question.files, (file) => (lastAuthor.has(file) ? [[lastAuthor.get(file)!, 1]] : [])),
      },
      {
        name: 'file authorship (DOA)',
        score: ({ files: asked }) =>
          tally(asked, (file) => {
            const one = written.get(file);
            return one === undefined
              ? []
              : [...one.own].map(([person, own]) => [person, doa(one.first.includes(person), own, one.total - own)] as const);
          }),
      },
      {
        name: 'most reviews lately',
        score: ({ at }) => new Map(Array.from(reviews30.people(0), (person) => [person, reviews30.of(0, person, at)])),
      },
      { name: 'reviewers of these files (as cHRev)', score: ({ files: asked }) => tally(asked, (file) => sharesOfFile(files.get(file))) },
      { name: 'reviewers of these folders', score: ({ at, folders }) => sharesOf(memory.reviewsOfFolder, folders, at) },
      { name: 'reviewers of this author lately', score: ({ at, authors }) => sharesOf(ofAuthor30, authors, at) },
    ],
    see: (change) => {
      for (const file of change.files) seeFile(change, file, { lastAuthor, written, files });
      for (const reviewer of change.reviewers) {
        reviews30.add(0, reviewer, change.at);
        for (const author of change.authors) ofAuthor30.add(author, reviewer, change.at);
      }
    },
  };
}

/** Reviews of one file: how many and on which days, by person. */
type FileReviews = Map<PersonId, { reviews: number; readonly days: Set<number>; last: number }>;

interface Written {
  readonly lastAuthor: Map<number, PersonId>;
  readonly written: Map<number, { first: readonly PersonId[]; total: number; own: Map<PersonId, number> }>;
  readonly files: Map<number, FileReviews>;
}

function seeFile({ at, authors, reviewers }: Change, file: number, { lastAuthor, written, files }: Written): void {
  lastAuthor.set(file, authors[0]!);
  const one = written.get(file) ?? { first: authors, total: 0, own: new Map<PersonId, number>() };
  written.set(file, one);
  one.total++;
  for (const author of authors) one.own.set(author, (one.own.get(author) ?? 0) + 1);
  const known: FileReviews = files.get(file) ?? new Map();
  files.set(file, known);
  for (const reviewer of reviewers) {
    const own = known.get(reviewer) ?? { reviews: 0, days: new Set(), last: 0 };
    known.set(reviewer, { reviews: own.reviews + 1, days: own.days.add(Math.floor(at / DAY)), last: at });
  }
}

function doa(first: boolean, own: number, others: number): number {
  return 3.293 + (first ? 1.098 : 0) + 0.164 * own - 0.321 * Math.log1p(others);
}

function sharesOfFile(known: FileReviews | undefined): readonly (readonly [PersonId, number])[] {
  if (known === undefined || known.size === 0) return [];
  let reviews = 0,
    days = 0,
    last = 0;
  for (const one of known.values()) {
    reviews += one.reviews;
    days += one.days.size;
    last = Math.max(last, one.last);
  }
  return [...known].map(([person, one]) => [
    person,
    one.reviews / reviews + one.days.size / days + 1 / (1 + Math.abs(last - one.last) / DAY),
  ]);
}

function tally(
  places: readonly number[],
  scores: (place: number) => readonly (readonly [PersonId, number])[],
): ReadonlyMap<PersonId, number> {
  const sum = new Map<PersonId, number>();
  for (const place of places) for (const [person, score] of scores(place)) sum.set(person, (sum.get(person) ?? 0) + score);
  return sum;
}
