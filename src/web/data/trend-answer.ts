import type { ChartPoint } from '#web/charts/band-chart.tsx';

export interface Trend {
  readonly points: readonly ChartPoint[];
  readonly moved: readonly string[];
  readonly waiting: boolean;
  readonly problem: Error | null;
}

export function useTrend(_area: string | null): Trend {
  return { points: [], moved: [], waiting: true, problem: null };
}
