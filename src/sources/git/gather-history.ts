import { availableParallelism } from 'node:os';
import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import type { ReadingNote, RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { emptyDictionaries } from '#sources/mining/assemble-history.ts';
import type { Dictionaries } from '#sources/mining/log-columns.ts';
import { mineCommits } from '#sources/mining/mine-commits.ts';
import type { Mined } from '#sources/mining/mine-commits.ts';
import { haveParent } from '#sources/mining/mined-history.ts';
import { GitFailure } from '#sources/opening/git-process.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { PendingSnapshot, SnapshotOrder } from './read-snapshot.ts';
import { updateSnapshot } from './update-snapshot.ts';

/** An earlier reading to go on from. */
export interface EarlierReading {
  readonly spelled: RawHistory;
  readonly mapped: readonly RawIdentity[];
  readonly facts: RepositoryFacts;
  readonly overlay: string;
}

export interface ReadingOptions {
  readonly since?: EarlierReading | undefined;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Processes that read commits at once; default: two where there are two cores. */
  readonly processes?: number;
}

export interface ReadingProgress {
  readonly done: number;
  /** Commits to read, once git has counted them. */
  readonly total: number | undefined;
}

/** What git has told, before it is put together. */
export interface Gathered {
  readonly mined: Mined;
  readonly snapshot: PendingSnapshot;
  readonly dictionaries: Dictionaries;
  /** The earlier reading that this one goes on from. */
  readonly since?: EarlierReading | undefined;
  readonly notes: readonly ReadingNote[];
}

/** Reads what is new since the earlier reading; everything where there is none, or where HEAD does not descend from it. */
export async function gatherHistory(repository: Repository, options: ReadingOptions): Promise<Gathered> {
  const since = usable(options.since, repository);
  const notes = overlayNotes(repository);
  if (since === undefined) return { ...(await gather(repository, undefined, options)), notes };
  const going = await goingOn(repository, since, options);
  return going ? { ...going, since, notes } : { ...(await gather(repository, undefined, options)), notes: [...notes, REWRITTEN] };
}

/** Grafts and replacement refs change what commits say they come from, so nothing read under others can be used. */
function usable(since: EarlierReading | undefined, { hashBytes, overlay }: Repository): EarlierReading | undefined {
  return since !== undefined && since.spelled.hashBytes === hashBytes && since.overlay === overlay ? since : undefined;
}

function overlayNotes({ overlay }: Repository): readonly ReadingNote[] {
  if (overlay.trim() === '') return [];
  return [{ code: 'grafts', sentence: 'Grafts or replacement refs change this history; it is read as git shows it with them.' }];
}

const REWRITTEN: ReadingNote = {
  code: 'rewritten',
  sentence: 'HEAD no longer contains what was scanned last (another branch, or a rewritten history), so all of it was read again.',
};

/** Nothing where the old head is gone, or is not among the ancestors of the new one. */
async function goingOn(
  repository: Repository,
  since: EarlierReading,
  options: ReadingOptions,
): Promise<Omit<Gathered, 'notes'> | undefined> {
  try {
    const gathered = await gather(repository, since, options);
    const head = since.spelled.commits.hash.subarray(0, repository.hashBytes);
    // Between an ancestor and a new head there is always a new commit whose parent is the ancestor.
    return since.spelled.head === repository.head || haveParent(gathered.mined.blocks, head) ? gathered : undefined;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

async function gather(
  repository: Repository,
  since: EarlierReading | undefined,
  options: ReadingOptions,
): Promise<Omit<Gathered, 'notes'>> {
  const dictionaries = emptyDictionaries();
  const { mined, snapshot } = await both(options.signal, (signal) => ({
    mined: mine({ repository, from: since?.spelled.head, dictionaries, options: { ...options, signal } }),
    snapshot: snapshotAt({ place: repository.place, commit: repository.head, dictionaries, signal }, since),
  }));
  return { mined, snapshot, dictionaries };
}

async function snapshotAt(order: SnapshotOrder, since: EarlierReading | undefined): Promise<PendingSnapshot> {
  const updated = since === undefined ? undefined : await updateSnapshot(order, since);
  return updated ?? (await readSnapshot(order));
}

interface Halves {
  readonly mined: Promise<Mined>;
  readonly snapshot: Promise<PendingSnapshot>;
}

/** Runs both halves at once; when one fails the other is stopped before the failure goes on. */
async function both(
  signal: AbortSignal | undefined,
  begin: (signal: AbortSignal) => Halves,
): Promise<{ readonly mined: Mined; readonly snapshot: PendingSnapshot }> {
  const stop = new AbortController();
  const { mined, snapshot } = begin(signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]));
  try {
    const [first, second] = await Promise.all([mined, snapshot]);
    return { mined: first, snapshot: second };
  } catch (error) {
    stop.abort();
    await Promise.allSettled([mined, snapshot]);
    throw error;
  }
}

interface Mining {
  readonly repository: Repository;
  /** Head of the earlier reading. */
  readonly from: string | undefined;
  readonly dictionaries: Dictionaries;
  readonly options: ReadingOptions;
}

/** Every commit that is not known yet. */
async function mine({ repository, from, dictionaries, options }: Mining): Promise<Mined> {
  const { onProgress, signal, processes = Math.min(2, availableParallelism()) } = options;
  return await mineCommits({
    place: repository.place,
    hashBytes: repository.hashBytes,
    revisions: from === undefined ? [repository.head] : [repository.head, `^${from}`],
    partial: repository.partial,
    processes,
    dictionaries,
    signal,
    onProgress: onProgress && ((done, total) => onProgress({ done, total })),
  });
}
