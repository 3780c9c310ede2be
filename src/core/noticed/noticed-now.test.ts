import { expect, test } from 'vitest';
import { drawFrom } from '#core/chance/draw.ts';
import { DAY } from '#core/terms/moment.ts';
import { times } from '#test/read-one.ts';
import { looksTaken, noticedNow, type NoticedPast, pastsOf, turningLooks } from './noticed-now.ts';

const NOW = 1_790_000_000;
const stances = [{ raised: true, signal: 'review-wait' }, { raised: false, signal: 'review-wait' }, null] as const;

test('[noticed.13] looks at which nothing turned are needed for no state, and those at which something did are', () => {
  const draw = drawFrom(7);
  const pick = (most: number): number => draw.index(most);
  for (let run = 0; run < 200; run++) {
    const looks = times(60, (i) => ({ number: i + 1, at: NOW + (i + pick(2)) * 2 * DAY, takenAt: NOW + i * 2 * DAY }));
    const readings = times(1 + pick(6), (i) => ({ look: 1 + 9 * i + pick(9), reading: stances[pick(3)]! }));
    const words = times(pick(4), () => ({ key: 'k', at: (NOW + pick(120) * DAY) * 1000, said: 'acted' as const, words: '', link: null }));
    const bodies = readings.map(({ look, reading }) => ({ key: 'k', look, body: reading && JSON.stringify(reading) }));
    const rows = { looks: looks.map(({ takenAt, ...look }) => ({ ...look, taken_at: takenAt * 1000 })), readings: bodies, words };
    const [past] = pastsOf(rows) as [NoticedPast];
    expect(looksTaken(rows)).toEqual(looks);
    const turning = turningLooks([past], looks);
    const less = looks.filter(({ number }) => number > 50 || turning.has(number));
    expect(less.length).toBeLessThan(40);
    for (const now of [NOW + 100 * DAY, NOW + 121 * DAY])
      expect(noticedNow([past], { looks: less, now })).toEqual(noticedNow([past], { looks, now }));
  }
});
