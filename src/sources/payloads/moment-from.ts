import type { Moment } from '#core/terms/moment.ts';

/** 2200: what lies beyond is a mistake of whoever wrote it. */
const LAST: Moment = Date.UTC(2200, 0, 1) / 1000;
const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.\d{1,9})? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/;

/**
 * Moments as payloads write them: ISO 8601 with any offset, GitLab's `2019-05-15 15:20:33 UTC`, seconds since 1970 where a number stands.
 * Without an offset it is UTC. Anything else, and what no calendar has, is no moment.
 */
export function momentFrom(value: unknown): Moment | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value > 0 && value < LAST ? Math.floor(value) : undefined;
  const written = typeof value === 'string' && value.length <= 40 ? WRITTEN.exec(value) : null;
  if (!written) return undefined;
  const [, date, time, offset = 'Z'] = written;
  const at = Math.floor(Date.parse(`${date}T${time}${offset === 'UTC' ? 'Z' : offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`) / 1000);
  return at > 0 && at < LAST ? at : undefined;
}
