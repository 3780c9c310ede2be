import { expect, it } from 'vitest';
import { DAY, HOUR } from '#core/terms/moment.ts';
import { sessionEnd } from './session-end.ts';

it.each([
  ['unused', { madeAt: 0, seenAt: 0 }, 12 * HOUR],
  ['used for a day', { madeAt: 0, seenAt: DAY }, DAY + 12 * HOUR],
  ['used all the time', { madeAt: 0, seenAt: 14 * DAY - 60 }, 14 * DAY],
])('[accounts.3] a session, %s, ends', (_, times, end) => {
  expect(sessionEnd(times)).toBe(end);
});
