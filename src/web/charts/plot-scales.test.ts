import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plotScalesOf, ticksOf, writeHeight } from './plot-scales.ts';

const axis = (from: number, to: number, unit: 'share' | 'amount' = 'share') => ({ label: 'a', from, to, unit });

describe('the scales of a plot', () => {
  it.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, 1, 4, [0, 0.25, 0.5, 0.75, 1]],
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0.1, 0.24, 4, [0.1, 0.15, 0.2]],
    [3, 3, 4, [3]],
  ])('from %d to %d has round marks', (from, to, most, marks) => {
    expect(ticksOf(axis(from, to), most)).toEqual(marks);
  });

  it('counts people in whole numbers', () => {
    const points = [0, 1, 2].map((x) => ({ x, y: 0.5 }));
    const series = [{ name: 'a', kind: 'steps' as const, main: true, points }];
    const plot = { x: axis(0, 2, 'amount'), y: axis(0, 1), series };
    expect(plotScalesOf(plot, { width: 800, height: 300, labels: 0 }).xTicks).toEqual([0, 1, 2]);
  });

  it('keeps every point on the sheet and every mark within its axis', () => {
    const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(figure, figure, figure, (a, b, value) => {
        const x = axis(Math.min(a, b), Math.max(a, b));
        const scales = plotScalesOf(
          { x, y: x, series: [{ name: 'a', kind: 'line', main: true, points: [{ x: value, y: value }] }] },
          { width: 400, height: 300, labels: 80 },
        );
        expect(scales.x(value)).toBeGreaterThanOrEqual(scales.left);
        expect(scales.x(value)).toBeLessThanOrEqual(scales.right);
        expect(scales.y(value)).toBeGreaterThanOrEqual(scales.top);
        expect(scales.y(value)).toBeLessThanOrEqual(scales.bottom);
        const slack = (x.to - x.from) * 1e-6 + 1e-9;
        for (const tick of scales.xTicks) {
          expect(tick).toBeGreaterThanOrEqual(x.from - slack);
          expect(tick).toBeLessThanOrEqual(x.to + slack);
        }
      }),
    );
  });

  it('writes a figure with its interval', () => {
    expect(writeHeight(axis(0, 1), { x: 0, y: 0.31, low: 0.24, high: 0.39 })).toBe('31 % (24 %–39 %)');
    expect(writeHeight(axis(0, 9, 'amount'), { x: 0, y: 3 })).toBe('3');
  });
});
