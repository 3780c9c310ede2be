import { NO_ROW } from '#core/evidence/raw-history.ts';
import type { RawCommits, RawHistory, RawIdentity, RawTouches, RawTrailers } from '#core/evidence/raw-history.ts';
import { bytesOfText, textsOfArena } from './byte-text.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import type { MinedBlock } from './mine-commits.ts';
import { OFFSET_ZERO } from './parse-log.ts';
import type { Dictionaries } from './parse-log.ts';
import { RowOfHash } from './row-of-hash.ts';

/** The part of a history that comes from commits. Identities are as the commits spell them. */
export type MinedHistory = Pick<RawHistory, 'identities' | 'paths' | 'commits' | 'touches' | 'trailers'>;

/** Dictionaries that go on numbering where an earlier reading stopped. */
export function dictionariesAfter(older: MinedHistory | undefined): Dictionaries {
  const paths = new ByteDictionary();
  const identities = new ByteDictionary();
  for (const path of older?.paths ?? []) internText(paths, path);
  for (const { name, email } of older?.identities ?? []) internText(identities, `${name}\n${email}`);
  return { paths, identities };
}

function internText(dictionary: ByteDictionary, text: string): void {
  const bytes = bytesOfText(text);
  dictionary.intern(bytes, 0, bytes.length);
}

export interface Assembly {
  readonly blocks: readonly MinedBlock[];
  readonly dictionaries: Dictionaries;
  readonly hashBytes: 20 | 32;
  /** Numbers of the paths in the tree at head. */
  readonly treePaths: Uint32Array;
  readonly older?: MinedHistory | undefined;
}

/** Puts the mined blocks in walking order, in front of what was known before. */
export function assembleHistory({ blocks, dictionaries, hashBytes, treePaths, older }: Assembly): MinedHistory & { readonly treePaths: Uint32Array } {
  const sizes = sizesOf(blocks, hashBytes, older);
  const commits = newCommits(sizes, hashBytes);
  const touches = newTouches(sizes.touches);
  const trailers = newTrailers(sizes.trailers);
  const at = { row: 0, touch: 0, trailer: 0 };
  for (const block of blocks) {
    copyCommits(block, commits, hashBytes, at);
    copyTouches(block, touches, at);
    copyTrailers(block, trailers, at);
    at.row += block.count;
  }
  if (older !== undefined) appendOlder(older, { commits, touches, trailers }, hashBytes, at);
  commits.firstTouch[sizes.commits] = sizes.touches;
  linkParents(blocks, commits, hashBytes, older);
  const path = renumbering(dictionaries.paths.size, older?.paths.length ?? 0, [touches.path, touches.oldPath]);
  const identity = renumbering(dictionaries.identities.size, older?.identities.length ?? 0, [commits.author, commits.committer, trailers.identity]);
  for (const column of [touches.path, touches.oldPath]) renumber(column, path);
  for (const column of [commits.author, commits.committer, trailers.identity]) renumber(column, identity);
  return {
    identities: reordered(textsOfArena(dictionaries.identities.arena()), identity).map(identityOf),
    paths: reordered(textsOfArena(dictionaries.paths.arena()), path),
    commits, touches, trailers,
    treePaths: treePaths.map((number) => path[number]!),
  };
}

/**
 * New numbers in order of first use in the finished columns: two processes give numbers in whatever order they happen
 * to speak, and the same repository must give the same columns every time. The first `fixed` keep theirs.
 */
function renumbering(size: number, fixed: number, columns: readonly Uint32Array[]): Uint32Array {
  const number = new Uint32Array(size).fill(NO_ROW);
  for (let i = 0; i < fixed; i++) number[i] = i;
  let next = fixed;
  for (const column of columns) {
    for (const old of column) if (old !== NO_ROW && number[old] === NO_ROW) number[old] = next++;
  }
  for (let i = 0; i < size; i++) if (number[i] === NO_ROW) number[i] = next++;
  return number;
}

function renumber(column: Uint32Array, number: Uint32Array): void {
  for (let i = 0; i < column.length; i++) if (column[i] !== NO_ROW) column[i] = number[column[i]!]!;
}

function reordered(texts: readonly string[], number: Uint32Array): string[] {
  const all = new Array<string>(texts.length);
  for (let i = 0; i < texts.length; i++) all[number[i]!] = texts[i]!;
  return all;
}

function identityOf(text: string): RawIdentity {
  const cut = text.indexOf('\n');
  return { name: text.slice(0, cut), email: text.slice(cut + 1) };
}

interface Sizes {
  readonly commits: number;
  readonly touches: number;
  readonly trailers: number;
  readonly parents: number;
}

function sizesOf(blocks: readonly MinedBlock[], hashBytes: number, older?: MinedHistory): Sizes {
  const streams = new Set(blocks.map((block) => block.columns));
  let [touches, trailers, parents] = [older?.touches.count ?? 0, older?.trailers.count ?? 0, older?.commits.parent.length ?? 0];
  for (const stream of streams) {
    touches += stream.touchPath.length;
    trailers += stream.trailerCommit.length;
    parents += stream.parentHash.length / hashBytes;
  }
  return { commits: blocks.reduce((sum, block) => sum + block.count, older?.commits.count ?? 0), touches, trailers, parents };
}

type Filling<T> = { -readonly [K in keyof T]: T[K] };

function newCommits({ commits: count, parents }: Sizes, hashBytes: number): Filling<RawCommits> {
  return {
    count,
    hash: new Uint8Array(count * hashBytes),
    firstTouch: new Uint32Array(count + 1),
    authoredAt: new Uint32Array(count),
    committedAt: new Uint32Array(count),
    offsetMinutes: new Int32Array(count),
    author: new Uint32Array(count),
    committer: new Uint32Array(count),
    flags: new Uint8Array(count),
    firstParent: new Uint32Array(count + 1),
    parent: new Uint32Array(parents),
  };
}

function newTouches(count: number): Filling<RawTouches> {
  return { count, path: new Uint32Array(count), oldPath: new Uint32Array(count), status: new Uint8Array(count) };
}

function newTrailers(count: number): Filling<RawTrailers> {
  return { count, commit: new Uint32Array(count), kind: new Uint8Array(count), identity: new Uint32Array(count) };
}

interface Place {
  row: number;
  touch: number;
  trailer: number;
}

function copyCommits({ columns, from, count }: MinedBlock, to: Filling<RawCommits>, hashBytes: number, at: Place): void {
  const end = from + count;
  to.hash.set(columns.hash.data.subarray(from * hashBytes, end * hashBytes), at.row * hashBytes);
  to.authoredAt.set(columns.authoredAt.data.subarray(from, end), at.row);
  to.committedAt.set(columns.committedAt.data.subarray(from, end), at.row);
  to.author.set(columns.author.data.subarray(from, end), at.row);
  to.committer.set(columns.committer.data.subarray(from, end), at.row);
  to.flags.set(columns.flags.data.subarray(from, end), at.row);
  const first = columns.firstTouch.data[from]!;
  for (let i = 0; i < count; i++) {
    to.offsetMinutes[at.row + i] = columns.offset.data[from + i]! - OFFSET_ZERO;
    to.firstTouch[at.row + i] = columns.firstTouch.data[from + i]! - first + at.touch;
  }
}

function copyTouches({ columns, from, count }: MinedBlock, to: Filling<RawTouches>, at: Place): void {
  const start = columns.firstTouch.data[from]!;
  const end = from + count < columns.firstTouch.length ? columns.firstTouch.data[from + count]! : columns.touchPath.length;
  to.path.set(columns.touchPath.data.subarray(start, end), at.touch);
  to.oldPath.set(columns.touchOldPath.data.subarray(start, end), at.touch);
  to.status.set(columns.touchStatus.data.subarray(start, end), at.touch);
  at.touch += end - start;
}

/** Trailers stand in commit order, so the block's own are one run. */
function copyTrailers({ columns, from, count }: MinedBlock, to: Filling<RawTrailers>, at: Place): void {
  const start = lowerBound(columns.trailerCommit.view(), from);
  const end = lowerBound(columns.trailerCommit.view(), from + count);
  to.kind.set(columns.trailerKind.data.subarray(start, end), at.trailer);
  to.identity.set(columns.trailerIdentity.data.subarray(start, end), at.trailer);
  for (let i = start; i < end; i++) to.commit[at.trailer++] = columns.trailerCommit.data[i]! - from + at.row;
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Filled {
  readonly commits: Filling<RawCommits>;
  readonly touches: Filling<RawTouches>;
  readonly trailers: Filling<RawTrailers>;
}

function appendOlder(older: MinedHistory, to: Filled, hashBytes: number, at: Place): void {
  const { commits, touches, trailers } = older;
  to.commits.hash.set(commits.hash, at.row * hashBytes);
  for (const column of ['authoredAt', 'committedAt', 'offsetMinutes', 'author', 'committer', 'flags'] as const) {
    to.commits[column].set(commits[column], at.row);
  }
  for (let i = 0; i < commits.count; i++) to.commits.firstTouch[at.row + i] = commits.firstTouch[i]! + at.touch;
  for (const column of ['path', 'oldPath', 'status'] as const) to.touches[column].set(touches[column], at.touch);
  to.trailers.kind.set(trailers.kind, at.trailer);
  to.trailers.identity.set(trailers.identity, at.trailer);
  for (let i = 0; i < trailers.count; i++) to.trailers.commit[at.trailer + i] = trailers.commit[i]! + at.row;
}

/** Parents are hashes until every row is known. */
function linkParents(blocks: readonly MinedBlock[], commits: Filling<RawCommits>, hashBytes: number, older?: MinedHistory): void {
  const rows = new RowOfHash(commits.hash, hashBytes);
  let [row, next] = [0, 0];
  for (const { columns, from, count } of blocks) {
    const parents = columns.parentHash.view();
    for (let i = from; i < from + count; i++) {
      commits.firstParent[row++] = next;
      const end = i + 1 < columns.firstParent.length ? columns.firstParent.data[i + 1]! : parents.length / hashBytes;
      for (let p = columns.firstParent.data[i]!; p < end; p++) commits.parent[next++] = rows.find(parents, p * hashBytes);
    }
  }
  const shift = row;
  for (let i = 0; i < (older?.commits.count ?? 0); i++) commits.firstParent[row++] = older!.commits.firstParent[i]! + next;
  for (const parent of older?.commits.parent ?? []) commits.parent[next++] = parent === NO_ROW ? NO_ROW : parent + shift;
  commits.firstParent[row] = next;
}
