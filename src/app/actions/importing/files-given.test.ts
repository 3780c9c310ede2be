import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesGiven } from './files-given.ts';

const TEXT = JSON.stringify({ words: Array.from({ length: 2000 }, (_, i) => i * i) });
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-given-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function given(...paths: readonly string[]) {
  const found: (readonly [string, string])[] = [];
  for await (const file of filesGiven(paths)) {
    const parts: Uint8Array[] = [];
    for await (const part of file.open()) parts.push(part);
    found.push([file.name, Buffer.concat(parts).toString('utf8')]);
    expect(Buffer.concat(parts).subarray(0, file.head.length)).toEqual(Buffer.from(file.head));
  }
  return found;
}

it('what is squeezed is unpacked, whatever it is called; what is only called so is not', async () => {
  writeFileSync(join(folder, 'a.json.gz'), gzipSync(TEXT));
  writeFileSync(join(folder, 'b.json'), gzipSync(TEXT));
  writeFileSync(join(folder, 'c.json.gz'), TEXT);
  writeFileSync(join(folder, 'd'), '');
  expect(await given(folder)).toEqual([
    ['a.json', TEXT],
    ['b.json', TEXT],
    ['c.json.gz', TEXT],
    ['d', ''],
  ]);
});

it('what is squeezed and cut off is refused in words', async () => {
  writeFileSync(join(folder, 'a.gz'), gzipSync(TEXT).subarray(0, 60));
  await expect(given(join(folder, 'a.gz'))).rejects.toMatchObject({
    code: 'path-unreadable',
    message: expect.stringContaining('squeezed and damaged'),
  });
  await expect(given(join(folder, 'gone.json'))).rejects.toMatchObject({ message: expect.stringContaining('nothing at this path') });
});

it('a folder gives what is below it, in order, but nothing hidden and nothing that a link points at', async () => {
  mkdirSync(join(folder, 'x', 'y'), { recursive: true });
  writeFileSync(join(folder, 'x', 'y', 'z.json'), '1');
  writeFileSync(join(folder, 'x', 'a.json'), '2');
  writeFileSync(join(folder, '.secret'), '3');
  symlinkSync('/etc/hostname', join(folder, 'x', 'link'));
  expect(await given(folder)).toEqual([
    ['a.json', '2'],
    ['z.json', '1'],
  ]);
});
