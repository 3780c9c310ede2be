import { ACT_KINDS, type Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type Change, MEMORY_SPAN, MOST_PLACES, placeNumbers, type PlaceNumbers } from './change.ts';

const REVIEWED = ACT_KINDS.indexOf('reviewed');

export interface EvidenceChanges {
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** Numbers of folders and tops, for further changes of the same files. */
  readonly numbers: PlaceNumbers;
}

/** The changes of the years up to a moment, as a memory of reviews takes them. Acts stand in order of time, those of a commit together. */
export function evidenceChanges({ acts, files }: Evidence, until: Moment): EvidenceChanges {
  const numbers = placeNumbers();
  const changes: Change[] = [];
  const since = until - MEMORY_SPAN;
  for (let from = 0; from < acts.count; ) {
    const commit = acts.commit[from]!;
    let end = from + 1;
    while (end < acts.count && acts.commit[end] === commit) end++;
    const at = acts.at[from]!;
    if (at >= since && at <= until) changes.push(changeOf({ acts, files }, { from, end, at }, numbers));
    from = end;
  }
  return { changes, numbers };
}

interface Span {
  readonly from: number;
  readonly end: number;
  readonly at: Moment;
}

function changeOf({ acts, files }: Pick<Evidence, 'acts' | 'files'>, { from, end, at }: Span, numbers: PlaceNumbers): Change {
  const [touched, authors, reviewers] = [new Set<number>(), new Set<PersonId>(), new Set<PersonId>()];
  for (let act = from; act < end; act++) {
    if (touched.size < MOST_PLACES) touched.add(acts.file[act]!);
    (acts.kind[act] === REVIEWED ? reviewers : authors).add(acts.person[act]!);
  }
  const own = [...touched];
  const paths = own.map((file) => files.path[file]!);
  return {
    at,
    authors: [...authors],
    reviewers: [...reviewers],
    files: own,
    folders: numbers.foldersOf(paths),
    tops: numbers.topsOf(paths),
  };
}
