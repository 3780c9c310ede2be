import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFrom } from '#core/chance/draw.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { MIDDLE, overNodes } from '#core/risk/cover-sums.ts';
import { expectedItems, type Landscape } from '#core/risk/landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { makeWorld } from '../../../test/world.ts';
import { addByLot } from './by-lot.ts';
import { inheritedItems } from './heirs.ts';
import { lossOf } from './judge-absence.ts';
import type { AbsenceKind, Scenario } from './scenario.ts';

const PEOPLE = 9;
const landscapes = [1, 2, 3].map((seed) => buildLandscape(makeWorld({ seed, files: 60, people: PEOPLE, commits: 400, folders: 3 })));
const chances = fc.array(fc.double({ min: 0.01, max: 0.95, noNaN: true }), { minLength: 1, maxLength: 9 });

function byLot(chance: readonly number[]): number[] {
  const into = new Float64Array(chance.length);
  addByLot({ chance: Float64Array.from(chance), count: chance.length, sign: 1, into });
  return [...into];
}

/** Every way in which some of them know the file, one by one. */
function byCounting(chance: readonly number[]): number[] {
  const part = chance.map(() => 0);
  for (let group = 1; group < 2 ** chance.length; group++) {
    const knows = (p: number): boolean => ((group >> p) & 1) === 1;
    const probability = chance.reduce((product, c, p) => product * (knows(p) ? c : 1 - c), 1);
    const size = chance.filter((_, p) => knows(p)).length;
    chance.forEach((_, p) => {
      if (knows(p)) part[p]! += probability / size;
    });
  }
  return part;
}

const scenario = (l: Landscape, people: readonly number[], kind: AbsenceKind): Scenario => ({
  absences: people.map((person) => ({ person, kind, window: { from: l.at, to: l.at + 14 * DAY } })),
  window: { from: l.at, to: l.at + 14 * DAY },
  seed: 1,
});

describe('who meets the work', () => {
  it('[absence.6] parts by lot are those that counting every case gives', () => {
    fc.assert(
      fc.property(chances, (chance) => {
        byLot(chance).forEach((part, p) => expect(part).toBeCloseTo(byCounting(chance)[p]!, 9));
      }),
      { numRuns: 60 },
    );
  });

  it('[absence.6] parts sum to the cover of the file, for many people too', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 60 }), (chance) => {
        const cover = 1 - chance.reduce((miss, c) => miss * (1 - c), 1);
        expect(byLot(chance).reduce((sum, part) => sum + part, 0)).toBeCloseTo(cover, 5);
      }),
    );
  });

  it('[absence.13] what the absent leave is what heirs inherit plus what newly waits', () => {
    const people = fc.uniqueArray(fc.integer({ min: 0, max: PEOPLE - 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...landscapes), people, fc.constantFrom('sudden', 'planned'), (l, away, kind) => {
        const asked = scenario(l, away, kind as AbsenceKind);
        const loss = lossOf(l, asked);
        const inherited = inheritedItems(l, asked, loss);
        l.areas.forEach((_, area) => {
          const left = carriedBy(l, area, away);
          const more = inherited.reduce((sum, items, s) => sum + (l.sums.slotArea[s] === area ? items : 0), 0);
          const waits = expectedItems(l, area, 14) * overNodes((n) => loss.lost[n]![area]!);
          expect(Math.abs(left - more - waits)).toBeLessThan(0.03 * expectedItems(l, area, 14));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('[absence.9] agrees with playing the window change by change', () => {
    const l = landscapes[0]!;
    const asked = scenario(l, [0], 'sudden');
    const exact = inheritedItems(l, asked, lossOf(l, asked));
    const played = playLots(l, 0, 30_000);
    l.areas.forEach((_, area) => {
      for (let s = l.sums.slotStart[area]!; s < l.sums.slotStart[area + 1]!; s++) {
        if (l.sums.slotPerson[s] === 0) continue;
        expect(Math.abs(played[s]! - exact[s]!)).toBeLessThan(0.02 * expectedItems(l, area, 14));
      }
    });
  });

  it('[absence.6] somebody who is away, or swamped, inherits nothing', () => {
    for (const kind of ['sudden', 'saturated', 'permanent'] as const) {
      const l = landscapes[1]!;
      const asked = scenario(l, [0, 1], kind);
      inheritedItems(l, asked, lossOf(l, asked)).forEach((items, s) => {
        expect(items).toBeGreaterThanOrEqual(-1e-12);
        if (l.sums.slotPerson[s]! < 2) expect(items).toBe(0);
      });
    }
  });
});

/** Changes of an area in the window that these people would carry, each going to one who knows its file by lot. */
function carriedBy(l: Landscape, area: number, people: readonly number[]): number {
  let share = 0;
  for (let file = 0; file < l.weight.length; file++) {
    if (l.areaOfFile[file] !== area || l.weight[file] === 0) continue;
    const entries = Array.from({ length: l.knowledge.start[file + 1]! - l.knowledge.start[file]! }, (_, i) => l.knowledge.start[file]! + i);
    byLot(entries.map((e) => l.sums.chance[MIDDLE]![e]!)).forEach((part, i) => {
      if (people.includes(l.knowledge.person[entries[i]!]!)) share += l.weight[file]! * part;
    });
  }
  return share * expectedItems(l, area, 14);
}

/** Extra changes per slot when one person is away: in each draw everybody knows each file or not, and a lot decides. */
function playLots(l: Landscape, away: number, draws: number): Float64Array {
  const draw = drawFrom(3);
  const gained = new Float64Array(l.sums.gain.length);
  const files = [...l.weight.keys()].filter((file) => l.weight[file]! > 0);
  for (let d = 0; d < draws; d++) {
    const file = files[draw.index(files.length)]!;
    const knowing: number[] = [];
    for (let e = l.knowledge.start[file]!; e < l.knowledge.start[file + 1]!; e++)
      if (draw.uniform() < l.sums.chance[MIDDLE]![e]!) knowing.push(e);
    const there = knowing.filter((e) => l.knowledge.person[e] !== away);
    const items = (l.weight[file]! * files.length * expectedItems(l, l.areaOfFile[file]!, 14)) / draws;
    for (const e of there) gained[l.sums.slotOfEntry[e]!]! += items * (1 / there.length - 1 / knowing.length);
  }
  return gained;
}
