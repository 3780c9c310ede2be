import type { ChartPoint } from './chart-point.ts';
import type { ChartScales } from './chart-scales.ts';

type Scale = Pick<ChartScales, 'x' | 'y'>;

/** Points whose figure could not be judged (NaN) break the line. */
export function linePath(points: readonly ChartPoint[], { x, y }: Scale): string {
  return runsOf(points)
    .map((run) => run.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`).join(''))
    .join('');
}

export function areaPath(points: readonly ChartPoint[], { x, y }: Scale): string {
  return runsOf(points)
    .map((run) => {
      const over = run.map((point) => `${x(point.at).toFixed(1)} ${y(point.high).toFixed(1)}`);
      const under = run.toReversed().map((point) => `${x(point.at).toFixed(1)} ${y(point.low).toFixed(1)}`);
      return `M${[...over, ...under].join('L')}Z`;
    })
    .join('');
}

function runsOf(points: readonly ChartPoint[]): readonly (readonly ChartPoint[])[] {
  const runs: ChartPoint[][] = [[]];
  for (const point of points) {
    if (Number.isNaN(point.value)) runs.push([]);
    else runs.at(-1)!.push(point);
  }
  return runs.filter((run) => run.length > 0);
}
