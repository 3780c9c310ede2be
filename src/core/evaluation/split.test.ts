import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SPLIT } from './split.ts';

describe('the frozen split', () => {
  const hash = (name: string): string => createHash('sha256').update(name).digest('hex');
  const inOrder = (names: readonly string[]): readonly string[] => names.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1));

  it('[evaluation.1] is what the hashes of the names say: ten fit, ten test, two further ones fit', () => {
    const published = SPLIT.slice(0, 20).map(({ name }) => name);
    expect(published).toEqual(inOrder(published));
    const halves = SPLIT.slice(0, 22).map(({ half }) => half);
    expect(halves).toEqual([...Array(10).fill('fitting'), ...Array(10).fill('testing'), 'fitting', 'fitting']);
    expect(SPLIT.every(({ commit }) => /^[0-9a-f]{40}$/.test(commit))).toBe(true);
  });

  it('[evaluation.1] goes on with forty others of the same study: sixteen fit, twenty-four test', () => {
    const further = SPLIT.slice(22).map(({ name }) => name);
    expect(further).toEqual(inOrder(further));
    expect(SPLIT.slice(22).map(({ half }) => half)).toEqual([...Array(16).fill('fitting'), ...Array(24).fill('testing')]);
    expect(new Set(SPLIT.map(({ name }) => name)).size).toBe(62);
  });
});
