import { describe, expect, it } from 'vitest';
import { NO_ROW } from '#core/evidence/raw-history.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { joinSegments, packSegments } from './pack-history.ts';

/** A history of `count` commits; the newest `count - n` of it are what a scan adds to the history of `n`. */
function history(count: number): RawHistory {
  const age = (row: number): number => count - 1 - row;
  const rows = Array.from({ length: count }, (_, row) => row);
  const touches = rows.flatMap((row) =>
    Array.from({ length: age(row) % 3 }, (_, i) => ({ path: (age(row) * 2 + i) % 7, old: i === 1 ? age(row) % 5 : NO_ROW })),
  );
  const starts = startsOf(rows.map((row) => age(row) % 3));
  const parents = rows.map((row) => (age(row) === 0 ? [] : age(row) % 4 === 0 ? [row + 1, Math.min(row + 3, count - 1)] : [row + 1]));
  return {
    repository: 'story',
    head: `${count}`,
    hashBytes: 20,
    identities: Array.from({ length: Math.min(count, 6) }, (_, i) => ({ name: `Person ${i}`, email: '' })),
    paths: Array.from({ length: Math.min(2 + count, 7) }, (_, i) => `päth ${i}`),
    commits: {
      count,
      hash: Uint8Array.from(rows.flatMap((row) => Array.from({ length: 20 }, (_, i) => age(row) + i))),
      firstTouch: Uint32Array.from(starts),
      authoredAt: Uint32Array.from(rows, (row) => 1000 + age(row)),
      committedAt: Uint32Array.from(rows, (row) => 2000 + age(row)),
      offsetMinutes: Int32Array.from(rows, (row) => -60 * age(row)),
      author: Uint32Array.from(rows, (row) => age(row) % 6),
      committer: Uint32Array.from(rows, (row) => age(row) % 4),
      flags: Uint8Array.from(rows, (row) => age(row) % 16),
      firstParent: Uint32Array.from(startsOf(parents.map((own) => own.length))),
      parent: Uint32Array.from(parents.flat()),
    },
    touches: {
      count: touches.length,
      path: Uint32Array.from(touches, ({ path }) => path),
      oldPath: Uint32Array.from(touches, ({ old }) => old),
      status: new Uint8Array(touches.length).fill(77),
    },
    trailers: {
      count: Math.floor(count / 2),
      commit: Uint32Array.from({ length: Math.floor(count / 2) }, (_, i) => i * 2 + (count % 2)),
      kind: new Uint8Array(Math.floor(count / 2)).fill(1),
      identity: Uint32Array.from({ length: Math.floor(count / 2) }, (_, i) => i % 3),
    },
    tree: { path: new Uint32Array(), bytes: new Uint32Array() },
  };
}

/** Where each run begins, and where the last ends. */
function startsOf(lengths: readonly number[]): number[] {
  const starts = [0];
  for (const length of lengths) starts.push(starts.at(-1)! + length);
  return starts;
}

function written(it: RawHistory): { readonly commits: number; readonly identities: number; readonly paths: number } {
  return { commits: it.commits.count, identities: it.identities.length, paths: it.paths.length };
}

function pieces(it: RawHistory, before?: RawHistory, most?: number): Uint8Array[] {
  return Array.from(packSegments(it, before && written(before), most), ({ bytes }) => bytes);
}

describe('segments of a history', () => {
  const columns = ({ identities, paths, commits, touches }: RawHistory): object => ({ identities, paths, commits, touches });

  it.each([[[12]], [[1, 12]], [[4, 5, 6, 12]], [[3, 3, 12]]])('joined from scans of %j commits are the whole', (scans) => {
    const histories = scans.map(history);
    const segments = histories.flatMap((it, i) => pieces(it, i === 0 ? undefined : histories[i - 1]));
    const whole = histories.at(-1)!;
    const { trailers: _, ...joined } = joinSegments(segments, 20);
    expect(joined).toEqual(columns(whole));
  });

  it.each([1, 2, 3, 5, 11])('cut into pieces of %d commits are the whole, trailers too', (most) => {
    const whole = history(11);
    expect(joinSegments(pieces(whole, undefined, most), 20)).toEqual({ ...columns(whole), trailers: whole.trailers });
  });

  it('keep the trailers with their commits', () => {
    const whole = history(8);
    expect(joinSegments(pieces(whole), 20).trailers).toEqual(whole.trailers);
  });

  it('that do not fit together are refused', () => {
    const [small, large] = [history(4), history(9)];
    const [second] = pieces(large, small);
    expect(joinSegments([...pieces(small), second!], 20).commits.count).toBe(9);
    expect(() => joinSegments(pieces(small), 32)).toThrow(RangeError);
    expect(() => joinSegments([second!.subarray(0, second!.length - 200)], 20)).toThrow(RangeError);
  });
});
