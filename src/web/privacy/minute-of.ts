import * as moments from '#core/terms/moment.ts';

/** `2026-11-21 09:41`, of a moment as the server writes it; UTC, like every date here. */
export function minuteOf(moment: string): string {
  return moments.minuteOf(Date.parse(moment) / 1000);
}
