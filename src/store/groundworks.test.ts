import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Groundworks } from './groundworks.ts';

const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);

it('keeps the latest state of the same repositories, and nothing older than fits', () => {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-groundworks-'));
  const kept = new Groundworks(folder, 100);
  const keep = (key: string, length: number, at: number, stamp = `${at}`): void =>
    kept.keep({ key, stamp, bytes: bytes(length, at), keptAt: at });
  keep('a', 40, 1);
  keep('b', 30, 2);
  keep('b', 40, 3);
  expect([kept.kept('a', '1'), kept.kept('b', '2'), kept.kept('b', '3')]).toEqual([bytes(40, 1), undefined, bytes(40, 3)]);
  keep('c', 50, 4);
  expect([kept.kept('a', '1'), kept.kept('b', '3'), kept.kept('c', '4')]).toEqual([undefined, bytes(40, 3), bytes(50, 4)]);
  keep('c', 101, 5);
  expect([kept.kept('b', '3'), kept.kept('c', '4'), kept.kept('c', '5')]).toEqual([bytes(40, 3), undefined, undefined]);
  kept.close();
});
