import { DAY, HOUR } from '#core/terms/moment.ts';

/** How long a link opens something (seconds), unless it is used before. Who resets a password is waiting for it; who is invited may be on leave. */
export const LINK_LASTS = { first: DAY, invitation: 7 * DAY, reset: 2 * HOUR } as const;
