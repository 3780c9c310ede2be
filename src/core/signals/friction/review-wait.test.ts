import { expect, test } from 'vitest';
import type { ChangeCase, ChangeReview } from '#core/scene/change-case.ts';
import { DAY, HOUR } from '#core/terms/moment.ts';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { areaOf, changeOf, daysAgo, sceneOf } from '#test/scene.ts';
import { reviewWait } from './review-wait.ts';

const ABLE = 1,
  NODDING = 2;

/** A change of a Monday or so that is reviewed after `hours`. */
function reviewed(i: number, hours: number, over: Partial<ChangeReview> = {}, change: Partial<ChangeCase> = {}): ChangeCase {
  const openedAt = daysAgo(7 * (1 + (i % 12))) + Math.floor(i / 12) * HOUR;
  const at = openedAt + hours * HOUR;
  const review = { at, person: ABLE, state: 'commented' as const, comments: 3, substance: true, ...over };
  return changeOf({ item: `forge#${i}`, author: 0, openedAt, mergedAt: Math.max(at, review.at) + HOUR, reviews: [review], ...change });
}

function sceneWith(changes: readonly ChangeCase[], carriers = [0, ABLE], over = {}) {
  return sceneOf({ areas: [areaOf({ id: 'pay', carriers })], changes, ...over });
}

test('[friction.1] is raised where one alone is able and changes wait for them', () => {
  const scene = sceneWith(times(20, (i) => reviewed(i, i < 18 ? 50 : 2)));
  expect(readOne(reviewWait, scene)).toMatchObject([
    { area: 'pay', raised: true, n: 20, value: { value: 0.9 }, concerns: [ABLE], sentence: expect.stringContaining('70 hours a week') },
  ]);
});

test.each([
  [
    'several are able',
    sceneWith(
      times(20, (i) => reviewed(i, 50)),
      [0, ABLE, 3],
    ),
  ],
  ['it is quick', sceneWith(times(20, (i) => reviewed(i, 20)))],
  [
    'the one who is able was away',
    sceneWith(
      times(20, (i) => reviewed(i, 50)),
      [0, ABLE],
      { absences: [{ from: daysAgo(200), to: daysAgo(0), person: ABLE, planned: true }] },
    ),
  ],
  ['somebody who has not the knowledge reviews with substance', sceneWith(times(20, (i) => reviewed(i, 2, { person: 3 })))],
  ['nobody was asked', sceneWith(times(20, (i) => reviewed(i, 90, {}, { reviews: [] })))],
])('[friction.1] is silent where %s', (_, scene) => {
  expect(raisedIn(reviewWait, scene)).toEqual([]);
});

test('[friction.1] a quick nod of somebody who is not able ends no wait, and makes nobody able', () => {
  const nods = (change: ChangeCase): ChangeCase => ({
    ...change,
    reviews: [...change.reviews, { at: change.readyAt + 60, person: NODDING, state: 'approved', comments: 0, substance: false }],
  });
  expect(raisedIn(reviewWait, sceneWith(times(20, (i) => nods(reviewed(i, 50)))))).toEqual(['pay']);
});

test('[friction.1] knowing without the right to merge is not being able', () => {
  const may = (person: number) => ({ person, area: 0, right: 'merge' as const, from: daysAgo(900), to: Infinity });
  const changes = times(20, (i) => reviewed(i, 50));
  expect(raisedIn(reviewWait, sceneWith(changes, [0, ABLE, 3], { rights: [may(0), may(ABLE)] }))).toEqual(['pay']);
  expect(raisedIn(reviewWait, sceneWith(changes, [0, ABLE, 3], { rights: [may(0), may(ABLE), may(3)] }))).toEqual([]);
});

test('[friction.1] a tenth of the reviews with substance of a year makes able, longer ago not', () => {
  const others = (days: number) =>
    times(3, (i) =>
      reviewed(
        0,
        0,
        { person: 3, at: daysAgo(days + i) },
        { item: `forge#old${i}`, openedAt: daysAgo(days + i) - DAY, readyAt: daysAgo(days + i) - DAY },
      ),
    );
  const changes = times(20, (i) => reviewed(i, 50));
  expect(raisedIn(reviewWait, sceneWith([...changes, ...others(120)]))).toEqual([]);
  expect(raisedIn(reviewWait, sceneWith([...changes, ...others(500)]))).toEqual(['pay']);
});

test('[friction.1] whoever knows the area and only nods is not able', () => {
  const nodding = (n: number) =>
    times(n, (i) =>
      reviewed(
        i,
        1,
        { person: NODDING, substance: false, state: 'approved', at: daysAgo(120 + i) },
        { item: `forge#nod${i}`, openedAt: daysAgo(121 + i), readyAt: daysAgo(121 + i) },
      ),
    );
  const changes = times(20, (i) => reviewed(i, 50));
  expect(raisedIn(reviewWait, sceneWith([...changes, ...nodding(1)], [0, ABLE, NODDING]))).toEqual([]);
  expect(raisedIn(reviewWait, sceneWith([...changes, ...nodding(3)], [0, ABLE, NODDING]))).toEqual(['pay']);
});

test('[friction.8] four of five reviews are silent', () => {
  expect(raisedIn(reviewWait, sceneWith(times(5, (i) => reviewed(i, i < 4 ? 50 : 2))))).toEqual([]);
});

test('[friction.1] a wait is more than one weekday, and nothing is by exactly one', () => {
  expect(raisedIn(reviewWait, sceneWith(times(20, (i) => reviewed(i, 30))))).toEqual(['pay']);
  expect(raisedIn(reviewWait, sceneWith(times(20, (i) => reviewed(i, 24))))).toEqual([]);
});

test('[friction.1] changes that wait for each other’s reviews are judged by the day on which they were ready, in whatever order they are told', () => {
  const changes = times(20, (i) => reviewed(i, 50));
  expect(readOne(reviewWait, sceneWith(changes.toReversed()))).toEqual(readOne(reviewWait, sceneWith(changes)));
});
