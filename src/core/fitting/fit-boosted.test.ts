import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFrom } from '#core/chance/draw.ts';
import { boostedOdds, fitBoosted } from './fit-boosted.ts';
import { sigmoid } from './fit-logistic.ts';

describe('boosted trees', () => {
  const draw = drawFrom(3);
  const rows = Array.from({ length: 600 }, () => [draw.uniform(), draw.uniform(), draw.uniform()]);
  const outcome = rows.map(([a, b]) => (draw.uniform() < sigmoid(4 * a! - 4 * b!) ? 1 : 0));

  it.each([1, 2])('[fitting.5] of depth %i go with every direction, whatever the other features say', (depth) => {
    const fit = fitBoosted({ rows, outcome }, { direction: [1, -1, 1], depth, rounds: 60 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (low, high, other, third) => {
        const [a, b] = [Math.min(low, high), Math.max(low, high)];
        expect(boostedOdds(fit, [b, other, third])).toBeGreaterThanOrEqual(boostedOdds(fit, [a, other, third]) - 1e-9);
        expect(boostedOdds(fit, [other, b, third])).toBeLessThanOrEqual(boostedOdds(fit, [other, a, third]) + 1e-9);
      }),
    );
  });

  it('find what is there', () => {
    const fit = fitBoosted({ rows, outcome }, { direction: [1, -1, 0], depth: 1, rounds: 80 });
    expect(boostedOdds(fit, [0.9, 0.1, 0.5])).toBeGreaterThan(1.5);
    expect(boostedOdds(fit, [0.1, 0.9, 0.5])).toBeLessThan(-1.5);
    expect(boostedOdds(fit, [0.5, 0.5, 0.5], 0)).toBe(fit.start);
  });
});
