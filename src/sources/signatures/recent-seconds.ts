import type { Moment } from '#core/terms/moment.ts';

/** As Slack and Standard Webhooks recommend: older deliveries may be somebody else's, sent again. */
const TOLERANCE = 5 * 60;

/** Whether a header holds whole seconds since 1970 that are not far from now, on either side. */
export function recentSeconds(text: string, now: Moment): boolean {
  return /^\d{1,12}$/.test(text) && Math.abs(now - Number(text)) <= TOLERANCE;
}
