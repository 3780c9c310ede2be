import { describe, expect, it } from 'vitest';
import { drawFrom } from '#core/chance/draw.ts';
import { fitGrouped, saidOfStranger } from './fit-grouped.ts';
import { sigmoid } from './fit-logistic.ts';

describe('a logistic with groups', () => {
  const draw = drawFrom(5);
  const groups = ['north', 'south', 'east', 'west'] as const;
  const shift = { north: 1.5, south: -1.5, east: 0, west: 0 } as const;
  const group = Array.from({ length: 800 }, (_, i) => groups[i % 4]!);
  const rows = group.map(() => [draw.normal()]);
  const outcome = rows.map(([x], i) => (draw.uniform() < sigmoid(x! + shift[group[i]!]) ? 1 : 0));

  it('finds the intercepts and the deviation between groups', () => {
    const { own, between, coefficients } = fitGrouped({ rows, outcome }, group, 1);
    expect(own.get('north')! - own.get('south')!).toBeGreaterThan(2);
    expect(between).toBeGreaterThan(0.7);
    expect(coefficients[1]).toBeGreaterThan(0.6);
  });

  it('[fitting.6] keeps a group of two cases near the others, and strangers nearer to one half', () => {
    const fit = fitGrouped({ rows: [...rows, [0], [0]], outcome: [...outcome, 1, 1] }, [...group, 'new', 'new'], 1);
    expect(Math.abs(fit.own.get('new')!)).toBeLessThan(Math.abs(fit.own.get('north')!));
    expect(saidOfStranger(fit, [3])).toBeLessThan(sigmoid(fit.coefficients[0]! + 3 * fit.coefficients[1]!));
  });
});
