import { expect, test } from 'vitest';
import { times } from '#test/read-one.ts';
import { daysAgo, documentOf, incidentOf, sceneOf } from '#test/scene.ts';
import { incentives } from './incentives.ts';

const thanked = (i: number, what: 'save' | 'prevention' | 'sharing' | 'delivery', toTeam = false) => ({
  at: daysAgo(1 + i),
  person: 0,
  toTeam,
  what,
});

test('[questions.4] puts thanks beside what there was to thank for', () => {
  const view = incentives(
    sceneOf({
      recognitions: [
        ...times(6, (i) => thanked(i, 'save')),
        thanked(9, 'prevention', true),
        thanked(10, 'sharing'),
        thanked(11, 'delivery'),
        thanked(400, 'sharing'),
      ],
      incidents: [
        incidentOf({
          item: 'a',
          openedAt: daysAgo(9),
          resolvedBy: 1,
          followUps: [
            { openedAt: daysAgo(8), closedAt: daysAgo(3) },
            { openedAt: daysAgo(8), closedAt: null },
          ],
        }),
        incidentOf({ item: 'b', openedAt: daysAgo(9), resolvedBy: null, auto: true }),
        incidentOf({ item: 'c', openedAt: daysAgo(9), resolvedBy: 1, urgent: false, review: { at: daysAgo(8), ledBy: 1, takesPart: [2] } }),
      ],
      documents: [
        documentOf({ item: 'r', writtenAt: daysAgo(99), authors: [0], rehearsals: [{ at: daysAgo(9), person: 1, worked: true }] }),
      ],
    }),
  );
  expect(view.rows).toMatchObject([
    { what: 'saves', recognised: 6, toTeams: 0, happened: 1, share: { value: 0.75, n: 8 } },
    { what: 'prevention', recognised: 1, toTeams: 1, happened: 2 },
    { what: 'sharing', recognised: 1, toTeams: 0, happened: 1 },
  ]);
  expect(view.sentence).toBe('Recognised in half a year: 6 for saves, 1 for prevention, 1 for sharing.');
});

test('[questions.4] says nothing of thanks where none are connected, and never of pay', () => {
  const scene = sceneOf();
  const { recognition: _, ...since } = scene.since;
  const view = incentives({ ...scene, since });
  expect(view.rows).toEqual([]);
  expect(view.notJudged).toEqual(['recognitions: nothing is connected that tells of them', 'pay and promotion: not read, on purpose']);
  expect(incentives(scene).rows.map(({ share }) => share)).toEqual([null, null, null]);
});
