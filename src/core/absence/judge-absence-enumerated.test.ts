import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { NODES } from '#core/risk/cover-sums.ts';
import { areaWeights, type Landscape } from '#core/risk/landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { makeWorld } from '../../../test/world.ts';
import { areaShare, judgeAbsence, lossOf } from './judge-absence.ts';
import { type AbsenceKind, SATURATED_SHARE, type Scenario } from './scenario.ts';

const PEOPLE = 9;
const landscapes = Array.from({ length: 12 }, (_, i) =>
  buildLandscape(makeWorld({ seed: i + 1, files: 40, people: PEOPLE, commits: 250, folders: 3 })),
);
const kinds = fc.constantFrom<AbsenceKind>('sudden', 'permanent', 'saturated');
const people = fc.uniqueArray(fc.integer({ min: 0, max: PEOPLE - 3 }), { maxLength: 2 });

/** Shares carried in one area in every way in which people may be there and the calibration may be off, with the chance of each way. */
function everyWay(
  l: Landscape,
  area: number,
  ...[left, nodes = NODES]: [left: (person: number) => number, nodes?: readonly { readonly shift: number; readonly weight: number }[]]
): { readonly chance: number; readonly share: number }[] {
  const there = [...l.present.keys()].filter((p) => l.present[p]! > 0);
  const files = [...l.weight.keys()].filter((file) => l.areaOfFile[file] === area && l.weight[file]! > 0);
  return nodes.flatMap((node) =>
    Array.from({ length: 2 ** there.length }, (_, state) => {
      const here = new Uint8Array(l.present.length);
      let chance: number = node.weight;
      there.forEach((p, i) => {
        here[p] = (state >> i) & 1;
        chance *= here[p] === 1 ? l.present[p]! : 1 - l.present[p]!;
      });
      const share = files.reduce((sum, file) => sum + l.weight[file]! * (1 - missOf(l, { file, here, left, shift: node.shift })), 0);
      return { chance, share };
    }),
  );
}

/** The calibration's normal shift at many places. */
const FINE = Array.from({ length: 25 }, (_, i) => ({ shift: -3 + i / 4, weight: Math.exp(-((-3 + i / 4) ** 2) / 2) }));
const TOTAL = FINE.reduce((sum, node) => sum + node.weight, 0);
const FINE_NODES = FINE.map(({ shift, weight }) => ({ shift, weight: weight / TOTAL }));

interface Way {
  readonly file: number;
  readonly here: Uint8Array;
  readonly left: (person: number) => number;
  readonly shift: number;
}

function missOf({ knowledge }: Landscape, { file, here, left, shift }: Way): number {
  let miss = 1;
  for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
    const person = knowledge.person[e]!,
      p = knowledge.probability[e]!;
    const knows = 1 / (1 + ((1 - p) / p) * Math.exp(-shift * knowledge.spread[e]!));
    miss *= 1 - here[person]! * left(person) * knows;
  }
  return miss;
}

const scenarioOf = (l: Landscape, away: readonly number[], kind: AbsenceKind): Scenario => {
  const window = { from: l.at, to: l.at + 14 * DAY };
  return { absences: away.map((person) => ({ person, window, kind })), window, seed: 1 };
};

describe('the two-week question, counted out', () => {
  it('[absence.9] carries exactly the mean over every way, and its variance leaves out only what people decide together', () => {
    fc.assert(
      fc.property(fc.constantFrom(...landscapes), people, kinds, (l, away, kind) => {
        const left = (person: number): number => (away.includes(person) ? (kind === 'saturated' ? SATURATED_SHARE : 0) : 1);
        const scenario = scenarioOf(l, away, kind);
        const judged = judgeAbsence(l, scenario, DEFAULT_SETTINGS);
        const loss = lossOf(l, scenario);
        const weights = areaWeights(l, DEFAULT_SETTINGS.minimumCommits);
        let whole = 0;
        l.areas.forEach((_, area) => {
          const ways = everyWay(l, area, left);
          const mean = ways.reduce((sum, way) => sum + way.chance * way.share, 0);
          const variance = ways.reduce((sum, way) => sum + way.chance * (way.share - mean) ** 2, 0);
          whole += weights[area]! * mean;
          expect(judged.areas[area]!.served.value).toBeCloseTo(mean, 4);
          expect(areaShare(l, area, loss).variance).toBeLessThanOrEqual(variance + 1e-4);
          expect(areaShare(l, area, loss).variance).toBeGreaterThan(0.6 * variance - 1e-4);
        });
        expect(judged.served.value).toBeCloseTo(whole, 4);
      }),
      { numRuns: 20 },
    );
  });

  it('[absence.3] says the chances of its verdicts as its header does: .05 off in one of ten cases at most, .2 at worst', () => {
    const off: number[] = [];
    for (const l of landscapes) {
      for (let person = 0; person < PEOPLE - 2; person += 2) {
        const judged = judgeAbsence(l, scenarioOf(l, [person], 'sudden'), DEFAULT_SETTINGS);
        l.areas.forEach((_, area) => {
          const ways = everyWay(l, area, (p) => (p === person ? 0 : 1), FINE_NODES);
          const below = (threshold: number): number => ways.reduce((sum, way) => sum + (way.share < threshold ? way.chance : 0), 0);
          const { stops, moves } = judged.areas[area]!.probability;
          if (judged.areas[area]!.verdict === 'not judged') return;
          off.push(Math.abs(stops - below(DEFAULT_SETTINGS.stopsBelow)), Math.abs(1 - moves - below(DEFAULT_SETTINGS.movesFrom)));
        });
      }
    }
    off.sort((a, b) => a - b);
    expect(off.length).toBeGreaterThan(100);
    expect([off[Math.floor(off.length / 2)]! < 0.012, off[Math.floor(0.9 * off.length)]! <= 0.05, off.at(-1)! <= 0.2]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
