import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { makeWorld } from '../../../test/world.ts';
import { absenceFactor, absenceFactorValue, HALF } from './absence-factor.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { gatherCrew } from './crew.ts';
import { degradation } from './degradation.ts';
import { islands } from './islands.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { lossMeasures } from './loss.ts';
import { unitOf } from './unit-of.ts';

const PEOPLE = 9;
const smallWorld = fc
  .integer({ min: 1, max: 400 })
  .map((seed) => buildLandscape(makeWorld({ seed, files: 30, people: PEOPLE, commits: 150, folders: 3, days: 500 })));

function coverWithout(landscape: Landscape, away: readonly number[]): number {
  const crew = gatherCrew(landscape, unitOf(landscape));
  for (const person of away) crew.remove(person);
  return crew.cover();
}

/** Every group of people, smallest first. */
function leastGroup(landscape: Landscape): number {
  const size = (group: number): number => [...Array(PEOPLE).keys()].filter((p) => (group >> p) & 1).length;
  const groups = [...Array(2 ** PEOPLE).keys()].sort((a, b) => size(a) - size(b));
  const found = groups.find(
    (group) =>
      coverWithout(
        landscape,
        [...Array(PEOPLE).keys()].filter((p) => (group >> p) & 1),
      ) < HALF,
  )!;
  return size(found);
}

describe('the absence factor', () => {
  it('[factor.1] is the least that trying every group finds, or one more', () => {
    let exact = 0;
    fc.assert(
      fc.property(smallWorld, (landscape) => {
        const least = leastGroup(landscape),
          greedy = absenceFactorValue(landscape, unitOf(landscape));
        expect(greedy).toBeGreaterThanOrEqual(least);
        expect(greedy).toBeLessThanOrEqual(least + 1);
        if (greedy === least) exact++;
      }),
      { numRuns: 25 },
    );
    expect(exact).toBeGreaterThanOrEqual(20);
  });

  it('[factor.1] its interval holds it, and the same seed gives the same interval', () => {
    fc.assert(
      fc.property(smallWorld, (landscape) => {
        const factor = absenceFactor(landscape, unitOf(landscape), 3);
        expect(factor.low).toBeLessThanOrEqual(factor.value);
        expect(factor.high).toBeGreaterThanOrEqual(factor.value);
        expect(factor.cover.length).toBe(factor.removed.length + 1);
        expect(factor.cover.at(-1)).toBeLessThan(HALF);
        expect(absenceFactor(landscape, unitOf(landscape), 3)).toEqual(factor);
      }),
      { numRuns: 15 },
    );
  });

  it('[factor.1] nothing asked, nobody needed', () => {
    const landscape = buildLandscape(makeWorld({ seed: 1, commits: 200 }));
    expect(
      absenceFactorValue(
        landscape,
        unitOf(landscape, () => false),
      ),
    ).toBe(0);
  });

  it('[risk.2] a crew without somebody covers what a crew that never had them covers, in any order', () => {
    fc.assert(
      fc.property(smallWorld, fc.shuffledSubarray([...Array(PEOPLE).keys()], { minLength: 1 }), (landscape, away) => {
        expect(coverWithout(landscape, away)).toBeCloseTo(coverWithout(landscape, away.toReversed()), 9);
        expect(coverWithout(landscape, away)).toBeLessThanOrEqual(coverWithout(landscape, away.slice(1)) + 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});

describe('degradation, islands and loss', () => {
  it('[factor.4] the more are away the less is carried, worst first', () => {
    fc.assert(
      fc.property(smallWorld, (landscape) => {
        const curve = degradation(landscape, unitOf(landscape), { most: 5, seed: 1 });
        curve.forEach((step, k) => {
          expect(step.away).toBe(k);
          expect(step.worst).toBeLessThanOrEqual(step.average + 1e-9);
          expect(step.low).toBeLessThanOrEqual(step.high + 1e-12);
          if (k > 0) expect(step.worst).toBeLessThanOrEqual(curve[k - 1]!.worst + 1e-9);
          if (k > 0) expect(step.average).toBeLessThanOrEqual(curve[k - 1]!.average + 1e-9);
        });
        expect(curve[0]!.worst).toBeCloseTo(curve[0]!.average, 9);
      }),
      { numRuns: 10 },
    );
  });

  it('[factor.3] every area is one kind, and carriers of files sum to the whole', () => {
    fc.assert(
      fc.property(smallWorld, fc.integer({ min: 0, max: 60 }), (landscape, minimumCommits) => {
        for (const area of islands(landscape, { ...DEFAULT_SETTINGS, minimumCommits })) {
          expect(area.none + area.one + area.several).toBeCloseTo(1, 4);
          expect(area.kind === 'not judged').toBe(landscape.support[area.area]! < minimumCommits);
          if (area.kind === 'orphan') expect(area.cover).toBeLessThan(DEFAULT_SETTINGS.stopsBelow);
          if (area.kind === 'island') expect(area.withoutOne).toBeLessThan(DEFAULT_SETTINGS.stopsBelow);
          if (area.kind === 'carried') expect(area.withoutOne).toBeGreaterThanOrEqual(DEFAULT_SETTINGS.stopsBelow);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('[factor.5] losses are in order, and the expected one is what cover leaves', () => {
    const landscape = buildLandscape(makeWorld({ seed: 4, files: 60, people: 12, commits: 400 }));
    const unit = unitOf(landscape);
    const loss = lossMeasures(landscape, unit, { draws: 2000, seed: 1 });
    expect(loss.expected).toBeLessThanOrEqual(loss.quantile);
    expect(loss.quantile).toBeLessThanOrEqual(loss.tail);
    expect(loss.expected).toBeCloseTo(1 - gatherCrew(landscape, unit).cover(), 1);
    expect(Math.abs(loss.expected - 1 + gatherCrew(landscape, unit).cover())).toBeLessThan(0.02);
  });
});
