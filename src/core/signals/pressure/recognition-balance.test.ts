import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, sceneOf } from '#test/scene.ts';
import { recognitionBalance } from './recognition-balance.ts';

type What = Scene['recognitions'][number]['what'];
const thanked = (i: number, what: What) => ({ at: daysAgo(1 + 8 * i), person: i % 5, toTeam: i % 10 === 0, what });

test('[pressure.6] is raised for the whole where saves are thanked for and little else', () => {
  expect(readOne(recognitionBalance, sceneOf({ recognitions: times(20, (i) => thanked(i, i < 18 ? 'save' : 'sharing')) }))).toMatchObject([
    {
      area: null,
      raised: true,
      n: 20,
      concerns: [],
      sentence: '18 recognitions of saves to 2 of prevention and sharing in the whole organisation; 2 of 20 went to a team.',
    },
  ]);
});

test.each([
  ['half of it is prevention', times(20, (i) => thanked(i, i % 2 === 0 ? 'save' : 'prevention'))],
  ['delivery is thanked for', times(20, (i) => thanked(i, i < 4 ? 'save' : 'delivery'))],
])('[pressure.6] is silent where %s', (_, recognitions) => {
  expect(raisedIn(recognitionBalance, sceneOf({ recognitions }))).toEqual([]);
});

test('[pressure.8] four of five are silent', () => {
  expect(raisedIn(recognitionBalance, sceneOf({ recognitions: times(5, (i) => thanked(i, i < 4 ? 'save' : 'sharing')) }))).toEqual([]);
});
