import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { areaOf, daysAgo, sceneOf } from '#test/scene.ts';
import { launchRush } from './launch-rush.ts';

const rollouts = (recent: number, before: number) => [
  ...times(recent, (i) => ({ at: daysAgo((27 * (i + 1)) / recent), person: 1, area: 0, failed: false })),
  ...times(before, (i) => ({ at: daysAgo(29 + (82 * i) / before), person: 1, area: 0, failed: false })),
];
const sceneWith = (recent: number, before: number, carriers: readonly number[] | null = [1], over = {}) =>
  sceneOf({ areas: [areaOf({ id: 'pay', carriers })], deployments: rollouts(recent, before), ...over });

test('[entry.2] is raised where a launch rests on one', () => {
  expect(readOne(launchRush, sceneWith(20, 10))).toMatchObject([
    {
      area: 'pay',
      raised: true,
      n: 30,
      baseline: null,
      sentence: 'There were 20 rollouts of pay in the last four weeks, 6.0 times the pace of the twelve weeks before; one person knows it.',
    },
  ]);
});

test.each([
  ['two people know it', sceneWith(20, 10, [1, 2]), []],
  ['nobody knows it', sceneWith(20, 10, []), ['pay']],
  ['who knows it is not judged', sceneWith(20, 10, null), ['pay']],
  ['it is rolled out as ever', sceneWith(20, 60), []],
  ['it is half as much again', sceneWith(30, 60), []],
  ['nothing is known from before', sceneWith(20, 0, [1], { since: { deployments: daysAgo(60) } }), []],
  ['it was never rolled out before', sceneWith(20, 0), ['pay']],
])('[entry.1] where %s', (_, scene, raised) => {
  expect(raisedIn(launchRush, scene)).toEqual(raised);
});

test('[entry.5] four of five rollouts are silent', () => {
  expect(raisedIn(launchRush, sceneWith(4, 1))).toEqual([]);
});
