import { describe, expect, it } from 'vitest';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Unit } from './crew.ts';
import { lossMeasures } from './loss.ts';
import { unitOf } from './unit-of.ts';

const PEOPLE = 9;
/** Equally likely places of a standard normal, in the middle of each hundredth. */
const SHIFTS = Array.from({ length: 41 }, (_, i) => -3 + (6 * i) / 40);
const WORTH = SHIFTS.map((z) => Math.exp((-z * z) / 2));
const TOTAL = WORTH.reduce((sum, w) => sum + w, 0);

/** The loss in every way in which people may be there, at many places of the calibration's shift, with the chance of each. */
function everyLoss(l: Landscape, unit: Unit): { readonly loss: number; readonly chance: number }[] {
  const there = [...l.present.keys()].filter((p) => l.present[p]! > 0);
  return SHIFTS.flatMap((shift, k) =>
    Array.from({ length: 2 ** there.length }, (_, state) => {
      const here = new Uint8Array(l.present.length);
      let chance = WORTH[k]! / TOTAL;
      there.forEach((p, i) => {
        here[p] = (state >> i) & 1;
        chance *= here[p] === 1 ? l.present[p]! : 1 - l.present[p]!;
      });
      return { chance, loss: lossIn(l, unit, { here, shift }) };
    }),
  );
}

function lossIn({ knowledge }: Landscape, unit: Unit, { here, shift }: { readonly here: Uint8Array; readonly shift: number }): number {
  let loss = 0;
  unit.files.forEach((file, row) => {
    let miss = 1;
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
      const p = knowledge.probability[e]!;
      if (here[knowledge.person[e]!] === 1) miss *= 1 - Math.min(0.999, 1 / (1 + ((1 - p) / p) * Math.exp(-shift * knowledge.spread[e]!)));
    }
    loss += unit.share[row]! * miss;
  });
  return loss;
}

describe('expected and tail loss', () => {
  it.each([3, 5, 8])('[factor.5] agree with counting every way, within the chance of their draws (world %i)', (seed) => {
    const l = buildLandscape(makeWorld({ seed, files: 30, people: PEOPLE, commits: 200, folders: 3 }));
    const unit = unitOf(l);
    const draws = 4000;
    const { expected, quantile, tail } = lossMeasures(l, unit, { draws, seed: 1 });
    const ways = everyLoss(l, unit);
    const mean = ways.reduce((sum, way) => sum + way.chance * way.loss, 0);
    const deviation = Math.sqrt(ways.reduce((sum, way) => sum + way.chance * (way.loss - mean) ** 2, 0));
    expect(Math.abs(expected - mean)).toBeLessThan((4 * deviation) / Math.sqrt(draws) + 0.003);
    const near = 4 * Math.sqrt((0.05 * 0.95) / draws) + 0.005;
    const below = (bound: number): number => ways.reduce((sum, way) => sum + (way.loss < bound ? way.chance : 0), 0);
    expect(below(quantile - 0.005)).toBeLessThan(0.95 + near);
    expect(below(quantile + 0.005)).toBeGreaterThan(0.95 - near);
    const beyond = ways.filter((way) => way.loss >= quantile);
    const weight = beyond.reduce((sum, way) => sum + way.chance, 0);
    expect(Math.abs(tail - beyond.reduce((sum, way) => sum + way.chance * way.loss, 0) / weight)).toBeLessThan(0.03);
  });
});
