/** Seconds since the Unix epoch, UTC. The only form in which time travels through core. */
export type Moment = number;

/** Seconds in a day. */
export const DAY = 86_400;
export const HOUR = DAY / 24;

/** A half-open stretch of time: `from` belongs to it, `to` does not. Seconds, UTC. */
export interface Window {
  readonly from: Moment;
  readonly to: Moment;
}

/** Length of a window in days (may be fractional). */
export function daysOf(window: Window): number {
  return (window.to - window.from) / DAY;
}

/** The minute of a moment in UTC, as `2026-11-21 09:41`. */
export function minuteOf(moment: Moment): string {
  return new Date(moment * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

/** The calendar date of a moment in UTC, as `2026-11-21`. */
export function dateOf(moment: Moment): string {
  return new Date(moment * 1000).toISOString().slice(0, 10);
}
