import { DAY, type Moment } from '#core/terms/moment.ts';

/**
 * From when on acts are kept: never longer than the term. It moves in steps of a hundredth of the term, at least a day, so
 * that what was worked out need not be worked out anew at every moment; at a step, acts go that much earlier.
 */
export function cutOf(now: Moment, days: number): Moment {
  const step = Math.max(1, Math.floor(days / 100)) * DAY;
  return Math.min(now, Math.ceil((now - days * DAY) / step) * step);
}
