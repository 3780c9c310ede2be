import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/terms/settings.ts';
import { evidenceOf } from '../../../test/evidence-of.ts';
import { makeWorld, worldOf } from '../../../test/world.ts';
import { judgeAbsence } from '#core/absence/judge-absence.ts';
import type { AreaOutcome } from '#core/absence/outcome.ts';
import { FELT, type PairsQuestion, pairsNotTogether } from './pairs.ts';

const PEOPLE = 10;
const question = fc
  .record({
    seed: fc.integer({ min: 1, max: 200 }),
    movesFrom: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
    stops: fc.double({ min: 0.05, max: 1, noNaN: true }),
  })
  .map(({ seed, movesFrom, stops }): PairsQuestion => {
    const landscape = buildLandscape(makeWorld({ seed, files: 60, people: PEOPLE, commits: 400, folders: 3 }));
    return ask(landscape, { ...DEFAULT_SETTINGS, movesFrom, stopsBelow: stops * movesFrom });
  });

function ask(landscape: PairsQuestion['landscape'], settings: Settings): PairsQuestion {
  return { landscape, settings, window: { from: landscape.at, to: landscape.at + 14 * DAY } };
}

/** Every two people, each asked as an absence of its own. */
function byTrying({ landscape, settings, window }: PairsQuestion): string[] {
  const judged = (...people: number[]): readonly AreaOutcome[] =>
    judgeAbsence(landscape, { absences: people.map((person) => ({ person, window, kind: 'sudden' })), window, seed: 1 }, settings).areas;
  const nobody = judged();
  const alone = Array.from({ length: PEOPLE }, (_, p) => judged(p));
  const found: string[] = [];
  landscape.areas.forEach((_, area) => {
    for (let p = 0; p < PEOPLE; p++)
      for (let q = p + 1; q < PEOPLE; q++) {
        if (landscape.present[p]! < 0.5 || landscape.present[q]! < 0.5) continue;
        const [one, other, both] = [alone[p]![area]!, alone[q]![area]!, judged(p, q)[area]!];
        const fine = one.verdict === nobody[area]!.verdict && other.verdict === nobody[area]!.verdict;
        const felt = Math.min(one.served.value, other.served.value) - both.served.value >= FELT;
        if (fine && felt && both.verdict !== nobody[area]!.verdict) found.push(`${area}: ${p} ${q}`);
      }
  });
  return found;
}

describe('pairs', () => {
  it('[cascade.2] are exactly those that trying every two people finds', () => {
    let some = 0;
    fc.assert(
      fc.property(question, (asked) => {
        const found = pairsNotTogether(asked).map(({ area, people }) => `${area}: ${people.join(' ')}`);
        expect(found).toEqual(byTrying(asked));
        some += found.length;
      }),
      { numRuns: 60, seed: 5 },
    );
    expect(some).toBeGreaterThan(10);
  });

  it('[cascade.2] leave the verdict as it is alone and make it worse together', () => {
    fc.assert(
      fc.property(question, (asked) => {
        for (const { alone, servedAlone, outcome } of pairsNotTogether(asked)) {
          expect(alone === 'moves' ? ['degrades', 'stops'] : ['stops']).toContain(outcome.verdict);
          expect(servedAlone - outcome.served.value).toBeGreaterThanOrEqual(FELT - 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('[cascade.2] with one person are those of all pairs that name them', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: PEOPLE - 1 }), (asked, person) => {
        expect(pairsNotTogether({ ...asked, person })).toEqual(pairsNotTogether(asked).filter((pair) => pair.people.includes(person)));
      }),
      { numRuns: 20 },
    );
  });

  it('[cascade.2] name the two who share an area, and not the area of one', () => {
    const world = worldOf(
      evidenceOf([
        ...Array.from({ length: 30 }, (_, day) => ({ day, by: 'Ines Alder', files: ['shared/x.ts', 'own/x.ts'] })),
        ...Array.from({ length: 30 }, (_, day) => ({ day: day + 0.4, by: 'Bo Birch', files: ['shared/x.ts'] })),
      ]),
    );
    const found = pairsNotTogether(ask(buildLandscape(world), DEFAULT_SETTINGS));
    expect(found.map(({ area, people, alone, outcome }) => [world.partition.areas[area]!.name, people, alone, outcome.verdict])).toEqual([
      ['shared/', [0, 1], 'moves', 'stops'],
    ]);
  });
});
