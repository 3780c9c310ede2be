/**
 * # Credit
 * What it says: who changed and who reviewed a commit, and with what share.
 * Formula: each of the k people who wrote it (author, halves of a pair, human co-authors) gets credit 1/k as `authored`; a
 *   reviewer by `Reviewed-by` gets 1, by `Acked-by` or by accepting the work 0.5, as `reviewed`; nobody gets both. An agent
 *   that is the author counts in k; an agent in a trailer only sets the AI flag.
 * Reading: credit sums to 1 over the writers of a commit, however many they are.
 * Source: trailers as documented by git-interpret-trailers and the Linux kernel's submitting-patches; equal shares as in
 *   git-mob and code-maat.
 * Weakness: platforms add co-authors who only accepted a suggestion; they share alike.
 */
import { acceptedBy } from './accepted-by.ts';
import type { Actors } from './identify-actors.ts';
import { NO_ROW, type RawHistory, TRAILER_KINDS } from '#core/evidence/raw-history.ts';

/** Writers and reviewers of one commit, as representative identities. */
export interface Doers {
  readonly authors: readonly number[];
  readonly reviewers: readonly Reviewer[];
  readonly aiAssisted: boolean;
}

interface Reviewer {
  readonly identity: number;
  readonly credit: number;
}

const CO_AUTHORED = TRAILER_KINDS.indexOf('co-authored');
const REVIEWED = TRAILER_KINDS.indexOf('reviewed');
const ACKED = TRAILER_KINDS.indexOf('acked');
const ASSISTED = TRAILER_KINDS.indexOf('assisted');
const WEAK_REVIEW = 0.5;
const NO_REVIEW: readonly Reviewer[] = [];

/** One history with everything that credit depends on. */
interface Credits {
  readonly history: RawHistory;
  readonly actors: Actors;
  /** Row in `actors` of the history's own identities. */
  readonly identityRow: Uint32Array;
  readonly accepted: Uint32Array;
  /** Trailers of commit c: `trailer[firstTrailer[c]] … trailer[firstTrailer[c + 1] − 1]`. */
  readonly firstTrailer: Uint32Array;
  readonly trailer: Uint32Array;
}

/** Answers, commit by commit, who did what in one history. */
export function doersOf(history: RawHistory, identityRow: Uint32Array, actors: Actors): (commit: number) => Doers {
  const personOf = (identity: number): number => actors.group[identityRow[identity]!]!;
  const mayAccept = (identity: number): boolean =>
    isPerson(actors, identityRow[identity]!) && actors.platform[identityRow[identity]!] === 0;
  const credits: Credits = {
    history,
    actors,
    identityRow,
    accepted: acceptedBy(history, { personOf, mayAccept }),
    ...sortTrailers(history),
  };
  return (commit) => {
    const author = identityRow[history.commits.author[commit]!]!;
    const byAgent = actors.kind[author] === 'agent';
    if (credits.firstTrailer[commit] !== credits.firstTrailer[commit + 1]) return doersWithTrailers(credits, commit);
    const authors = peopleBehind(actors, author);
    const reviewers = credits.accepted[commit] === NO_ROW ? NO_REVIEW : withAcceptor(credits, commit, { authors, reviewers: [] });
    return { authors, reviewers, aiAssisted: byAgent };
  };
}

function doersWithTrailers(credits: Credits, commit: number): Doers {
  const { history, actors, identityRow } = credits;
  const author = identityRow[history.commits.author[commit]!]!;
  const authors = [...peopleBehind(actors, author)];
  let aiAssisted = actors.kind[author] === 'agent';
  for (let at = credits.firstTrailer[commit]!; at < credits.firstTrailer[commit + 1]!; at++) {
    const row = credits.trailer[at]!;
    const kind = history.trailers.kind[row]!;
    const identity = identityRow[history.trailers.identity[row]!]!;
    if (kind === ASSISTED || (kind === CO_AUTHORED && actors.kind[identity] === 'agent')) aiAssisted = true;
    else if (kind === CO_AUTHORED && isPerson(actors, identity))
      for (const person of peopleBehind(actors, identity)) addOnce(authors, person);
  }
  return { authors, reviewers: reviewersOf(credits, commit, authors), aiAssisted };
}

function reviewersOf(credits: Credits, commit: number, authors: readonly number[]): readonly Reviewer[] {
  const { history, actors, identityRow } = credits;
  const reviewers: Reviewer[] = [];
  for (const wanted of [REVIEWED, ACKED]) {
    for (let at = credits.firstTrailer[commit]!; at < credits.firstTrailer[commit + 1]!; at++) {
      const row = credits.trailer[at]!;
      const identity = identityRow[history.trailers.identity[row]!]!;
      if (history.trailers.kind[row] !== wanted || !isPerson(actors, identity)) continue;
      for (const person of peopleBehind(actors, identity))
        addReviewer(reviewers, { identity: person, credit: wanted === REVIEWED ? 1 : WEAK_REVIEW }, authors);
    }
  }
  return credits.accepted[commit] === NO_ROW ? reviewers : withAcceptor(credits, commit, { authors, reviewers });
}

function withAcceptor(
  { actors, identityRow, accepted }: Credits,
  commit: number,
  { authors, reviewers }: { readonly authors: readonly number[]; readonly reviewers: Reviewer[] },
): readonly Reviewer[] {
  for (const person of peopleBehind(actors, identityRow[accepted[commit]!]!))
    addReviewer(reviewers, { identity: person, credit: WEAK_REVIEW }, authors);
  return reviewers;
}

/** The first, strongest, mention counts. */
function addReviewer(reviewers: Reviewer[], reviewer: Reviewer, authors: readonly number[]): void {
  if (!authors.includes(reviewer.identity) && !reviewers.some(({ identity }) => identity === reviewer.identity)) reviewers.push(reviewer);
}

function addOnce(list: number[], value: number): void {
  if (!list.includes(value)) list.push(value);
}

function isPerson(actors: Actors, identity: number): boolean {
  return actors.kind[identity] === 'human' && actors.nobody[identity] === 0;
}

function peopleBehind(actors: Actors, identity: number): readonly number[] {
  const halves = actors.pairs.size === 0 ? undefined : actors.pairs.get(identity);
  return halves === undefined ? [actors.group[identity]!] : [...new Set(halves.map((row) => actors.group[row]!))];
}

function sortTrailers({ trailers, commits }: RawHistory): { firstTrailer: Uint32Array; trailer: Uint32Array } {
  const firstTrailer = new Uint32Array(commits.count + 2);
  for (let row = 0; row < trailers.count; row++) firstTrailer[trailers.commit[row]! + 2]!++;
  for (let commit = 2; commit < firstTrailer.length; commit++) firstTrailer[commit]! += firstTrailer[commit - 1]!;
  const trailer = new Uint32Array(trailers.count);
  for (let row = 0; row < trailers.count; row++) trailer[firstTrailer[trailers.commit[row]! + 1]!++] = row;
  return { firstTrailer, trailer };
}
