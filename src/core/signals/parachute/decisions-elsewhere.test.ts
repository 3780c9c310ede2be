import { expect, test } from 'vitest';
import { landingScene } from '#test/landing-scene.ts';
import { daysAgo, decisionOf } from '#test/scene.ts';
import { decisionsElsewhere } from './decisions-elsewhere.ts';

const decided = (all: readonly (readonly number[])[], area = 0) =>
  all.map((deciders, i) => decisionOf({ item: `d${i}`, area, decidedAt: daysAgo(5 + 12 * i), deciders }));
const of = (count: number, deciders: readonly number[]) => Array.from({ length: count }, () => deciders);
const found = (decisions: ReturnType<typeof decided>) =>
  decisionsElsewhere.find(landingScene([], { decisions }), decisionsElsewhere.limits);

test('[parachute.5] decided by those who do not work there', () => {
  expect(found(decided([...of(18, [2, 3]), [0], [1]]))).toMatchObject([{ raised: true, n: 20, concerns: [2, 3] }]);
});

test.each([
  ['four of five', decided([...of(4, [2]), [0]])],
  ['somebody of the area decides with them', decided(of(20, [2, 0]))],
  ['a leader who works there', decided(of(20, [4]))],
  ['an area where nobody works', decided(of(20, [2]), 2)],
  ['nothing says who decided', decided(of(20, []))],
])('[parachute.5] silent: %s', (_, decisions) => {
  expect(found(decisions).filter(({ raised }) => raised)).toEqual([]);
});
