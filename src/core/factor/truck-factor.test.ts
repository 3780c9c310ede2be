import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileAuthors } from '#core/published/file-authors.ts';
import { MODELS } from '#core/published/models.ts';
import { makeWorld } from '../../../test/world.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { factorByModel } from './factor-by-model.ts';
import { truckFactor } from './truck-factor.ts';

function authorsOf(lists: readonly (readonly number[])[]): FileAuthors {
  const start = [0];
  for (const list of lists) start.push(start.at(-1)! + list.length);
  return { start: Uint32Array.from(start), person: Uint32Array.from(lists.flat()) };
}
const factor = (lists: readonly (readonly number[])[]): number =>
  truckFactor({ authors: authorsOf(lists), files: lists.map((_, i) => i), seed: 1 }).value;

describe('the truck factor', () => {
  it.each([
    ['one author of everything', [[0], [0], [0]], 1],
    ['half left is still enough: a second must go', [[0], [0], [1], [1]], 2],
    ['less than half left', [[0], [0], [0], [1], [1]], 1],
    [
      'two authors on every file',
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      2,
    ],
    ['everybody their own', [[0], [1], [2], [3]], 3],
    ['files without author count', [[0], [], [], []], 0],
    ['no files', [], 0],
  ])('[factor.2] %s', (_, lists, value) => {
    expect(factor(lists)).toBe(value);
  });

  it('[factor.2] is never below the least number that trying every group finds', () => {
    const authorsOfFile = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(authorsOfFile, { minLength: 1, maxLength: 25 }), (lists) => {
        const sizes = Array.from({ length: 2 ** 7 }, (_, group) => {
          const gone = (author: number): boolean => ((group >> author) & 1) === 1;
          const left = lists.filter((list) => list.some((author) => !gone(author))).length;
          return left < lists.length / 2 ? [0, 1, 2, 3, 4, 5, 6].filter(gone).length : Infinity;
        });
        const least = Math.min(...sizes);
        expect(factor(lists)).toBeGreaterThanOrEqual(least);
        expect(factor(lists)).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('[factor.2] does not depend on who has which row', () => {
    const lists = [[0], [0, 1], [1], [2], [2], [3], [4], [4, 3]];
    expect(factor(lists.map((list) => list.map((p) => 4 - p)))).toBe(factor(lists));
  });

  it('[factor.6] every model answers in one shape', () => {
    const world = makeWorld({ seed: 6, commits: 600 });
    const landscape = buildLandscape(world);
    for (const { name } of MODELS) {
      const answer = factorByModel({ model: name, evidence: world.evidence, at: world.at, landscape, seed: 1 });
      expect(Number.isInteger(answer.value)).toBe(true);
      expect(answer.low).toBeLessThanOrEqual(answer.value);
      expect(answer.high).toBeGreaterThanOrEqual(answer.value);
      expect(answer.removed.length).toBe(answer.value);
      expect(answer.cover.length).toBe(answer.value + 1);
      expect(answer.files).toBeGreaterThan(0);
    }
    expect(() => factorByModel({ model: 'calibrated', evidence: world.evidence, at: world.at, seed: 1 })).toThrow(TypeError);
  });
});
