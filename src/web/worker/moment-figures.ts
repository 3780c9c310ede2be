import { worstSingleAbsences } from '#core/absence/worst-absence.ts';
import type { World } from '#core/world/world.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { DAY } from '#core/terms/moment.ts';
import type { FigureColumns, MomentFigures } from '#web/data/calls.ts';

/** One moment of every series: the north star, and each area in its worst single absence. Nothing of it is kept. */
export function momentFigures(world: World): MomentFigures {
  const { at, settings } = world;
  const landscape = buildLandscape(world);
  const worst = worstSingleAbsences({ landscape, settings, window: { from: at, to: at + settings.absenceDays * DAY } });
  const judged = worst.areas.map((area) => (area.verdict === 'not judged' ? null : area));
  return {
    at,
    northStar: worst.northStar,
    carried: columnsOf(judged.map((area) => area?.served ?? null)),
    expected: columnsOf(judged.map((area) => area?.expected ?? null)),
  };
}

function columnsOf(estimates: readonly (Estimate | null)[]): FigureColumns {
  const column = (read: (estimate: Estimate) => number): Float32Array =>
    Float32Array.from(estimates, (one) => (one === null ? Number.NaN : read(one)));
  return { value: column(({ value }) => value), low: column(({ low }) => low), high: column(({ high }) => high) };
}
