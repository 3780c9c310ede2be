import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { HOUR } from '#core/terms/moment.ts';
import { daysAgo, incidentOf, personOf, sceneOf } from '#test/scene.ts';
import { nightLoad } from './night-load.ts';

/** A page for each pair of days ago and person, at 03:00 UTC. */
const pages = (told: readonly (readonly [number, number])[], hour = 3) =>
  told.map(([ago, person], i) => {
    const at = daysAgo(ago) - 12 * HOUR + hour * HOUR;
    return incidentOf({ item: `i${i}`, openedAt: at, area: i % 2, paged: [{ at, person }] });
  });
const nights = (count: number, person: number, every = 4) => Array.from({ length: count }, (_, i) => [1 + every * i, person] as const);
const whole = (incidents: Scene['incidents'], over: Partial<Scene> = {}) =>
  nightLoad.find(sceneOf({ incidents, ...over }), nightLoad.limits).filter(({ area }) => area === null);

test('[rescue.5] nights of the same person, over all areas, with the longest run', () => {
  const [reading] = whole(pages([...nights(18, 2), [2, 2], [3, 2], ...nights(3, 4)]));
  expect(reading).toMatchObject({
    raised: true,
    n: 20,
    concerns: [2],
    sentence: 'Pages from the whole organisation broke 20 nights in 13 weeks of the same person, 3 in a row at most.',
  });
});

test.each([
  ['four or five nights', pages([...nights(4, 2), ...nights(1, 3)])],
  ['nights that are shared by six', pages(Array.from({ length: 40 }, (_, i) => [1 + 2 * i, i % 6] as const))],
  ['many pages of one night', pages(Array.from({ length: 40 }, () => [3, 2] as const))],
  ['pages by day', pages(nights(18, 2), 11)],
])('[rescue.5] silent: %s', (_, incidents) => {
  expect(whole(incidents).filter(({ raised }) => raised)).toEqual([]);
});

test('[rescue.2] evening and morning are one night, where they live', () => {
  const both = [...pages([[3, 2]], 23), ...pages([[2, 2]], 4)];
  expect(whole(both.map((one, i) => ({ ...one, area: i }))).map(({ n }) => n)).toEqual([1]);
  const people = Array.from({ length: 6 }, (_, id) => personOf({ id, zone: 9 * 60 }));
  expect(whole(pages(nights(18, 2)), { people })).toEqual([]);
  expect(whole(pages(nights(18, 2), 15), { people })).toMatchObject([{ raised: true }]);
});

test('[rescue.2] where nothing says where they live it is told by UTC', () => {
  const people = Array.from({ length: 6 }, (_, id) => personOf({ id, zone: null }));
  expect(whole(pages(nights(18, 2)), { people })[0]!.sentence).toContain('told by UTC');
});

test('[rescue.5] two who are always called together are both meant', () => {
  const both = pages(nights(18, 2)).map((one) => ({ ...one, paged: [...one.paged, { ...one.paged[0]!, person: 4 }] }));
  expect(whole(both)).toMatchObject([{ raised: true, n: 18, concerns: [2, 4] }]);
});
