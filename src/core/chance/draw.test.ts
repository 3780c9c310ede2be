import { describe, expect, it } from 'vitest';
import type { Draw } from './draw.ts';
import { drawFrom } from './draw.ts';

function moments(n: number, draw: () => number): { readonly mean: number; readonly variance: number } {
  const values = Array.from({ length: n }, draw);
  const mean = values.reduce((s, v) => s + v, 0) / n;
  return { mean, variance: values.reduce((s, v) => s + (v - mean) ** 2, 0) / n };
}

describe('draws', () => {
  it('[chance.4] are the same for the same seed', () => {
    const ten = (seed: number): number[] => {
      const d = drawFrom(seed);
      return Array.from({ length: 10 }, () => d.normal() + d.gamma(0.7) + d.poisson(3));
    };
    expect(ten(7)).toEqual(ten(7));
    expect(ten(7)).not.toEqual(ten(8));
  });

  it.each([
    { name: 'uniform', mean: 0.5, variance: 1 / 12, of: (d: Draw) => d.uniform() },
    { name: 'normal', mean: 0, variance: 1, of: (d: Draw) => d.normal() },
    { name: 'exponential', mean: 1, variance: 1, of: (d: Draw) => d.exponential() },
    { name: 'gamma(0.5)', mean: 0.5, variance: 0.5, of: (d: Draw) => d.gamma(0.5) },
    { name: 'gamma(6)', mean: 6, variance: 6, of: (d: Draw) => d.gamma(6) },
    { name: 'poisson(2)', mean: 2, variance: 2, of: (d: Draw) => d.poisson(2) },
    { name: 'poisson(80)', mean: 80, variance: 80, of: (d: Draw) => d.poisson(80) },
  ])('[chance.5] $name has mean $mean and variance $variance', ({ mean, variance, of }) => {
    const d = drawFrom(11),
      got = moments(40_000, () => of(d));
    expect(Math.abs(got.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / 40_000));
    expect(Math.abs(got.variance - variance)).toBeLessThan(0.06 * variance + 0.01);
  });
});
