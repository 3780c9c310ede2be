import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import type { ReadingNote, RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { withIdentities } from '#core/evidence/with-identities.ts';
import { refusal } from '#core/terms/refusals.ts';
import { assembleHistory } from '#sources/mining/assemble-history.ts';
import { GitFailure, OutputTooLarge } from '#sources/opening/git-process.ts';
import { reasonOf } from '#sources/opening/locate-repository.ts';
import { openRepository } from '#sources/opening/open-repository.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import { applyMailmap } from './apply-mailmap.ts';
import { gatherHistory } from './gather-history.ts';
import type { EarlierReading, ReadingOptions } from './gather-history.ts';
import type { Snapshot } from './read-snapshot.ts';
import type { DeclaredText } from './read-texts.ts';

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
  const gathered = await gatherHistory(repository, options);
  const { mined, dictionaries, since } = gathered;
  const assembly = { blocks: mined.blocks, dictionaries, hashBytes: repository.hashBytes, older: since?.spelled };
  const { pathNumber, ...assembled } = await assembleHistory(assembly);
  const snapshot = gathered.snapshot(pathNumber);
  const spelled: RawHistory = {
    repository: repository.name,
    head: repository.head,
    hashBytes: repository.hashBytes,
    ...assembled,
    tree: { path: snapshot.paths, bytes: snapshot.sizes },
  };
  const mapped = await mapIdentities({ repository, spelled, texts: snapshot.texts, since, signal: options.signal });
  const notes = [...gathered.notes, ...exactNote(mined.exact), ...skippedNote(snapshot.skipped)];
  const facts = factsOf({ repository, spelled, snapshot, notes });
  const fresh = spelled.commits.count - (since?.spelled.commits.count ?? 0);
  return { history: withIdentities(spelled, mapped), facts, spelled, mapped, fresh, overlay: repository.overlay };
}

interface Mapping {
  readonly repository: Repository;
  readonly spelled: RawHistory;
  readonly texts: readonly DeclaredText[];
  readonly since: EarlierReading | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Where `.mailmap` is what it was, only new names are looked up. */
async function mapIdentities({ repository, spelled, texts, since, signal }: Mapping): Promise<readonly RawIdentity[]> {
  const { identities } = spelled;
  if (!has(spelled, '.mailmap')) return identities;
  const mailmap = textAt(texts, '.mailmap');
  const same = since !== undefined && mailmap !== undefined && textAt(since.facts.texts, '.mailmap') === mailmap;
  const known = same ? since.mapped : [];
  return [...known, ...(await applyMailmap(repository.place, identities.slice(known.length), signal))];
}

function has({ tree, paths }: RawHistory, path: string): boolean {
  return tree.path.some((row) => paths[row] === path);
}

function textAt(texts: readonly DeclaredText[], path: string): string | undefined {
  return texts.find((text) => text.path === path)?.text;
}

interface Found {
  readonly repository: Repository;
  readonly spelled: RawHistory;
  readonly snapshot: Snapshot;
  readonly notes: readonly ReadingNote[];
}

function factsOf({ repository, spelled, snapshot, notes }: Found): RepositoryFacts {
  const { texts, marks, links, submodules } = snapshot;
  return {
    key: repository.key,
    path: repository.path,
    workTree: repository.workTree ?? '',
    headAt: spelled.commits.committedAt[0] ?? 0,
    attributes: marks,
    texts,
    ignoredRevisions: ignoredRevisions(texts, spelled.hashBytes),
    links,
    submodules,
    notes,
  };
}

function exactNote(exact: number): ReadingNote[] {
  if (exact === 0) return [];
  const sentence = `This clone lacks file contents (partial clone): in ${exact} commits renames were followed only where the content stayed the same.`;
  return [{ code: 'exact-renames', sentence }];
}

function skippedNote(skipped: number): ReadingNote[] {
  if (skipped === 0) return [];
  return [{ code: 'texts-skipped', sentence: `${skipped} manifests or CODEOWNERS files were too large or too many to read.` }];
}

/** One full hash per line; the rest of a line, and lines that hold none, are comments. */
function ignoredRevisions(texts: readonly DeclaredText[], hashBytes: number): readonly string[] {
  const list = textAt(texts, '.git-blame-ignore-revs') ?? '';
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
