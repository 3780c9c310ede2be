import { describe, expect, it } from 'vitest';
import { DAY, dateOf, daysOf, minuteOf } from './moment.ts';

describe('moment', () => {
  it.each([
    [0, '1970-01-01'],
    [86_399, '1970-01-01'],
    [86_400, '1970-01-02'],
    [1_709_164_800, '2024-02-29'],
    [0xffff_ffff, '2106-02-07'],
  ])('[terms.6] moment %i lies on %s, in UTC', (moment, date) => {
    expect(dateOf(moment)).toBe(date);
  });

  it.each([
    [59.999, '1970-01-01 00:00'],
    [60, '1970-01-01 00:01'],
    [1_709_250_000.5, '2024-02-29 23:40'],
  ])('[terms.6] moment %d lies in the minute %s, in UTC', (moment, minute) => {
    expect(minuteOf(moment)).toBe(minute);
  });

  it('[terms.6] a window is as long as the days between its ends', () => {
    expect(daysOf({ from: 10 * DAY, to: 24 * DAY })).toBe(14);
    expect(daysOf({ from: DAY, to: DAY })).toBe(0);
  });
});
