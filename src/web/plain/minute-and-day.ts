import * as moment from '#core/terms/moment.ts';

/** `2026-11-21 09:41`, in UTC. Moments of a team are milliseconds since epoch. */
export function minuteOf(at: number): string {
  return moment.minuteOf(at / 1000);
}

/** `2026-11-21`, in UTC. */
export function dayOf(at: number): string {
  return moment.dateOf(at / 1000);
}
