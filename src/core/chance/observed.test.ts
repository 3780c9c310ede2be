import { describe, expect, test } from 'vitest';
import { observedMedian, observedRate, observedShare } from './observed.ts';

describe('[chance.6] An interval around what was counted', () => {
  test.each([
    // Jeffreys, as programme and Brown, Cai & DasGupta (2001) give them.
    [4, 5, 0.37, 0.98],
    [18, 20, 0.72, 0.98],
    [0, 10, 0, 0.22],
    [10, 10, 0.78, 1],
  ])('%i of %i', (hits, n, low, high) => {
    const share = observedShare(hits, n);
    expect([share.low, share.high].map((x) => Math.round(x * 100) / 100)).toEqual([low, high]);
  });

  test.each([
    // Garwood's exact limits at 95 %.
    [0, 0, 3.689],
    [1, 0.025, 5.572],
    [3, 0.619, 8.767],
    [10, 4.795, 18.39],
  ])('%i events', (events, low, high) => {
    const rate = observedRate(events, 1);
    expect(rate.low).toBeCloseTo(low, 2);
    expect(rate.high).toBeCloseTo(high, 2);
  });

  test.each([
    // Order statistics that hold the median with 95 %: tables of the sign test (Conover).
    [6, 1, 6],
    [9, 2, 8],
    [20, 6, 15],
    [50, 18, 33],
  ])('median of %i', (n, low, high) => {
    expect(observedMedian(Array.from({ length: n }, (_, i) => n - i))).toMatchObject({ low, high });
  });

  test('narrows with the cases, and never leaves the figure outside', () => {
    const widths = [5, 50, 500, 5000].map((n) => {
      const median = observedMedian(Array.from({ length: n }, (_, i) => i / n));
      expect(median.low <= median.value && median.value <= median.high).toBe(true);
      return [observedShare(0.4 * n, n), observedRate(n, n), median].map(({ low, high }) => high - low);
    });
    for (const figure of [0, 1, 2]) {
      const of = widths.map((row) => row[figure]!);
      expect(of).toEqual(of.toSorted((a, b) => b - a));
    }
  });
});
