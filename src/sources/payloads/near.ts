import type { Moment } from '#core/terms/moment.ts';

/**
 * Part of a reference where a source gives no number: a webhook and the API tell moments of the same event that may differ by a second or two,
 * so what happens twice to the same thing within ten minutes is the same.
 */
const SPAN = 600;

export function near(at: Moment | undefined): string {
  return at === undefined ? '' : `@${Math.round(at / SPAN) * SPAN}`;
}

/** Rights and members are asked for again and again; a month's answer is one fact, good for a little longer than a month. */
export const LEASE = 35 * 86_400;

export function monthOf(at: Moment): string {
  return new Date(at * 1000).toISOString().slice(0, 7);
}
