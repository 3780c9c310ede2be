import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, decisionOf, sceneOf } from '#test/scene.ts';
import { oneApprover } from './one-approver.ts';

const settled = (i: number, deciders: readonly number[], over = {}) =>
  decisionOf({ item: `adr/${i}`, proposedAt: daysAgo(9 + 8 * i), decidedAt: daysAgo(2 + 8 * i), proposedBy: i % 4, deciders, ...over });

test('[friction.4] is raised where one settles almost everything alone', () => {
  const scene = sceneOf({ decisions: times(20, (i) => settled(i, i < 18 ? [5] : [2])) });
  expect(readOne(oneApprover, scene)).toMatchObject([
    {
      area: 'area-0',
      raised: true,
      n: 20,
      value: { value: 0.9 },
      concerns: [5],
      sentence: expect.stringContaining('4 people, 4 of them for the first time'),
    },
  ]);
});

test.each([
  ['several settle them', (i: number) => settled(i, [i % 3])],
  ['the same one is always there, but never alone', (i: number) => settled(i, [5, i % 4])],
  ['nothing is settled', (i: number) => settled(i, [5], { decidedAt: null, status: 'proposed' })],
  ['nobody is named', (i: number) => settled(i, [])],
])('[friction.4] is silent where %s', (_, make) => {
  expect(raisedIn(oneApprover, sceneOf({ decisions: times(20, make) }))).toEqual([]);
});

test('[friction.8] four of five settled are silent', () => {
  expect(raisedIn(oneApprover, sceneOf({ decisions: times(5, (i) => settled(i, [i < 4 ? 5 : 2])) }))).toEqual([]);
});

test('[friction.4] is raised for the team whose ideas pass one, among others', () => {
  const team = (id: string, person: number) => ({ id, name: id, members: [{ person, from: daysAgo(900), to: daysAgo(0) }] });
  const decisions = [
    ...times(18, (i) => settled(i, [5], { area: -1, proposedBy: 0 })),
    ...times(24, (i) => settled(i, [i % 4], { item: `other/${i}`, area: -1, proposedBy: 1 })),
  ];
  expect(raisedIn(oneApprover, sceneOf({ teams: [team('core', 0), team('web', 1)], decisions }))).toEqual(['team core']);
});

test('[friction.4] also over areas that are too small each', () => {
  const decisions = times(15, (i) => settled(i, [5], { area: i % 3 }));
  expect(raisedIn(oneApprover, sceneOf({ decisions }))).toEqual(['all']);
});
