import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { NODES } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Unit } from './crew.ts';
import { degradation } from './degradation.ts';
import { unitOf } from './unit-of.ts';

const PEOPLE = 9;
const smallWorld = fc
  .integer({ min: 1, max: 400 })
  .map((seed) => buildLandscape(makeWorld({ seed, files: 30, people: PEOPLE, commits: 200, folders: 3, days: 400 })));

/** Cover of a unit without some people, from knowledge and presence alone. */
function coverWithout(l: Landscape, unit: Unit, away: ReadonlySet<number>): number {
  let cover = 0;
  unit.files.forEach((file, row) => {
    for (const node of NODES) {
      let miss = 1;
      for (let e = l.knowledge.start[file]!; e < l.knowledge.start[file + 1]!; e++) {
        const p = l.knowledge.probability[e]!;
        const knows = 1 / (1 + ((1 - p) / p) * Math.exp(-node.shift * l.knowledge.spread[e]!));
        if (!away.has(l.knowledge.person[e]!)) miss *= 1 - knows * l.present[l.knowledge.person[e]!]!;
      }
      cover += unit.share[row]! * node.weight * (1 - miss);
    }
  });
  return cover;
}

/** Every group of `size` of these people. */
function groups(people: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return people.flatMap((person, i) => groups(people.slice(i + 1), size - 1).map((rest) => [person, ...rest]));
}

describe('the degradation curve', () => {
  it('[factor.4] is exactly the worst for one person, and near the worst group for several', () => {
    fc.assert(
      fc.property(smallWorld, (l) => {
        const unit = unitOf(l);
        const everybody = [...l.present.keys()].filter((p) => l.present[p]! > 0);
        const curve = degradation(l, unit, { most: 3, seed: 1 });
        curve.forEach(({ worst, away }) => {
          const least = Math.min(...groups(everybody, away).map((group) => coverWithout(l, unit, new Set(group))));
          expect(worst).toBeGreaterThanOrEqual(least - 1e-5);
          if (away < 2) expect(worst).toBeCloseTo(least, 5);
          else expect(worst).toBeLessThanOrEqual(least + 0.1);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('[factor.4] on average agrees with the mean over every group, within the chance of forty orders', () => {
    fc.assert(
      fc.property(smallWorld, (l) => {
        const unit = unitOf(l);
        const likely = [...l.present.keys()].filter((p) => l.present[p]! >= 0.5);
        degradation(l, unit, { most: 4, seed: 3 }).forEach(({ away, average }) => {
          const covers = groups(likely, away).map((group) => coverWithout(l, unit, new Set(group)));
          const mean = covers.reduce((sum, cover) => sum + cover, 0) / covers.length;
          const deviation = Math.sqrt(covers.reduce((sum, cover) => sum + (cover - mean) ** 2, 0) / covers.length);
          expect(Math.abs(average - mean)).toBeLessThan((4.5 * deviation) / Math.sqrt(40) + 1e-5);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('[risk.7] shares of a unit sum to one, whatever part of the tree is asked about', () => {
    fc.assert(
      fc.property(smallWorld, fc.integer({ min: 1, max: 5 }), (l, part) => {
        const { files, share } = unitOf(l, (file) => file % part === 0);
        expect(files.length).toBe(share.length);
        if (files.length > 0) expect(share.reduce((sum, s) => sum + s, 0)).toBeCloseTo(1, 9);
        expect(files.every((file) => file % part === 0 && l.weight[file]! > 0)).toBe(true);
      }),
    );
  });
});
