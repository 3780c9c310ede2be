import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfText, textOfBytes, textsOfArena } from './byte-text.ts';

const withoutNul = fc.uint8Array({ maxLength: 12 }).map((bytes) => bytes.filter((byte) => byte !== 0));
/** Bytes that hit the corners often: backslashes, x, digits, halves of characters. */
const awkward = fc
  .array(fc.constantFrom(0x5c, 0x78, 0x65, 0x39, 0x41, 0xc3, 0xa9, 0xff, 0xe2, 0x82), { maxLength: 10 })
  .map((bytes) => Uint8Array.from(bytes));
const bytes = fc.oneof(withoutNul, awkward);

describe('display forms of bytes', () => {
  it.each([
    ['plain/path.ts', 'plain/path.ts'],
    ['ünïcödé', 'ünïcödé'],
    ['back\\slash', 'back\\slash'],
    ['literal\\xe9', 'literal\\\\xe9'],
    ['\uFEFFbom', '\uFEFFbom'],
  ])('%j is shown as %j', (text, shown) => expect(textOfBytes(Buffer.from(text))).toBe(shown));

  it('shows bytes that are not UTF-8 as \\xNN', () => {
    expect(textOfBytes(Uint8Array.of(0x61, 0xe9, 0x5c, 0xff))).toBe('a\\xe9\\\\\\xff');
  });

  it('gives the bytes back', () => {
    fc.assert(fc.property(bytes, (it) => bytesOfText(textOfBytes(it)).equals(it)));
  });

  it('is different for different bytes', () => {
    fc.assert(fc.property(bytes, bytes, (a, b) => (textOfBytes(a) === textOfBytes(b)) === (Buffer.compare(a, b) === 0)));
  });

  it('reads a whole arena as it reads each string', () => {
    fc.assert(
      fc.property(fc.array(bytes), (all) => {
        const arena = Buffer.concat(all.flatMap((it) => [it, Uint8Array.of(0)]));
        expect(textsOfArena(arena)).toEqual(all.map(textOfBytes));
      }),
    );
  });
});
