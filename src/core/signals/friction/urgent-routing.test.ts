import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, sceneOf, threadOf } from '#test/scene.ts';
import { urgentRouting } from './urgent-routing.ts';

const urgent = (i: number, to: number, over = {}) =>
  threadOf({
    item: `chat/${i}`,
    at: daysAgo(1 + 4 * i),
    askedBy: 0,
    urgent: true,
    area: 1,
    mentioned: [{ at: daysAgo(1 + 4 * i), person: to }],
    ...over,
  });

test('[friction.6] is raised where urgent threads go to one', () => {
  expect(readOne(urgentRouting, sceneOf({ threads: times(20, (i) => urgent(i, i < 18 ? 4 : 2)) }))).toMatchObject([
    { area: 'area-1', raised: true, n: 20, value: { value: 0.9 }, concerns: [4] },
  ]);
});

test('[friction.6] is raised for the team that they reach, whatever they are about', () => {
  const team = (id: string, people: readonly number[]) => ({
    id,
    name: id,
    members: people.map((person) => ({ person, from: daysAgo(900), to: daysAgo(0) })),
  });
  const threads = [
    ...times(18, (i) => urgent(i, 4, { area: -1 })),
    ...times(30, (i) => urgent(50 + i, i % 3, { area: -1, at: daysAgo(2 + 4 * i), askedBy: 3 })),
  ];
  expect(raisedIn(urgentRouting, sceneOf({ teams: [team('core', [0, 1, 2]), team('sales', [3, 4, 5])], threads }))).toEqual(['team sales']);
});

test('[friction.6] where nobody is called, it is whoever answers first', () => {
  const answered = (i: number) =>
    urgent(i, 0, {
      mentioned: [],
      answers: [
        { at: daysAgo(0.5 + 4 * i), person: 2, link: true },
        { at: daysAgo(0.9 + 4 * i), person: 4, link: false },
      ],
    });
  expect(readOne(urgentRouting, sceneOf({ threads: times(20, answered) }))).toMatchObject([{ concerns: [4], raised: true }]);
});

test.each([
  [
    'they are on call',
    {
      threads: times(20, (i) => urgent(i, 4)),
      shifts: [{ from: daysAgo(900), to: daysAgo(0), person: 4, area: 1, level: 1, override: false }],
    },
  ],
  ['different people are called', { threads: times(20, (i) => urgent(i, 1 + (i % 4))) }],
  [
    'several are called at once',
    { threads: times(20, (i) => urgent(i, 4, { mentioned: [1, 4].map((person) => ({ at: daysAgo(4 * i), person })) })) },
  ],
  ['nothing is urgent', { threads: times(20, (i) => urgent(i, 4, { urgent: false })) }],
])('[friction.6] is silent where %s', (_, over) => {
  expect(raisedIn(urgentRouting, sceneOf(over))).toEqual([]);
});

test('[friction.8] four of five urgent threads are silent', () => {
  expect(raisedIn(urgentRouting, sceneOf({ threads: times(5, (i) => urgent(i, i < 4 ? 4 : 2)) }))).toEqual([]);
});
