import type { TrendPoint } from '#core/absence/trend.ts';
import type { AreaOutcome } from '#core/absence/outcome.ts';
import type { Estimate } from '#core/terms/estimate.ts';

/** The figures of one moment, for series over time; columns by area row, NaN where not judged. */
export interface MomentFigures {
  readonly at: number;
  readonly northStar: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly carried: FigureColumns;
  readonly expected: FigureColumns;
}

export interface FigureColumns {
  readonly value: Float32Array;
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** One moment of every series as columns: small enough to keep for every month. */
export function momentFigures({ at, northStar, areas }: TrendPoint): MomentFigures {
  return { at, northStar, carried: columnsOf(areas, ({ served }) => served), expected: columnsOf(areas, ({ expected }) => expected) };
}

function columnsOf(areas: readonly AreaOutcome[], estimateOf: (area: AreaOutcome) => Estimate): FigureColumns {
  const column = (read: (estimate: Estimate) => number): Float32Array =>
    Float32Array.from(areas, (area) => (area.verdict === 'not judged' ? Number.NaN : read(estimateOf(area))));
  return { value: column(({ value }) => value), low: column(({ low }) => low), high: column(({ high }) => high) };
}
