import { expect, test } from 'vitest';
import type { ChangeCase, ChangeReview } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import { changeOf, daysAgo, incidentOf, personOf, sceneOf } from '#test/scene.ts';
import { unshadowedWork } from './unshadowed-work.ts';

const changes = (count: number, over: (openedAt: number) => Partial<ChangeCase> = () => ({})): readonly ChangeCase[] =>
  Array.from({ length: count }, (_, i) => {
    const openedAt = daysAgo(4 + 4 * i);
    return changeOf({ item: `c${count}-${i}`, author: 2, openedAt, mergedAt: openedAt + DAY, ...over(openedAt) });
  });
const review = (at: number, over: Partial<ChangeReview>): ChangeReview => ({
  at,
  person: 4,
  state: 'approved',
  comments: 0,
  substance: false,
  ...over,
});
const found = (over: Partial<Scene>) => {
  const scene = sceneOf(over);
  return unshadowedWork.find({ ...scene, areas: scene.areas.map((area) => ({ ...area, carriers: [2] })) }, unshadowedWork.limits);
};
const helped = (openedAt: number) => ({ others: [{ at: openedAt + 60, person: 3 }] });

test('[rescue.8] what those who know it do is seen by nobody; an approval is no shadowing', () => {
  const approved = changes(18, (at) => ({ reviews: [review(at + 60, {})] }));
  expect(found({ changes: [...approved, ...changes(2, helped)] })).toMatchObject([{ raised: true, n: 20, concerns: [2] }]);
});

test.each([
  ['four of five', { changes: [...changes(4), ...changes(1, helped)] }],
  ['somebody worked on it too', { changes: changes(20, helped) }],
  ['reviewed with substance', { changes: changes(20, (at) => ({ reviews: [review(at + 60, { substance: true })] })) }],
  ['the work of those who do not know it yet', { changes: changes(20, () => ({ author: 3 })) }],
  [
    'a session each week',
    {
      changes: changes(20),
      blocks: Array.from({ length: 16 }, (_, week) => {
        const from = daysAgo(7 * week + 1);
        return {
          from,
          to: from + 3600,
          person: 2,
          what: 'session' as const,
          kept: true,
          plannedAt: from,
          takesPart: [2, 3],
          item: `s${week}`,
        };
      }),
    },
  ],
])('[rescue.8] silent: %s', (_, over) => {
  expect(found(over).filter(({ raised }) => raised)).toEqual([]);
});

test('[rescue.8] urgent incidents count, alone or with somebody beside', () => {
  const incidents = (others: readonly number[]) =>
    Array.from({ length: 20 }, (_, i) => {
      const openedAt = daysAgo(4 + 4 * i);
      return incidentOf({ item: `i${i}`, openedAt, resolvedBy: 2, acted: [2, ...others].map((person) => ({ at: openedAt + 60, person })) });
    });
  expect(found({ incidents: incidents([]) })).toMatchObject([{ raised: true, n: 20 }]);
  expect(found({ incidents: incidents([3]) })).toMatchObject([{ raised: false, n: 20 }]);
});

test('[rescue.8] only urgent incidents that somebody ended who knows the area count, and say whom they mean', () => {
  const incidents = (urgent: boolean, by: number) =>
    Array.from({ length: 20 }, (_, i) => {
      const openedAt = daysAgo(4 + 4 * i);
      return incidentOf({ item: `i${i}`, openedAt, urgent, resolvedBy: by, acted: [{ at: openedAt + 60, person: by }] });
    });
  expect(found({ incidents: incidents(true, 2) })).toMatchObject([{ n: 20, concerns: [2] }]);
  expect([found({ incidents: incidents(false, 2) }), found({ incidents: incidents(true, 3) })]).toEqual([[], []]);
});

test('[rescue.8] neither a machine nor whoever comes after the merge stands beside it, and what is open is not yet done', () => {
  const people = Array.from({ length: 6 }, (_, id) => personOf({ id, kind: id === 3 ? 'bot' : 'human' }));
  expect(found({ changes: changes(20, helped), people })).toMatchObject([{ raised: true }]);
  expect(found({ changes: changes(20, (at) => ({ others: [{ at: at + 2 * DAY, person: 4 }] })) })).toMatchObject([{ raised: true }]);
  expect(found({ changes: changes(20, (at) => ({ others: [{ at: at + 60, person: 2 }] })) })).toMatchObject([{ raised: true }]);
  expect(found({ changes: changes(20, () => ({ mergedAt: null })) })).toEqual([]);
});
