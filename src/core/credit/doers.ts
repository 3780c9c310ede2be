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
/** 1 for the kinds that say something about credit; most trailers only sign off. */
const CREDITING = Uint8Array.from(TRAILER_KINDS, (_, kind) => ([CO_AUTHORED, REVIEWED, ACKED, ASSISTED].includes(kind) ? 1 : 0));
const WEAK_REVIEW = 0.5;
const NO_REVIEW: readonly Reviewer[] = [];

/** One history with everything that credit depends on. */
interface Credits {
  readonly history: RawHistory;
  readonly actors: Actors;
  /** Row in `actors` of the history's own identities. */
  readonly identityRow: Uint32Array;
  readonly accepted: Uint32Array;
  /** Trailers of commit c that say something about credit: `trailer[firstTrailer[c]] … trailer[firstTrailer[c + 1] − 1]`. */
  readonly firstTrailer: Uint32Array;
  readonly trailer: Uint32Array;
  /** What nearly all commits say again and again, by row in `actors`. */
  readonly alone: (Doers | undefined)[];
  readonly acceptors: (readonly Reviewer[] | undefined)[];
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
    alone: [],
    acceptors: [],
  };
  return (commit) => {
    if (credits.firstTrailer[commit] !== credits.firstTrailer[commit + 1]) return doersWithTrailers(credits, commit);
    const alone = doersAlone(credits, commit);
    const reviewers = withAcceptor(credits, commit, { authors: alone.authors, reviewers: NO_REVIEW });
    return reviewers.length === 0 ? alone : { ...alone, reviewers };
  };
}

/** The author, with whoever shares the name. */
function doersAlone({ history, actors, identityRow, alone }: Credits, commit: number): Doers {
  const author = identityRow[history.commits.author[commit]!]!;
  return (alone[author] ??= {
    authors: peopleBehind(actors, author),
    reviewers: NO_REVIEW,
    aiAssisted: actors.kind[author] === 'agent',
  });
}

function doersWithTrailers(credits: Credits, commit: number): Doers {
  const { history, actors, identityRow } = credits;
  const alone = doersAlone(credits, commit);
  const authors = [...alone.authors];
  let { aiAssisted } = alone;
  for (let at = credits.firstTrailer[commit]!; at < credits.firstTrailer[commit + 1]!; at++) {
    const row = credits.trailer[at]!;
    const kind = history.trailers.kind[row]!;
    const identity = identityRow[history.trailers.identity[row]!]!;
    if (kind === ASSISTED || (kind === CO_AUTHORED && actors.kind[identity] === 'agent')) aiAssisted = true;
    else if (kind === CO_AUTHORED && isPerson(actors, identity))
      for (const person of peopleBehind(actors, identity)) addOnce(authors, person);
  }
  const reviewers = [...reviewersBy(credits, commit, { wanted: REVIEWED, authors, before: NO_REVIEW })];
  reviewers.push(...reviewersBy(credits, commit, { wanted: ACKED, authors, before: reviewers }));
  return { authors, reviewers: withAcceptor(credits, commit, { authors, reviewers }), aiAssisted };
}

interface Wanted {
  readonly wanted: number;
  readonly authors: readonly number[];
  /** Whoever was mentioned already; the first, strongest, mention counts. */
  readonly before: readonly Reviewer[];
}

function reviewersBy(credits: Credits, commit: number, { wanted, authors, before }: Wanted): readonly Reviewer[] {
  const { history, actors, identityRow } = credits;
  const reviewers: Reviewer[] = [];
  for (let at = credits.firstTrailer[commit]!; at < credits.firstTrailer[commit + 1]!; at++) {
    const row = credits.trailer[at]!;
    const identity = identityRow[history.trailers.identity[row]!]!;
    if (history.trailers.kind[row] !== wanted || !isPerson(actors, identity)) continue;
    for (const person of peopleBehind(actors, identity)) {
      if (authors.includes(person) || isAmong(before, person) || isAmong(reviewers, person)) continue;
      reviewers.push({ identity: person, credit: wanted === REVIEWED ? 1 : WEAK_REVIEW });
    }
  }
  return reviewers;
}

interface SoFar {
  readonly authors: readonly number[];
  readonly reviewers: readonly Reviewer[];
}

function withAcceptor(
  { actors, identityRow, accepted, acceptors }: Credits,
  commit: number,
  { authors, reviewers }: SoFar,
): readonly Reviewer[] {
  if (accepted[commit] === NO_ROW) return reviewers;
  const by = identityRow[accepted[commit]!]!;
  const candidates = (acceptors[by] ??= peopleBehind(actors, by).map((identity) => ({ identity, credit: WEAK_REVIEW })));
  const isNew = ({ identity }: Reviewer): boolean => !authors.includes(identity) && !isAmong(reviewers, identity);
  if (candidates.length === 1)
    return !isNew(candidates[0]!) ? reviewers : reviewers.length === 0 ? candidates : [...reviewers, ...candidates];
  return [...reviewers, ...candidates.filter(isNew)];
}

function isAmong(reviewers: readonly Reviewer[], person: number): boolean {
  for (let i = 0; i < reviewers.length; i++) if (reviewers[i]!.identity === person) return true;
  return false;
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
  const { count, commit, kind } = trailers;
  const firstTrailer = new Uint32Array(commits.count + 2);
  for (let row = 0; row < count; row++) if (CREDITING[kind[row]!] === 1) firstTrailer[commit[row]! + 2]!++;
  for (let at = 2; at < firstTrailer.length; at++) firstTrailer[at]! += firstTrailer[at - 1]!;
  const trailer = new Uint32Array(firstTrailer.at(-1)!);
  for (let row = 0; row < count; row++) if (CREDITING[kind[row]!] === 1) trailer[firstTrailer[commit[row]! + 1]!++] = row;
  return { firstTrailer, trailer };
}
