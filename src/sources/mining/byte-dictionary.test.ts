import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from './byte-dictionary.ts';

const texts = fc.array(fc.stringMatching(/^[ab/]{0,6}$/), { maxLength: 200 });

describe('a dictionary of byte strings', () => {
  it('numbers as a map of strings would', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const dictionary = new ByteDictionary();
        const expected = new Map<string, number>();
        for (const text of all) {
          const bytes = Buffer.from(`x${text}\0rest`);
          if (!expected.has(text)) expected.set(text, expected.size);
          expect(dictionary.intern(bytes, 1, 1 + text.length)).toBe(expected.get(text));
          expect(dictionary.internToNul(bytes, 1)).toBe(expected.get(text));
          expect(dictionary.end).toBe(1 + text.length);
        }
        expect(Buffer.from(dictionary.arena()).toString()).toBe([...expected.keys()].map((text) => `${text}\0`).join(''));
      }),
    );
  });

  it('says when there is no end yet', () => expect(new ByteDictionary().internToNul(Buffer.from('half a pa'), 0)).toBe(-1));

  it('keeps its numbers while it grows', () => {
    const dictionary = new ByteDictionary();
    const all = Array.from({ length: 50_000 }, (_, i) => Buffer.from(`src/folder${i % 97}/file${i}.ts`));
    const numbers = all.map((bytes) => dictionary.intern(bytes, 0, bytes.length));
    expect(numbers).toEqual(all.map((_, i) => i));
    expect(all.map((bytes) => dictionary.intern(bytes, 0, bytes.length))).toEqual(numbers);
  });
});
