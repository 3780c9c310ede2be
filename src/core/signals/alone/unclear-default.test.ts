import { expect, test } from 'vitest';
import type { IssueCase } from '#core/scene/talk-cases.ts';
import { daysAgo, issueOf, sceneOf } from '#test/scene.ts';
import { unclearDefault } from './unclear-default.ts';

const issues = (takers: readonly (number | null)[], over: Partial<IssueCase> = {}): readonly IssueCase[] =>
  takers.map((person, i) => {
    const openedAt = daysAgo(5 * (i + 1));
    const holders = person === null ? [] : [{ at: openedAt + 60, person }];
    return issueOf({ item: `u${takers.length}-${i}`, openedAt, unclear: true, holders, ...over });
  });
const of = (count: number, person: number): readonly number[] => Array.from({ length: count }, () => person);
const found = (all: readonly IssueCase[]) =>
  unclearDefault
    .find(sceneOf({ issues: all }), unclearDefault.limits)
    .map(({ area, raised, n, concerns }) => ({ area, raised, n, concerns }));

test('[alone.3] whatever is vague goes to one', () => {
  expect(found(issues([...of(18, 3), 1, 2]))).toEqual([{ area: 'area-0', raised: true, n: 20, concerns: [3] }]);
});

test.each([
  ['four of five', issues([...of(4, 3), 1])],
  ['two take turns', issues(of(20, 0).map((_, i) => i % 2))],
  ['routine work goes to one', issues(of(50, 3), { unclear: false })],
  ['nobody took any', issues(Array.from({ length: 20 }, () => null))],
])('[alone.3] silent: %s', (_, all) => {
  expect(found(all).filter(({ raised }) => raised)).toEqual([]);
});

test('[alone.3] fifty routine ones do not hide where the unclear ones go, nor are they counted', () => {
  const routine = issues(of(50, 1), { unclear: false });
  expect(found([...routine, ...issues(of(9, 3))])).toEqual([{ area: 'area-0', raised: true, n: 9, concerns: [3] }]);
  expect(found([...routine, ...issues(of(4, 3))])).toEqual([{ area: 'area-0', raised: false, n: 4, concerns: [3] }]);
});

test('[alone.3] over all areas one person can be the default although each area has few', () => {
  const spread = issues(of(12, 3)).map((one, i) => ({ ...one, area: i % 3 }));
  expect(found(spread).map(({ area, raised }) => [area, raised])).toEqual([
    ['area-0', false],
    ['area-1', false],
    ['area-2', false],
    [null, true],
  ]);
});
