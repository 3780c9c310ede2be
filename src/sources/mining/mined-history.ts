import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { GrowingUint32 } from './growing-column.ts';
import type { Dictionaries, LogColumns } from './log-columns.ts';

/** A run of commits in walking order: `count` rows that start at `from` in `columns`. */
export interface MinedBlock {
  readonly columns: LogColumns;
  readonly from: number;
  readonly count: number;
}

/** The part of a history that comes from commits. Identities are as the commits spell them. */
export type MinedHistory = Pick<RawHistory, 'identities' | 'paths' | 'commits' | 'touches' | 'trailers'>;

export interface Assembly {
  /** In walking order, newest first. */
  readonly blocks: readonly MinedBlock[];
  readonly dictionaries: Dictionaries;
  readonly hashBytes: 20 | 32;
  /** What was known before; the mined blocks stand in front of it. */
  readonly older?: MinedHistory | undefined;
}

/** Whether one of the commits has this parent (an object id). */
export function haveParent(blocks: readonly MinedBlock[], parent: Uint8Array): boolean {
  return blocks.some((block) => {
    const { start, end } = parentsOf(block, parent.length);
    const hashes = block.columns.parentHash.data;
    for (let p = start; p < end; p++) if (parent.every((byte, i) => byte === hashes[p * parent.length + i])) return true;
    return false;
  });
}

/** Rows of a column that belong to a block. A stream may have spoken of more commits than its blocks hold. */
export interface Rows {
  readonly start: number;
  readonly end: number;
}

export function touchesOf({ columns, from, count }: MinedBlock): Rows {
  return {
    start: startAt(columns.firstTouch, from, columns.touchPath.length),
    end: startAt(columns.firstTouch, from + count, columns.touchPath.length),
  };
}

export function parentsOf({ columns, from, count }: MinedBlock, hashBytes: number): Rows {
  const total = columns.parentHash.length / hashBytes;
  return { start: startAt(columns.firstParent, from, total), end: startAt(columns.firstParent, from + count, total) };
}

/** Trailers stand in commit order, so the block's own are one run. */
export function trailersOf({ columns, from, count }: MinedBlock): Rows {
  const commits = columns.trailerCommit.view();
  return { start: lowerBound(commits, from), end: lowerBound(commits, from + count) };
}

function startAt(starts: GrowingUint32, row: number, total: number): number {
  return row < starts.length ? starts.data[row]! : total;
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
