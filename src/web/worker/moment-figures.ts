import type { TrendPoint } from '#core/absence/trend.ts';
import type { AreaOutcome } from '#core/absence/outcome.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { FigureColumns, MomentFigures } from '#web/data/calls.ts';

/** One moment of every series as columns: small enough to keep for every month. */
export function momentFigures({ at, northStar, areas }: TrendPoint): MomentFigures {
  return { at, northStar, carried: columnsOf(areas, ({ served }) => served), expected: columnsOf(areas, ({ expected }) => expected) };
}

function columnsOf(areas: readonly AreaOutcome[], estimateOf: (area: AreaOutcome) => Estimate): FigureColumns {
  const column = (read: (estimate: Estimate) => number): Float32Array =>
    Float32Array.from(areas, (area) => (area.verdict === 'not judged' ? Number.NaN : read(estimateOf(area))));
  return { value: column(({ value }) => value), low: column(({ low }) => low), high: column(({ high }) => high) };
}
