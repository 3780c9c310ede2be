import type { RawHistory } from '#core/evidence/raw-history.ts';

/** Commits of several histories in one order, oldest first. */
export interface CommitOrder {
  readonly count: number;
  /** Which history, and which row of it. */
  readonly history: Uint16Array;
  readonly row: Uint32Array;
  /** Moment the commit was written. */
  readonly at: Uint32Array;
  /** Place in this order, per history and row. */
  readonly place: readonly Uint32Array[];
}

/** Seconds by which an author's clock may run ahead of the committer's, and the first second a clock is believed: 1980. */
const AHEAD = 86_400;
const BELIEVED_FROM = 315_532_800;
/** Rows fit below this factor, moments above it, in one exact double. */
const ROWS = 0x20_0000;

/** Sorts by the time a commit was written; equal times keep git's order. */
export function orderCommits(histories: readonly RawHistory[]): CommitOrder {
  const start = offsets(histories.map(({ commits }) => commits.count));
  const count = start[histories.length]!;
  const order = {
    count,
    history: new Uint16Array(count),
    row: new Uint32Array(count),
    at: new Uint32Array(count),
    place: histories.map(({ commits }) => new Uint32Array(commits.count)),
  };
  const keys = sortedKeys(histories, start, count);
  for (let place = 0; place < count; place++) {
    const at = Math.floor(keys[place]! / ROWS);
    const global = count - 1 - (keys[place]! - at * ROWS);
    const history = historyAt(start, global);
    order.at[place] = at;
    order.history[place] = history;
    order.row[place] = global - start[history]!;
    order.place[history]![order.row[place]!] = place;
  }
  return order;
}

/** The author's time, or the committer's where the author's clock cannot be right. */
export function believedTime({ commits }: RawHistory, row: number): number {
  const [authored, committed] = [commits.authoredAt[row]!, commits.committedAt[row]!];
  return authored > committed + AHEAD || authored < BELIEVED_FROM ? committed : authored;
}

/** Running sums from 0, one longer than the input. */
export function offsets(counts: readonly number[]): number[] {
  const starts = [0];
  for (const count of counts) starts.push(starts.at(-1)! + count);
  return starts;
}

function sortedKeys(histories: readonly RawHistory[], start: readonly number[], count: number): Float64Array {
  const keys = new Float64Array(count);
  histories.forEach((history, at) => {
    for (let row = 0; row < history.commits.count; row++)
      keys[start[at]! + row] = believedTime(history, row) * ROWS + (count - 1 - start[at]! - row);
  });
  return keys.sort();
}

function historyAt(start: readonly number[], global: number): number {
  let history = start.length - 2;
  while (start[history]! > global) history--;
  return history;
}
