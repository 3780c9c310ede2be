/** One moment of a series with its interval. `value` NaN = not judged then. */
export interface ChartPoint {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
