import { NO_ROW } from '#core/evidence/raw-history.ts';
import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import { packColumns, unpackColumns } from '#core/terms/columns.ts';

/** The commits of one scan that earlier segments do not have, with the names and paths that came with them. */
export interface Segment {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly commits: number;
}

interface SegmentMeta {
  readonly commits: number;
  /** Names and paths of this segment are numbered from here on. */
  readonly firstIdentity: number;
  readonly firstPath: number;
  readonly identities: readonly RawIdentity[];
}

/** What a history had when the segments before this one were written. */
export interface Written {
  readonly commits: number;
  readonly identities: number;
  readonly paths: number;
}

const NOTHING: Written = { commits: 0, identities: 0, paths: 0 };
/** A long history is cut, so that packing it needs only the memory of a piece. */
export const MOST_COMMITS = 8_192;

/**
 * Packs what `history` has beyond `written`, oldest commits first. Newer commits stand in front, so rows shift from
 * scan to scan; inside a segment a parent is therefore its distance from the oldest row, which never changes. Names
 * and paths go into the first piece.
 */
export function* packSegments(history: RawHistory, written: Written = NOTHING, most: number = MOST_COMMITS): Iterable<Segment> {
  const total = history.commits.count;
  let names: Written = written;
  for (let done = written.commits; done < total; ) {
    const commits = Math.min(most, total - done);
    yield { commits, bytes: packRows(history, { from: total - done - commits, to: total - done }, names) };
    names = { ...written, identities: history.identities.length, paths: history.paths.length };
    done += commits;
  }
}

interface Rows {
  readonly from: number;
  readonly to: number;
}

function packRows(history: RawHistory, { from, to }: Rows, names: Written): Uint8Array<ArrayBuffer> {
  const { commits, touches, trailers } = history;
  const touch = { from: commits.firstTouch[from]!, to: commits.firstTouch[to]! };
  const parent = { from: commits.firstParent[from]!, to: commits.firstParent[to]! };
  const trailer = { from: lowerBound(trailers.commit, from), to: lowerBound(trailers.commit, to) };
  const meta: SegmentMeta = {
    commits: to - from,
    firstIdentity: names.identities,
    firstPath: names.paths,
    identities: history.identities.slice(names.identities),
  };
  const paths = new TextEncoder().encode(history.paths.slice(names.paths).join('\0'));
  const packed = packColumns(meta, {
    hash: commits.hash.subarray(from * history.hashBytes, to * history.hashBytes),
    firstTouch: lessBy(commits.firstTouch.subarray(from, to + 1), touch.from),
    authoredAt: commits.authoredAt.subarray(from, to),
    committedAt: commits.committedAt.subarray(from, to),
    offsetMinutes: commits.offsetMinutes.subarray(from, to),
    author: commits.author.subarray(from, to),
    committer: commits.committer.subarray(from, to),
    flags: commits.flags.subarray(from, to),
    firstParent: lessBy(commits.firstParent.subarray(from, to + 1), parent.from),
    parentAge: mirrored(commits.parent.subarray(parent.from, parent.to), commits.count),
    touchPath: touches.path.subarray(touch.from, touch.to),
    touchOldPath: touches.oldPath.subarray(touch.from, touch.to),
    touchStatus: touches.status.subarray(touch.from, touch.to),
    trailerCommit: lessBy(trailers.commit.subarray(trailer.from, trailer.to), from),
    trailerKind: trailers.kind.subarray(trailer.from, trailer.to),
    trailerIdentity: trailers.identity.subarray(trailer.from, trailer.to),
    paths,
  });
  release(paths);
  return packed;
}

/** Hands memory back at once: what is packed piece by piece would otherwise stand in memory whole until somebody collects it. */
export function release({ buffer }: Uint8Array<ArrayBuffer>): void {
  buffer.transfer(0);
}

function lessBy(column: Uint32Array, base: number): Uint32Array {
  return base === 0 ? column : column.map((value) => value - base);
}

/** Row counted from the other end; the same operation goes both ways. */
function mirrored(rows: Uint32Array, total: number): Uint32Array {
  const other = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) other[i] = rows[i] === NO_ROW ? NO_ROW : total - 1 - rows[i]!;
  return other;
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

export type PackedHistory = Pick<RawHistory, 'identities' | 'paths' | 'commits' | 'touches' | 'trailers'>;

type Columns = Readonly<Record<string, Uint8Array | Uint32Array | Int32Array>>;

/** Joins segments, oldest first as they were written. Throws `RangeError` where they do not fit together. */
export function joinSegments(segments: readonly Uint8Array[], hashBytes: number): PackedHistory {
  const oldestFirst = segments.map((bytes) => unpackColumns<SegmentMeta>(bytes));
  const parts = oldestFirst.toReversed();
  const columns = parts.map((part) => part.columns as Columns);
  const identities = oldestFirst.flatMap(({ meta }) => meta.identities);
  const paths = oldestFirst.flatMap((part) => pathsOf(part.columns as Columns));
  const u32 = (name: string): Uint32Array =>
    joined(
      columns.map((part) => part[name] as Uint32Array),
      Uint32Array,
    );
  const u8 = (name: string): Uint8Array =>
    joined(
      columns.map((part) => part[name] as Uint8Array),
      Uint8Array,
    );
  const count = parts.reduce((sum, { meta }) => sum + meta.commits, 0);
  const history: PackedHistory = {
    identities,
    paths,
    commits: {
      count,
      hash: u8('hash'),
      firstTouch: starts(columns, 'firstTouch'),
      authoredAt: u32('authoredAt'),
      committedAt: u32('committedAt'),
      offsetMinutes: joined(
        columns.map((part) => part['offsetMinutes'] as Int32Array),
        Int32Array,
      ),
      author: u32('author'),
      committer: u32('committer'),
      flags: u8('flags'),
      firstParent: starts(columns, 'firstParent'),
      parent: mirrored(u32('parentAge'), count),
    },
    touches: { count: total(columns, 'touchPath'), path: u32('touchPath'), oldPath: u32('touchOldPath'), status: u8('touchStatus') },
    trailers: {
      count: total(columns, 'trailerCommit'),
      commit: shiftedRows(parts),
      kind: u8('trailerKind'),
      identity: u32('trailerIdentity'),
    },
  };
  if (history.commits.hash.length !== count * hashBytes || history.commits.firstTouch[count] !== history.touches.count) {
    throw new RangeError('segments do not fit together');
  }
  return history;
}

function pathsOf(columns: Columns): string[] {
  const bytes = columns['paths'] as Uint8Array;
  return bytes.length === 0 ? [] : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\0');
}

function total(columns: readonly Columns[], name: string): number {
  return columns.reduce((sum, part) => sum + part[name]!.length, 0);
}

function joined<A extends Uint8Array | Uint32Array | Int32Array>(parts: readonly A[], Kind: new (length: number) => A): A {
  if (parts.length === 1) return parts[0]!;
  const all = new Kind(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Joins `count + 1` starts of each part into one list of starts. */
function starts(columns: readonly Columns[], name: string): Uint32Array {
  if (columns.length === 1) return columns[0]![name] as Uint32Array;
  const all = new Uint32Array(columns.reduce((sum, part) => sum + part[name]!.length - 1, 1));
  let [row, base] = [0, 0];
  for (const part of columns) {
    const own = part[name]!;
    for (let i = 0; i + 1 < own.length; i++) all[row++] = own[i]! + base;
    base += own.at(-1)!;
  }
  all[row] = base;
  return all;
}

/** Trailers name the row of their commit in their own segment. */
function shiftedRows(parts: readonly { readonly meta: SegmentMeta; readonly columns: object }[]): Uint32Array {
  if (parts.length === 1) return (parts[0]!.columns as Columns)['trailerCommit'] as Uint32Array;
  const shifted: Uint32Array[] = [];
  let base = 0;
  for (const { meta, columns } of parts) {
    const start = base;
    shifted.push((columns as Columns)['trailerCommit']!.map((row) => row + start) as Uint32Array);
    base += meta.commits;
  }
  return joined(shifted, Uint32Array);
}
