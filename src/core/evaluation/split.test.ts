import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SPLIT } from './split.ts';

describe('the frozen split', () => {
  it('[evaluation.1] is what the hashes of the names say: ten fit, ten test, two further ones fit', () => {
    const hash = (name: string): string => createHash('sha256').update(name).digest('hex');
    const published = SPLIT.slice(0, 20).map(({ name }) => name);
    expect(published).toEqual(published.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1)));
    expect(SPLIT.map(({ half }) => half)).toEqual([...Array(10).fill('fitting'), ...Array(10).fill('testing'), 'fitting', 'fitting']);
    expect(SPLIT.every(({ commit }) => /^[0-9a-f]{40}$/.test(commit))).toBe(true);
  });
});
