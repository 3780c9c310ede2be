import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { givenFile } from '#test/given-file.ts';
import { zipOf } from '#test/zip-of.ts';
import { type Archive, withArchive } from './read-archive.ts';
import { WindowReader } from './window-reader.ts';

/** What `look` finds in an archive. */
async function looked<Found>(zip: Uint8Array, look: (archive: Archive) => Promise<Found>): Promise<Found> {
  const looking = withArchive(givenFile('given.zip', zip), async function* (archive) {
    yield await look(archive);
  });
  for await (const found of looking) return found;
  throw new Error('nothing was looked at');
}

const KIB = 1024;
const SIZES = [0, 1, 63, 511, 512, 513, 32 * KIB - 1, 32 * KIB, 64 * KIB, 64 * KIB + 1, KIB * KIB, 3 * KIB * KIB + 7];
const ENTRIES = SIZES.flatMap((size) => [
  { name: `random-${size}`, content: randomBytes(size) },
  { name: `digits-${size}`, content: Buffer.from(randomBytes(size).toString('hex').slice(0, size)) },
]);

it('gives back what was packed, whatever its size and in whatever order it is asked for', async () => {
  for (const entries of [ENTRIES, ENTRIES.toReversed()]) {
    const found = await looked(zipOf(ENTRIES), async ({ read }) => {
      const contents: (readonly [string, Buffer | undefined])[] = [];
      for (const { name } of entries) contents.push([name, await read(name)]);
      return new Map(contents);
    });
    for (const { name, content } of entries) expect(found.get(name)?.equals(content), name).toBe(true);
  }
});

/** One entry, by hand: how it is packed, and what the directory says of its size. */
function zipOfOne({ method, packed, size }: { readonly method: number; readonly packed: Uint8Array; readonly size: number }): Buffer {
  const name = Buffer.from('a.json');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(packed), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]);
  const listed = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, listed, end]);
}

const TEXT = Buffer.from('[{"id":"C1"}]'.repeat(100));
const read = async (zip: Uint8Array) => await looked(zip, async (archive) => await archive.read('a.json'));

it('reads what was put in unpacked', async () => {
  expect((await read(zipOfOne({ method: 0, packed: TEXT, size: TEXT.length })))?.equals(TEXT)).toBe(true);
  expect((await read(zipOfOne({ method: 8, packed: deflateRawSync(TEXT), size: TEXT.length })))?.equals(TEXT)).toBe(true);
});

it.each([
  ['longer than it says', { method: 8, packed: deflateRawSync(TEXT), size: TEXT.length - 1 }],
  ['shorter than it says', { method: 8, packed: deflateRawSync(TEXT), size: TEXT.length + 1 }],
  ['unpacked, and not as long as it says', { method: 0, packed: TEXT, size: TEXT.length - 1 }],
  ['packed otherwise', { method: 12, packed: TEXT, size: TEXT.length }],
  ['broken', { method: 8, packed: TEXT, size: TEXT.length }],
  ['cut off', { method: 8, packed: deflateRawSync(TEXT).subarray(0, 10), size: TEXT.length }],
])('refuses an entry that is %s', async (_, entry) => {
  await expect(read(zipOfOne(entry))).rejects.toMatchObject({ code: 'archive-unreadable' });
});

it('asks the disk once for what lies side by side, and never beyond its end', async () => {
  const bytes = randomBytes(3 * KIB * KIB);
  let asked = 0;
  const file = {
    read: (into: Buffer, offset: number, length: number, position: number) => {
      asked++;
      // As disks may: not all at once.
      return Promise.resolve({ bytesRead: bytes.copy(into, offset, position, position + Math.min(length, 700 * KIB)) });
    },
  } as unknown as FileHandle;
  const reader = new WindowReader(file, bytes.length);
  for (let at = 0; at + 50 <= KIB * KIB; at += 50) expect((await reader.bytes(50, at)).equals(bytes.subarray(at, at + 50))).toBe(true);
  expect(asked).toBe(2);
  expect((await reader.bytes(2 * KIB * KIB, 7)).equals(bytes.subarray(7, 7 + 2 * KIB * KIB))).toBe(true);
  await expect(reader.bytes(10, bytes.length - 5)).rejects.toThrow('unexpected end');
});
