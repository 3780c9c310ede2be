import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverIn, learningGain, staysFor } from './thin-cover.ts';

const stays = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

/** P(nobody) and P(one) by trying every outcome. */
function byEveryOutcome(chances: readonly number[]): { none: number; one: number } {
  const sum = { none: 0, one: 0 };
  for (let outcome = 0; outcome < 2 ** chances.length; outcome++) {
    const chance = chances.reduce((product, stay, i) => product * (outcome & (1 << i) ? stay : 1 - stay), 1);
    const here = chances.filter((_, i) => outcome & (1 << i)).length;
    if (here === 0) sum.none += chance;
    if (here === 1) sum.one += chance;
  }
  return sum;
}

describe('cover in a year', () => {
  it('[reviewing.4] agrees with trying every outcome', () => {
    fc.assert(
      fc.property(stays, (chances) => {
        const [exact, ours] = [byEveryOutcome(chances), coverIn(chances)];
        expect(ours.none).toBeCloseTo(exact.none, 9);
        expect(ours.one).toBeCloseTo(exact.one, 9);
      }),
    );
  });
});

describe('what one more reviewer saves', () => {
  const file = (chances: readonly number[], knowers: readonly number[] = []) => ({ cover: coverIn(chances), knowers: new Set(knowers) });

  it.each([
    ['two who surely stay', [1, 1], 0],
    ['one who surely stays', [1], 1],
    ['nobody', [], 0.5],
    ['two who stay at even chance', [0.5, 0.5], 0.625],
  ])('[reviewing.4] with %s', (_, chances, saved) => {
    expect(learningGain([file(chances)], 9, 1)).toBeCloseTo(saved, 9);
  });

  it('[reviewing.4] is nothing for who knows the file already, and grows with files and with staying', () => {
    expect(learningGain([file([1], [9])], 9, 1)).toBe(0);
    fc.assert(
      fc.property(fc.array(stays, { maxLength: 5 }), fc.double({ min: 0, max: 1, noNaN: true }), (files, stay) => {
        const all = files.map((chances) => file(chances));
        expect(learningGain(all, 9, stay)).toBeLessThanOrEqual(learningGain(all, 9, 1) + 1e-12);
        expect(learningGain(all.slice(1), 9, stay)).toBeLessThanOrEqual(learningGain(all, 9, stay) + 1e-12);
      }),
    );
  });

  it('[reviewing.4] looks a year ahead', () => {
    expect(staysFor(0.9)).toBeCloseTo(0.81, 9);
  });
});
