import type { RawCommits, RawTouches, RawTrailers } from '#core/evidence/raw-history.ts';
import { OFFSET_ZERO } from './log-columns.ts';
import { parentsOf, touchesOf, trailersOf } from './mined-history.ts';
import type { Assembly, MinedBlock, MinedHistory } from './mined-history.ts';

type Filling<T> = { -readonly [K in keyof T]: T[K] };

/** The columns of a history while blocks are copied into them, and how far they are filled. */
export interface FillingColumns {
  readonly hashBytes: number;
  readonly commits: Filling<RawCommits>;
  readonly touches: Filling<RawTouches>;
  readonly trailers: Filling<RawTrailers>;
  row: number;
  touch: number;
  trailer: number;
}

/** Columns of exactly the right length. */
export function emptyColumns({ blocks, hashBytes, older }: Assembly): FillingColumns {
  let [touches, trailers, parents] = [older?.touches.count ?? 0, older?.trailers.count ?? 0, older?.commits.parent.length ?? 0];
  for (const block of blocks) {
    touches += touchesOf(block).end - touchesOf(block).start;
    trailers += trailersOf(block).end - trailersOf(block).start;
    parents += parentsOf(block, hashBytes).end - parentsOf(block, hashBytes).start;
  }
  const count = blocks.reduce((sum, block) => sum + block.count, older?.commits.count ?? 0);
  const u32 = (length: number): Uint32Array => new Uint32Array(length);
  return {
    hashBytes,
    commits: {
      count,
      hash: new Uint8Array(count * hashBytes),
      firstTouch: u32(count + 1),
      authoredAt: u32(count),
      committedAt: u32(count),
      offsetMinutes: new Int32Array(count),
      author: u32(count),
      committer: u32(count),
      flags: new Uint8Array(count),
      firstParent: u32(count + 1),
      parent: u32(parents),
    },
    touches: { count: touches, path: u32(touches), oldPath: u32(touches), status: new Uint8Array(touches) },
    trailers: { count: trailers, commit: u32(trailers), kind: new Uint8Array(trailers), identity: u32(trailers) },
    row: 0,
    touch: 0,
    trailer: 0,
  };
}

/** Copies the next block; parents are linked later, when every row is known. */
export function copyBlock(block: MinedBlock, to: FillingColumns): void {
  copyCommits(block, to);
  copyTouches(block, to);
  copyTrailers(block, to);
  to.row += block.count;
}

function copyCommits({ columns, from, count }: MinedBlock, { commits, hashBytes, row, touch }: FillingColumns): void {
  const end = from + count;
  commits.hash.set(columns.hash.data.subarray(from * hashBytes, end * hashBytes), row * hashBytes);
  for (const name of ['authoredAt', 'committedAt', 'author', 'committer', 'flags'] as const) {
    commits[name].set(columns[name].data.subarray(from, end), row);
  }
  const first = columns.firstTouch.data[from]!;
  for (let i = 0; i < count; i++) {
    commits.offsetMinutes[row + i] = columns.offset.data[from + i]! - OFFSET_ZERO;
    commits.firstTouch[row + i] = columns.firstTouch.data[from + i]! - first + touch;
  }
}

function copyTouches(block: MinedBlock, to: FillingColumns): void {
  const { columns } = block;
  const { start, end } = touchesOf(block);
  to.touches.path.set(columns.touchPath.data.subarray(start, end), to.touch);
  to.touches.oldPath.set(columns.touchOldPath.data.subarray(start, end), to.touch);
  to.touches.status.set(columns.touchStatus.data.subarray(start, end), to.touch);
  to.touch += end - start;
}

function copyTrailers(block: MinedBlock, to: FillingColumns): void {
  const { columns, from } = block;
  const { start, end } = trailersOf(block);
  to.trailers.kind.set(columns.trailerKind.data.subarray(start, end), to.trailer);
  to.trailers.identity.set(columns.trailerIdentity.data.subarray(start, end), to.trailer);
  for (let i = start; i < end; i++) to.trailers.commit[to.trailer++] = columns.trailerCommit.data[i]! - from + to.row;
}

/** Puts what was known before behind everything that has been copied. */
export function appendOlder({ commits, touches, trailers }: MinedHistory, to: FillingColumns): void {
  const { row, touch, trailer } = to;
  to.commits.hash.set(commits.hash, row * to.hashBytes);
  for (const name of ['authoredAt', 'committedAt', 'offsetMinutes', 'author', 'committer', 'flags'] as const) {
    to.commits[name].set(commits[name], row);
  }
  for (let i = 0; i < commits.count; i++) to.commits.firstTouch[row + i] = commits.firstTouch[i]! + touch;
  for (const name of ['path', 'oldPath', 'status'] as const) to.touches[name].set(touches[name], touch);
  to.trailers.kind.set(trailers.kind, trailer);
  to.trailers.identity.set(trailers.identity, trailer);
  for (let i = 0; i < trailers.count; i++) to.trailers.commit[trailer + i] = trailers.commit[i]! + row;
}
