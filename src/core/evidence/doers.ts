/**
 * # Credit
 * What it says: who changed and who reviewed a commit, and with what share.
 * Formula: each of the k people who wrote it (author, halves of a pair, human co-authors) gets credit 1/k as `authored`; a reviewer by `Reviewed-by` gets 1, by `Acked-by` or by accepting the work 0.5, as `reviewed`; nobody gets both. An agent that is the author counts in k; an agent in a trailer only sets the AI flag.
 * Reading: credit sums to 1 over the writers of a commit, however many they are.
 * Source: trailers as documented by git-interpret-trailers and the Linux kernel's submitting-patches; equal shares as in git-mob and code-maat.
 * Weakness: platforms add co-authors who only accepted a suggestion; they share alike.
 */
import type { Actors } from './identity.ts';
import { acceptedBy } from './accepted-by.ts';
import { NO_ROW, type RawHistory, TRAILER_KINDS } from './raw-history.ts';

const [CO_AUTHORED, REVIEWED, ACKED, ASSISTED] = (['co-authored', 'reviewed', 'acked', 'assisted'] as const).map((kind) => TRAILER_KINDS.indexOf(kind));
const WEAK_REVIEW = 0.5;

/** Writers and reviewers of one commit, as representative identities. */
export interface Doers {
  readonly authors: readonly number[];
  readonly reviewers: readonly { readonly identity: number; readonly credit: number }[];
  readonly aiAssisted: boolean;
}

/** Answers, commit by commit, who did what in one history. */
export function doersOf(history: RawHistory, identityRow: Uint32Array, actors: Actors): (commit: number) => Doers {
  const groupOf = (identity: number): number => actors.group[identityRow[identity]!]!;
  const isPerson = (identity: number): boolean => actors.kind[identityRow[identity]!] === 'human' && actors.nobody[identityRow[identity]!] === 0;
  const accepted = acceptedBy(history, { personOf: groupOf, mayAccept: (identity) => isPerson(identity) && actors.platform[identityRow[identity]!] === 0 });
  const trailersOf = trailersByCommit(history);
  const peopleOf = (identity: number): readonly number[] => actors.pairs.get(identityRow[identity]!)?.map((row) => actors.group[row]!) ?? [groupOf(identity)];
  return (commit) => {
    const rows = trailersOf(commit);
    const author = history.commits.author[commit]!;
    const authors = new Set(peopleOf(author));
    let aiAssisted = actors.kind[identityRow[author]!] === 'agent';
    for (const row of rows) {
      const identity = history.trailers.identity[row]!;
      const kind = history.trailers.kind[row]!;
      if (kind === ASSISTED || (kind === CO_AUTHORED && actors.kind[identityRow[identity]!] === 'agent')) aiAssisted = true;
      else if (kind === CO_AUTHORED && isPerson(identity)) for (const person of peopleOf(identity)) authors.add(person);
    }
    return { authors: [...authors], reviewers: reviewersOf(rows, accepted[commit]!, authors), aiAssisted };
  };

  function reviewersOf(rows: readonly number[], acceptor: number, authors: ReadonlySet<number>): { identity: number; credit: number }[] {
    const credit = new Map<number, number>();
    const add = (identity: number, share: number): void => {
      for (const person of peopleOf(identity)) if (!authors.has(person)) credit.set(person, Math.max(share, credit.get(person) ?? 0));
    };
    for (const row of rows) {
      const kind = history.trailers.kind[row]!;
      if ((kind === REVIEWED || kind === ACKED) && isPerson(history.trailers.identity[row]!)) add(history.trailers.identity[row]!, kind === REVIEWED ? 1 : WEAK_REVIEW);
    }
    if (acceptor !== NO_ROW) add(acceptor, WEAK_REVIEW);
    return [...credit].map(([identity, share]) => ({ identity, credit: share }));
  }
}

const NONE: readonly number[] = [];

function trailersByCommit({ trailers, commits }: RawHistory): (commit: number) => readonly number[] {
  const first = new Uint32Array(commits.count + 2);
  for (let row = 0; row < trailers.count; row++) first[trailers.commit[row]! + 2]!++;
  for (let commit = 2; commit < first.length; commit++) first[commit]! += first[commit - 1]!;
  const rows = new Uint32Array(trailers.count);
  for (let row = 0; row < trailers.count; row++) rows[first[trailers.commit[row]! + 1]!++] = row;
  return (commit) => (first[commit] === first[commit + 1] ? NONE : Array.from(rows.subarray(first[commit]!, first[commit + 1]!)));
}
