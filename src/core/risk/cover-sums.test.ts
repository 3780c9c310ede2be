import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import { buildLandscape } from './build-landscape.ts';
import { coverSums, NODES, overNodes } from './cover-sums.ts';
import type { Landscape } from './landscape.ts';
import { areaWeights } from './landscape.ts';
import { northStar } from './north-star.ts';
import { noLoss, removePeople } from './remove-people.ts';

const smallWorld = fc
  .integer({ min: 1, max: 500 })
  .map((seed) => buildLandscape(makeWorld({ seed, files: 24, people: 7, commits: 90, folders: 3, days: 500 })));

/** Cover of an area by counting every way in which people may be there and know. */
function counted(landscape: Landscape, area: number, away: readonly number[]): number {
  const { knowledge, present, weight, areaOfFile } = landscape;
  return NODES.reduce((total, node) => {
    let cover = 0;
    for (let file = 0; file < weight.length; file++) {
      if (weight[file] === 0 || areaOfFile[file] !== area) continue;
      const carriers: number[] = [];
      for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
        const person = knowledge.person[e]!,
          p = knowledge.probability[e]!;
        const logit = Math.log(p / (1 - p)) + node.shift * knowledge.spread[e]!;
        if (!away.includes(person)) carriers.push(present[person]! / (1 + Math.exp(-logit)));
      }
      let none = 0;
      for (let state = 0; state < 2 ** carriers.length; state++) {
        if (state === 0) none = carriers.reduce((product, c) => product * (1 - c), 1);
        else if (carriers.length > 8) break;
        else cover += weight[file]! * carriers.reduce((product, c, i) => product * ((state >> i) & 1 ? c : 1 - c), 1);
      }
      if (carriers.length > 8) cover += weight[file]! * (1 - none);
    }
    return total + node.weight * cover;
  }, 0);
}

function rebuiltWithout(landscape: Landscape, person: number): Landscape {
  const present = landscape.present.map((q, p) => (p === person ? 0 : q));
  const { knowledge, weight, areaOfFile, areas } = landscape;
  return { ...landscape, present, sums: coverSums({ knowledge, present, weight, areaOfFile, areaCount: areas.length }) };
}

const coverAt = (landscape: Landscape, area: number): number => overNodes((n) => landscape.sums.cover[n]![area]!);

describe('cover', () => {
  it('[risk.1] agrees with counting every case', () => {
    fc.assert(
      fc.property(smallWorld, (landscape) => {
        landscape.areas.forEach((_, area) => expect(coverAt(landscape, area)).toBeCloseTo(counted(landscape, area, []), 5));
      }),
      { numRuns: 25 },
    );
  });

  it('[risk.2] what one absence costs is the difference of two covers, for every person and area', () => {
    fc.assert(
      fc.property(smallWorld, (landscape) => {
        const { sums } = landscape;
        for (let s = 0; s < sums.gain.length; s++) {
          const without = rebuiltWithout(landscape, sums.slotPerson[s]!);
          expect(sums.gain[s]!).toBeCloseTo(coverAt(landscape, sums.slotArea[s]!) - coverAt(without, sums.slotArea[s]!), 5);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('[risk.2] removing several at once agrees with counting, and so do the gains of those who stay', () => {
    fc.assert(
      fc.property(smallWorld, fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }), (landscape, away) => {
        const loss = noLoss(landscape);
        removePeople({ landscape, removals: away.map((person) => ({ person, availability: 0 })), share: 1, into: loss });
        landscape.areas.forEach((_, area) => {
          const served = overNodes((n) => landscape.sums.cover[n]![area]! - loss.lost[n]![area]!);
          expect(served).toBeCloseTo(counted(landscape, area, away), 5);
        });
        const rebuilt = away.reduce(rebuiltWithout, landscape).sums;
        for (let s = 0; s < rebuilt.gain.length; s++) {
          const twin = landscape.sums.slotPerson.findIndex(
            (p, t) => p === rebuilt.slotPerson[s] && landscape.sums.slotArea[t] === rebuilt.slotArea[s],
          );
          expect(landscape.sums.gain[twin]! + loss.gainChange[twin]!).toBeCloseTo(rebuilt.gain[s]!, 5);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('[risk.3] removing a person never raises cover', () => {
    fc.assert(
      fc.property(smallWorld, fc.integer({ min: 0, max: 6 }), (landscape, person) => {
        const loss = noLoss(landscape);
        removePeople({ landscape, removals: [{ person, availability: 0 }], share: 1, into: loss });
        for (const lost of loss.lost) expect(lost.every((l) => l >= -1e-12)).toBe(true);
      }),
    );
  });
});

describe('the north star', () => {
  it('[risk.8] is the worst over all single absences, found by trying each', () => {
    fc.assert(
      fc.property(smallWorld, (landscape) => {
        const star = northStar(landscape, 1)!;
        const weights = areaWeights(landscape, 1);
        const whole = (l: Landscape): number => weights.reduce((sum, w, a) => sum + w * coverAt(l, a), 0);
        const each = Array.from(landscape.present, (_, p) => whole(rebuiltWithout(landscape, p)));
        expect(star.served).toBeCloseTo(Math.min(...each), 5);
        expect(each[star.person!]).toBeCloseTo(Math.min(...each), 5);
      }),
      { numRuns: 15 },
    );
  });

  it('[risk.9] leaves out areas with too few commits, and says nothing when all have', () => {
    const landscape = buildLandscape(makeWorld({ seed: 2, commits: 200 }));
    const floor = [...landscape.support].sort((a, b) => a - b)[3]!;
    const weights = areaWeights(landscape, floor);
    expect([...weights].map((w, a) => (w === 0) === landscape.support[a]! < floor).every(Boolean)).toBe(true);
    expect(weights.reduce((s, w) => s + w, 0)).toBeCloseTo(1, 9);
    expect(northStar(landscape, 1e9)).toBeNull();
  });

  it('[risk.9] a critical area weighs three times a minor one', () => {
    const world = makeWorld({ seed: 2 });
    const landscape = buildLandscape(world);
    const tiered = { ...landscape, areas: landscape.areas.map((a, i) => ({ ...a, tier: i === 0 ? (1 as const) : (3 as const) })) };
    const flat = { ...landscape, areas: landscape.areas.map((a) => ({ ...a, tier: 3 as const })) };
    const ratio = (l: Landscape): number => {
      const w = areaWeights(l, 1);
      return w[0]! / w[1]!;
    };
    expect(ratio(tiered)).toBeCloseTo(3 * ratio(flat), 9);
  });
});
