import { expect, test } from 'vitest';
import { asOfWords } from './as-of-words.ts';

const LOOKED = { lookedAt: '2026-11-20T00:00:00.000Z', takenAt: '2026-11-21T18:42:10.000Z', nextLook: null };

test.each([
  [LOOKED, 'Looked at 2026-11-21 18:42 UTC, at what was told up to 2026-11-20.'],
  [
    { ...LOOKED, nextLook: '2026-11-21T18:47:00.000Z' },
    'Looked at 2026-11-21 18:42 UTC, at what was told up to 2026-11-20. Something came since that is not in it yet: the next look is due 2026-11-21 18:47 UTC.',
  ],
  [{ ...LOOKED, lookedAt: null }, ''],
])('%j is told as %j', (looked, said) => {
  expect(asOfWords(looked)).toBe(said);
});
