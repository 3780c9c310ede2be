import { expect, test } from 'vitest';
import type { ChangeCase } from '#core/scene/change-case.ts';
import { DAY } from '#core/terms/moment.ts';
import { fixes, landingScene, times } from '#test/landing-scene.ts';
import { changeOf, daysAgo, issueOf } from '#test/scene.ts';
import { longShadow } from './long-shadow.ts';

const LANDED = daysAgo(100);
/** Ordinary changes, one each three days, from before or after the landing on. */
const ordinary = (authors: readonly number[], from: number): readonly ChangeCase[] =>
  authors.map((author, i) => changeOf({ item: `o${from}-${i}`, author, openedAt: from + 3 * i * DAY, mergedAt: from + (3 * i + 1) * DAY }));
const landing = fixes([2]).map((change) => ({ ...change, openedAt: LANDED - DAY, mergedAt: LANDED }));
const issues = [
  issueOf({ item: 'issue', openedAt: LANDED - 9 * DAY, byChange: landing[0]!.item, holders: [{ at: LANDED - 8 * DAY, person: 1 }] }),
];

const found = (before: readonly number[], after: readonly number[]) =>
  longShadow.find(
    landingScene([...ordinary(before, LANDED - 80 * DAY), ...landing, ...ordinary(after, LANDED + DAY)], { issues }),
    longShadow.limits,
  );

test('[parachute.4] after the landing whoever landed does the work', () => {
  expect(found(times(20, 0), [...times(18, 2), 0, 1])).toMatchObject([
    {
      raised: true,
      n: 20,
      concerns: [2],
      sentence:
        'In the 90 days after 1 landing from outside 18 of 20 changes in area-0/ were by whoever had landed; in the 90 days before any: 0 of 20.',
    },
  ]);
});

/** Each came on two days and never again. */
const VISITORS = times(20, 6).map((first, i) => first + Math.floor(i / 2));

test.each([
  ['four of five', times(20, 0), [...times(4, 2), 0]],
  ['its people went on', times(20, 0), times(20, 1)],
  ['others from elsewhere do the work', times(20, 0), VISITORS],
  ['visitors did as much before', VISITORS, VISITORS.map((visitor) => visitor + 10)],
  ['nothing is known of before', [], times(20, 2)],
])('[parachute.4] silent: %s', (_, before, after) => {
  expect(found(before, after).filter(({ raised }) => raised)).toEqual([]);
});

test('[parachute.4] judged a month later, not earlier', () => {
  const late = fixes([2]).map((change) => ({ ...change, openedAt: daysAgo(26), mergedAt: daysAgo(25) }));
  expect(longShadow.find(landingScene([...late, ...ordinary(times(9, 2), daysAgo(24))]), longShadow.limits)).toEqual([]);
});

test('[parachute.4] a landing in the shadow of another is not compared with that shadow', () => {
  const second = fixes([3]).map((change) => ({ ...change, item: 'second', openedAt: daysAgo(51), mergedAt: daysAgo(50) }));
  const again = { ...issues[0]!, item: 'again', byChange: 'second', holders: [{ at: daysAgo(60), person: 1 }] };
  const changes = [...ordinary(times(20, 0), LANDED - 80 * DAY), ...landing, ...ordinary(times(30, 2), LANDED + DAY), ...second];
  const [reading] = longShadow.find(landingScene(changes, { issues: [...issues, again] }), longShadow.limits);
  expect(reading).toMatchObject({ raised: true, n: 30, baseline: { value: 0, n: 20 } });
});
