import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';

/** Unused for so long, a session ends. */
export const IDLE = 12 * HOUR;
/** However much it is used, it ends after this. */
export const LONGEST_SESSION = 14 * DAY;
/** A use is written down at most this often: a read must not become a write. */
export const NOTED_EVERY = 60;

export interface SessionTimes {
  readonly madeAt: Moment;
  readonly seenAt: Moment;
}

/** From this moment on the session is over. */
export function sessionEnd({ madeAt, seenAt }: SessionTimes): Moment {
  return Math.min(madeAt + LONGEST_SESSION, seenAt + IDLE);
}
