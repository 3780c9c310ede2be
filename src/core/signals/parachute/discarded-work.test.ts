import { expect, test } from 'vitest';
import type { ChangeCase } from '#core/scene/change-case.ts';
import { DAY } from '#core/terms/moment.ts';
import { fixes, landingScene, times } from '#test/landing-scene.ts';
import { discardedWork } from './discarded-work.ts';

/** Drafts of person 1, closed two days after the fix by somebody else was merged. */
const drafts = (others: readonly ChangeCase[], over: Partial<ChangeCase> = {}): readonly ChangeCase[] =>
  others.map((other, i) => ({
    ...other,
    item: `draft-${i}`,
    author: 1,
    openedAt: other.openedAt - 3 * DAY,
    mergedAt: null,
    closedAt: other.mergedAt! + 2 * DAY,
    agent: false,
    ...over,
  }));
const finished = fixes(times(10, 0), (_, i) => ({ item: `own-${i}` }));

function found(other: number, closed: number, over: Partial<ChangeCase> = {}, holder = 1) {
  const others = fixes(times(closed, other));
  const scene = landingScene(others, {}, holder);
  return discardedWork.find({ ...scene, changes: [...others, ...drafts(others, over), ...finished] }, discardedWork.limits);
}

test('[parachute.6] begun by the people of the area, solved by somebody from elsewhere', () => {
  expect(found(2, 18)).toMatchObject([{ raised: true, n: 28, concerns: [1, 2] }]);
  expect(found(5, 18)).toMatchObject([{ raised: true, n: 28, concerns: [1] }]);
});

test('[parachute.6] what was closed lies nowhere: it counts where the other landed', () => {
  expect(found(2, 18, { areas: [] })).toMatchObject([{ area: 'area-0', raised: true, n: 28, concerns: [1, 2] }]);
  expect(found(2, 18, { areas: [1] }).filter(({ raised }) => raised)).toEqual([]);
});

test.each([
  ['four of five', () => found(2, 4).map((one) => ({ ...one, raised: one.raised && one.n < 8 }))],
  ['somebody of the area solved it', () => found(0, 18)],
  ['closed for other reasons: another issue', () => found(2, 18, {}, 0)],
  ['closed on the day it was opened', () => found(2, 18, { openedAt: 0, closedAt: 1 })],
  ['merged after all', () => found(2, 18, { mergedAt: 1, closedAt: null })],
])('[parachute.6] silent: %s', (_, look) => {
  expect(look().filter(({ raised }) => raised)).toEqual([]);
});
