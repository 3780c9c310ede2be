import { availableParallelism } from 'node:os';
import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import { ATTRIBUTE_NAMES } from '#core/evidence/repository-facts.ts';
import type { ReadingNote, RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { withIdentities } from '#core/evidence/with-identities.ts';
import { refusal } from '#core/terms/refusals.ts';
import { assembleHistory, dictionariesAfter } from '#sources/mining/assemble-history.ts';
import { mineCommits } from '#sources/mining/mine-commits.ts';
import type { Mined } from '#sources/mining/mine-commits.ts';
import type { Dictionaries } from '#sources/mining/log-columns.ts';
import { GitFailure, OutputTooLarge, askGit } from '#sources/opening/git-process.ts';
import { reasonOf } from '#sources/opening/locate-repository.ts';
import { openRepository } from '#sources/opening/open-repository.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import { applyMailmap } from './apply-mailmap.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { Snapshot } from './read-snapshot.ts';
import type { DeclaredText } from './read-texts.ts';
import type { TreeListing } from './read-tree.ts';

/** Everything one reading of a repository gives. */
export interface RepositoryReading {
  /** Under the names of `.mailmap`: what everybody but the store works with. */
  readonly history: RawHistory;
  readonly facts: RepositoryFacts;
  /** The same history under the names that the commits spell, to go on from next time. */
  readonly spelled: RawHistory;
  /** What `.mailmap` makes of each of `spelled.identities`. */
  readonly mapped: readonly RawIdentity[];
  /** How many commits were read now; the rest was known. */
  readonly fresh: number;
  /** Grafts and replacement refs, as text: a change of them makes `spelled` useless for next time. */
  readonly overlay: string;
}

/** An earlier reading to go on from. */
export interface EarlierReading {
  readonly spelled: RawHistory;
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

/** Opens the repository at `path`, reads it, closes it. */
export async function readRepository(path: string, options: ReadingOptions = {}): Promise<RepositoryReading> {
  const repository = await openRepository(path, options.signal);
  try {
    return await readOpened(repository, options);
  } finally {
    repository.close();
  }
}

/** As `readRepository`, for a repository that is open already. */
export async function readOpened(repository: Repository, options: ReadingOptions = {}): Promise<RepositoryReading> {
  try {
    return await read(repository, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof OutputTooLarge) throw refusal('too-large', { path: repository.path });
    throw error instanceof GitFailure ? refusalOf(error, repository) : error;
  }
}

async function read(repository: Repository, options: ReadingOptions): Promise<RepositoryReading> {
  const start = await startingPoint(repository, options);
  const dictionaries = dictionariesAfter(start.older);
  const { mined, snapshot } = await both(options.signal, (signal) => ({
    mined: mine({ repository, from: start.older?.head, dictionaries, options: { ...options, signal } }),
    snapshot: readSnapshot(repository.place, repository.head, signal),
  }));
  const { tree, texts } = snapshot;
  const { treePaths, ...assembled } = await assembleHistory({
    blocks: mined.blocks,
    dictionaries,
    hashBytes: repository.hashBytes,
    treePaths: internTree(tree, dictionaries),
    older: start.older,
  });
  const spelled: RawHistory = {
    repository: repository.name,
    head: repository.head,
    hashBytes: repository.hashBytes,
    ...assembled,
    tree: { path: treePaths, bytes: Uint32Array.from(tree.files, (file) => file.size) },
  };
  const mapped = hasMailmap(texts) ? await applyMailmap(repository.place, spelled.identities, options.signal) : spelled.identities;
  const notes = [...start.notes, ...exactNote(mined.exact), ...skippedNote(snapshot.skipped)];
  const facts = factsOf({ repository, spelled, snapshot, notes });
  const fresh = spelled.commits.count - (start.older?.commits.count ?? 0);
  return { history: withIdentities(spelled, mapped), facts, spelled, mapped, fresh, overlay: repository.overlay };
}

interface Halves {
  readonly mined: Promise<Mined>;
  readonly snapshot: Promise<Snapshot>;
}

/** Runs both halves at once; when one fails the other is stopped before the failure goes on. */
async function both(
  signal: AbortSignal | undefined,
  begin: (signal: AbortSignal) => Halves,
): Promise<{ readonly mined: Mined; readonly snapshot: Snapshot }> {
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

interface StartingPoint {
  readonly older?: RawHistory;
  readonly notes: readonly ReadingNote[];
}

/** The earlier reading is a start only where HEAD still descends from its head and nothing rewrites history on the side. */
async function startingPoint(repository: Repository, { since, signal }: ReadingOptions): Promise<StartingPoint> {
  const notes: ReadingNote[] =
    repository.overlay.trim() === ''
      ? []
      : [
          {
            code: 'grafts',
            sentence: 'Grafts or replacement refs change this history; it is read as git shows it with them.',
          },
        ];
  if (since === undefined || since.spelled.hashBytes !== repository.hashBytes || since.overlay !== repository.overlay) return { notes };
  const args = ['merge-base', '--is-ancestor', '--end-of-options', since.spelled.head, repository.head];
  const { code } = await askGit(repository.place, { args, signal });
  if (code === 0) return { older: since.spelled, notes };
  return {
    notes: [
      ...notes,
      {
        code: 'rewritten',
        sentence: 'HEAD no longer contains what was scanned last (another branch, or a rewritten history), so all of it was read again.',
      },
    ],
  };
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

function exactNote(exact: number): ReadingNote[] {
  if (exact === 0) return [];
  const sentence = `This clone lacks file contents (partial clone): in ${exact} commits renames were followed only where the content stayed the same.`;
  return [{ code: 'exact-renames', sentence }];
}

function internTree(tree: TreeListing, { paths }: Dictionaries): Uint32Array {
  return Uint32Array.from(tree.files, ({ start, end }) => paths.intern(tree.bytes, start, end));
}

function hasMailmap(texts: readonly DeclaredText[]): boolean {
  return texts.some(({ path }) => path === '.mailmap');
}

function skippedNote(skipped: number): ReadingNote[] {
  if (skipped === 0) return [];
  return [{ code: 'texts-skipped', sentence: `${skipped} manifests or CODEOWNERS files were too large or too many to read.` }];
}

interface Found {
  readonly repository: Repository;
  readonly spelled: RawHistory;
  readonly snapshot: Snapshot;
  readonly notes: readonly ReadingNote[];
}

function factsOf({ repository, spelled, snapshot: { tree, texts, marks }, notes }: Found): RepositoryFacts {
  const rows = (files: readonly number[]): Uint32Array => Uint32Array.from(files, (file) => spelled.tree.path[file]!);
  const attributes = Object.fromEntries(
    ATTRIBUTE_NAMES.map((name) => [name, { set: rows(marks[name].set), unset: rows(marks[name].unset) }]),
  );
  return {
    key: repository.key,
    path: repository.path,
    workTree: repository.workTree ?? '',
    headAt: spelled.commits.committedAt[0] ?? 0,
    attributes: attributes as RepositoryFacts['attributes'],
    texts,
    ignoredRevisions: ignoredRevisions(texts, spelled.hashBytes),
    links: tree.links,
    submodules: tree.submodules,
    notes,
  };
}

/** One full hash per line; the rest of a line, and lines that hold none, are comments. */
function ignoredRevisions(texts: readonly DeclaredText[], hashBytes: number): readonly string[] {
  const list = texts.find(({ path }) => path === '.git-blame-ignore-revs')?.text ?? '';
  const hash = new RegExp(`^\\s*([0-9a-f]{${hashBytes * 2}})(?![0-9a-f])`, 'i');
  return list.split('\n').flatMap((line) => hash.exec(line)?.[1]?.toLowerCase() ?? []);
}

function refusalOf(failure: GitFailure, repository: Repository): Error {
  const reason = reasonOf(failure.stderr);
  const object = /\b[0-9a-f]{40,64}\b/.exec(failure.stderr)?.[0];
  if (repository.partial) return refusal('missing-objects', { path: repository.path, object: object ?? reason });
  const damaged =
    /corrupt|inflate|unable to read|could not read|bad object|missing|bad tree|unable to parse|hash mismatch|garbage|did not match|truncated|pack/i;
  return damaged.test(failure.stderr) ? refusal('corrupt-object', { path: repository.path, reason }) : failure;
}
