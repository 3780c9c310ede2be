import { expect, test } from 'vitest';
import { DAY, HOUR } from '#core/terms/moment.ts';
import { weekdayHours } from './weekday-hours.ts';

/** Monday 2 November 2026, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 10, 2) / 1000;
const stretch = (from: number, to: number) => ({ from: MONDAY + from * DAY, to: MONDAY + to * DAY });

test.each([
  [stretch(0, 1), [], 24],
  [stretch(0, 7), [], 120],
  [stretch(4, 7.5), [], 36],
  [stretch(5, 7), [], 0],
  [stretch(-3, 70), [], 51 * 24],
  [stretch(0, 5), [stretch(1, 2)], 96],
  [stretch(0, 5), [stretch(1, 3), stretch(2, 4), stretch(1, 2)], 48],
  [stretch(0, 5), [stretch(-9, 9)], 0],
  [stretch(0, 7), [stretch(4, 6)], 96],
  [stretch(2, 1), [], 0],
])('[friction.9] %j without %j has %d hours', (window, away, hours) => {
  expect(weekdayHours(window, away)).toBe(hours);
});

test('[friction.9] parts add up to the whole', () => {
  for (let cut = 0; cut <= 400; cut += 7) {
    const [from, middle, to] = [MONDAY, MONDAY + cut * HOUR, MONDAY + 400 * HOUR];
    expect(weekdayHours({ from, to: middle }) + weekdayHours({ from: middle, to })).toBeCloseTo(weekdayHours({ from, to }), 9);
  }
});
