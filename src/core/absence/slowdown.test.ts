import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { lossOf } from './judge-absence.ts';
import { SLOWDOWN } from './slowdown-coefficients.ts';
import { calibrateSlowdown, enoughChanges, LEAST_EXPECTED, type Slowdown, slowdownOf, slowdownParts } from './slowdown.ts';

const PEOPLE = 12;
const landscapes = [1, 2].map((seed) =>
  buildLandscape(makeWorld({ seed, files: 60, people: PEOPLE, commits: 900, folders: 3, days: 400 })),
);
const DAYS = 14;
const slowsOf = (l: (typeof landscapes)[number], people: readonly number[], kind: 'sudden' | 'saturated' = 'sudden') => {
  const window = { from: l.at, to: l.at + DAYS * DAY };
  const loss = lossOf(l, { absences: people.map((person) => ({ person, window, kind })), window, seed: 1 });
  return l.areas.map((_, area) => slowdownOf({ landscape: l, area, loss, days: DAYS }));
};
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('slowdown', () => {
  it('[absence.15] says nothing where fewer than two changes are expected, and is a chance elsewhere', () => {
    for (const l of landscapes) {
      const said = slowsOf(l, [0]);
      expect(said.some((slows) => slows !== null)).toBe(true);
      said.forEach((slows, area) => {
        expect(slows === null).toBe(expectedItems(l, area, DAYS) < LEAST_EXPECTED);
        for (const p of Object.values(slows ?? {})) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      });
    }
  });

  it('[absence.15] with nobody away is what it usually is; more people away never make it less likely', () => {
    const person = fc.integer({ min: 0, max: PEOPLE - 1 });
    fc.assert(
      fc.property(fc.constantFrom(...landscapes), person, person, (l, one, two) => {
        const [none, single, swamped, both] = [slowsOf(l, []), slowsOf(l, [one]), slowsOf(l, [one], 'saturated'), slowsOf(l, [one, two])];
        const notMore = (less: Slowdown | null, more: Slowdown | null): void =>
          expect(less?.chance ?? 0).toBeLessThanOrEqual((more?.chance ?? 0) + 0.02);
        none.forEach((slows, area) => {
          if (slows !== null) expect(slows.chance).toBe(slows.usual);
          notMore(slows, swamped[area]!);
          notMore(swamped[area]!, single[area]!);
          notMore(single[area]!, both[area]!);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('[absence.16] the map never turns round: each part said higher is said no lower', () => {
    expect(Math.min(SLOWDOWN.knowledge, SLOWDOWN.recent)).toBeGreaterThanOrEqual(0);
    expect(SLOWDOWN.usual).toBeGreaterThan(0);
    fc.assert(
      fc.property(chance, chance, chance, chance, (usual, a, b, other) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = (knowledge: number, recent: number): number => calibrateSlowdown({ usual, knowledge, recent }).chance;
        expect(at(low, other)).toBeLessThanOrEqual(at(high, other));
        expect(at(other, low)).toBeLessThanOrEqual(at(other, high));
        expect(calibrateSlowdown({ usual: low, knowledge: low, recent: low }).usual).toBeLessThanOrEqual(
          calibrateSlowdown({ usual: high, knowledge: high, recent: high }).usual,
        );
      }),
    );
  });

  it('[absence.16] worked example: who made all of the recent changes and alone knows the place takes nearly all along', () => {
    const world = worldOf(
      evidenceOf(Array.from({ length: 200 }, (_, day) => ({ day, by: day % 2 ? 'Ines' : 'Bo', files: [day % 2 ? 'a/x.ts' : 'b/x.ts'] }))),
    );
    const l = buildLandscape(world);
    const area = l.areas.findIndex(({ name }) => name.startsWith('a'));
    const ines = world.evidence.people.findIndex(({ name }) => name === 'Ines');
    const window = { from: l.at, to: l.at + DAYS * DAY };
    const loss = lossOf(l, { absences: [{ person: ines, window, kind: 'sudden' }], window, seed: 1 });
    const parts = slowdownParts({ landscape: l, area, loss, days: DAYS })!;
    expect(loss.recent[area]).toBeGreaterThan(0.97);
    expect(parts.recent).toBeGreaterThan(0.97);
    expect(parts.knowledge).toBeGreaterThan(0.8);
    expect(calibrateSlowdown(parts).chance).toBeGreaterThan(0.85);
    expect(calibrateSlowdown(parts).usual).toBeLessThan(0.5);
  });

  it.each([
    [2, 1],
    [2.1, 2],
    [4, 2],
    [9, 5],
  ])('[absence.15] of %d expected, %d are half', (expected, enough) => {
    expect(enoughChanges({ shape: expected * 10, rate: 10, days: 1 })).toBe(enough);
  });
});
