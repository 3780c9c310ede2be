import { expect, test } from 'vitest';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, incidentOf, sceneOf, threadOf } from '#test/scene.ts';
import { nextOne } from './next-one.ts';

/** The same trouble every eight days, the latest eight days ago. */
const again = (i: number, resolvedBy: number | null, over: Partial<IncidentCase> = {}) =>
  incidentOf({ item: `pager/${i}`, openedAt: daysAgo(8 + 8 * i), likeness: 'queue full', resolvedBy, ...over });

test('[pressure.7] is raised where the last one’s helper is needed each time', () => {
  expect(readOne(nextOne, sceneOf({ incidents: times(21, (i) => again(i, i === 0 ? 2 : 1)) }))).toMatchObject([
    { area: 'area-0', raised: true, n: 20, value: { value: 0.95 }, concerns: [1] },
  ]);
});

test('[pressure.7] being called in, acting, or answering meanwhile is being needed', () => {
  const alternately = (over: (i: number) => Partial<IncidentCase>) => times(20, (i) => again(i, i % 2, over(i)));
  const before = (i: number) => (i + 1) % 2;
  const at = (i: number) => daysAgo(8 + 8 * i) + 60;
  expect(raisedIn(nextOne, sceneOf({ incidents: alternately(() => ({})) }))).toEqual([]);
  expect(raisedIn(nextOne, sceneOf({ incidents: alternately((i) => ({ acted: [{ at: at(i), person: before(i) }] })) }))).toEqual([
    'area-0',
  ]);
  expect(
    raisedIn(nextOne, sceneOf({ incidents: alternately((i) => ({ calledIn: [{ at: at(i), person: before(i), how: 'added' }] })) })),
  ).toEqual(['area-0']);
  const threads = times(20, (i) =>
    threadOf({ item: `c${i}`, at: at(i), askedBy: i % 2, area: 0, answers: [{ at: at(i) + 60, person: before(i), link: false }] }),
  );
  expect(raisedIn(nextOne, sceneOf({ incidents: alternately(() => ({})), threads }))).toEqual(['area-0']);
});

test.each([
  [
    'they were on call',
    {
      incidents: times(20, (i) => again(i, 1)),
      shifts: [{ from: daysAgo(900), to: daysAgo(0), person: 1, area: 0, level: 1, override: false }],
    },
  ],
  ['each trouble is another', { incidents: times(20, (i) => again(i, 1, { likeness: `trouble ${i}` })) }],
  ['nothing says what resembles what', { incidents: times(20, (i) => again(i, 1, { likeness: null })) }],
  ['it went away by itself', { incidents: times(20, (i) => again(i, null, { auto: true })) }],
])('[pressure.7] is silent where %s', (_, over) => {
  expect(raisedIn(nextOne, sceneOf(over))).toEqual([]);
});

test('[pressure.8] four of five are silent', () => {
  expect(raisedIn(nextOne, sceneOf({ incidents: times(6, (i) => again(i, i === 0 ? 2 : 1)) }))).toEqual([]);
});
