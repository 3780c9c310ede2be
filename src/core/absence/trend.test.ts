import { expect, it } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { makeEvidence, worldOf } from '#test/world.ts';
import { monthStarts, trendPoint } from './trend.ts';

const utc = (text: string): number => Date.parse(text) / 1000;
const world = worldOf(makeEvidence());

it('[absence.10] months are the first days of the months before the moment, and the moment itself', () => {
  expect(monthStarts({ from: utc('2025-11-15'), at: utc('2026-02-10'), months: 24 })).toEqual(
    ['2025-12-01', '2026-01-01', '2026-02-01', '2026-02-10'].map(utc),
  );
  expect(monthStarts({ from: 0, at: utc('2026-02-10'), months: 2 })).toEqual(['2026-01-01', '2026-02-01', '2026-02-10'].map(utc));
  expect(monthStarts({ from: 5, at: 5, months: 24 })).toEqual([5]);
});

it('[absence.11] a point of the past sees nothing after its moment', () => {
  const at = world.at - 200 * DAY;
  const { acts } = world.evidence;
  const early = acts.at.findIndex((t) => t >= at);
  const cut = { ...world.evidence, acts: { ...acts, count: early } };
  expect(trendPoint({ ...world, at })).toEqual(trendPoint({ ...world, evidence: cut, at }));
});

it('[absence.12] what areas leave uncarried sums to what the north star lacks', () => {
  for (const days of [0, 100, 400]) {
    const { northStar, uncarried } = trendPoint({ ...world, at: world.at - days * DAY });
    expect(uncarried.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1 - northStar!.value, 6);
  }
});
