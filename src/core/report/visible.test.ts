import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { visible } from './visible.ts';

describe('visible', () => {
  it.each([
    ['a colour', '\u001b[31mred', '\\x1b[31mred'],
    ['a title change', '\u001b]0;owned\u0007', '\\x1b]0;owned\\x07'],
    ['a one-byte escape', '\u009b2J', '\\x9b2J'],
    ['a reversed line', 'good\u202egnp.exe', 'good\\u202egnp.exe'],
    ['a hidden space', 'pay\u200bments', 'pay\\u200bments'],
    ['a new line', 'a\nb\tc\rd', 'a\\nb\\tc\\rd'],
    ['tag letters', 'x\u{e0041}', 'x\\u{e0041}'],
    ['half a letter', 'x\ud800y', 'x\\ud800y'],
    ['ordinary letters', 'Zoé 山田 naïve — “ok” 🎉 src/ä.ts', 'Zoé 山田 naïve — “ok” 🎉 src/ä.ts'],
  ])('[report.1] %s', (_what, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it('[report.1] leaves nothing that a terminal obeys, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/);
      }),
    );
  });
});
