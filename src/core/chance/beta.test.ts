import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, shareBelow, shareQuantile, twoPoints } from './beta.ts';

const share = fc
  .record({ mean: fc.double({ min: 0.02, max: 0.98, noNaN: true }), part: fc.double({ min: 0.001, max: 0.9, noNaN: true }) })
  .map(({ mean, part }) => ({ mean, variance: mean * (1 - mean) * part }));

describe('an uncertain share', () => {
  it.each([
    [2, 3, 0.4, 0.5248],
    [0.5, 0.5, 0.25, 1 / 3],
    [1, 1, 0.7, 0.7],
    [20, 5, 0.9, 0.914_93],
  ])('[chance.3] I_x(%d, %d) at %d is %d', (a, b, ...[x, expected]) => {
    expect(incompleteBeta(a, b, x)).toBeCloseTo(expected, 4);
  });

  it('[chance.1] has the mean and variance asked for', () => {
    fc.assert(
      fc.property(share, (s) => {
        const n = 2000;
        const at = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
        const mean = at.reduce((sum, x) => sum + (1 - shareBelow(s, x)), 0) / n;
        const square = at.reduce((sum, x) => sum + 2 * x * (1 - shareBelow(s, x)), 0) / n;
        expect(mean).toBeCloseTo(s.mean, 2);
        expect(square - mean * mean).toBeCloseTo(s.variance, 2);
      }),
      { numRuns: 30 },
    );
  });

  it('[chance.2] quantiles invert probabilities and lie in order', () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (s, p) => {
        const x = shareQuantile(s, p);
        expect(shareBelow(s, x - 2e-4)).toBeLessThanOrEqual(p + 1e-6);
        expect(shareBelow(s, x + 2e-4)).toBeGreaterThanOrEqual(p - 1e-6);
        expect(shareQuantile(s, p / 2)).toBeLessThanOrEqual(x);
      }),
    );
  });

  it('[chance.1] two points keep mean and variance and stay inside', () => {
    fc.assert(
      fc.property(share, (s) => {
        const points = twoPoints(s);
        const mean = points.reduce((sum, p) => sum + p.probability * p.value, 0);
        expect(points.reduce((sum, p) => sum + p.probability, 0)).toBeCloseTo(1, 10);
        expect(mean).toBeCloseTo(s.mean, 6);
        expect(points.reduce((sum, p) => sum + p.probability * (p.value - mean) ** 2, 0)).toBeCloseTo(s.variance, 6);
        expect(points.every((p) => p.value >= 0 && p.value <= 1)).toBe(true);
      }),
    );
  });

  it('[chance.2] a share without variance is a step', () => {
    expect([
      shareBelow({ mean: 0.4, variance: 0 }, 0.39),
      shareBelow({ mean: 0.4, variance: 0 }, 0.41),
      shareQuantile({ mean: 0.4, variance: 0 }, 0.05),
    ]).toEqual([0, 1, 0.4]);
  });
});
