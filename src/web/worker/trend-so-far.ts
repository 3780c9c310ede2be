import { type TrendPoint, trendPoint } from '#core/absence/trend.ts';
import { trendAnswer, trendMoments } from '#core/answers/trend.ts';
import { findArea } from '#core/lookup/find-area.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { MomentFigures } from '#core/board/moment-figures.ts';
import { momentFigures } from '#core/board/moment-figures.ts';
import { worldAt } from './worlds.ts';

/** Months that the page looks back. */
const MONTHS = 36;

const points = new Map<number, TrendPoint>();

/** The moments of the trend, oldest first. */
export function trendTimes(): readonly number[] {
  return trendMoments(worldAt(null), MONTHS);
}

/** Judges one moment and keeps it for the answer. */
export function judgeMoment(at: number): MomentFigures {
  const point = points.get(at) ?? trendPoint({ ...worldAt(null), at });
  points.set(at, point);
  return momentFigures(point);
}

/** The trend's answer from the moments that were judged, of one area or of the whole. */
export function trendSoFar(area: string | null): Answer {
  const world = worldAt(null);
  return trendAnswer(world, {
    row: area === null ? null : findArea(world.partition, area),
    points: [...points.values()].sort((a, b) => a.at - b.at),
  });
}
