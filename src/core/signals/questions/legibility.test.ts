import { expect, test } from 'vitest';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import { times } from '#test/read-one.ts';
import { daysAgo, documentOf, incidentOf, sceneOf, threadOf } from '#test/scene.ts';
import { legibility } from './legibility.ts';

const puzzling = (ago: number, over = {}) =>
  incidentOf({ item: `p${ago}`, openedAt: daysAgo(ago), likeness: 'queue full', cause: false, resolvedBy: 1, ...over });
const why = (ago: number, over = {}) => threadOf({ item: `c${ago}`, at: daysAgo(ago), askedBy: 0, area: 1, why: true, ...over });

test('[questions.3] collects confusions by area, and marks what came back', () => {
  const view = legibility(
    sceneOf({
      incidents: [puzzling(300), puzzling(100), puzzling(50), puzzling(40, { area: 1, likeness: 'other' })],
      threads: [why(30), why(20, { area: NO_SCENE_AREA, answers: [{ at: daysAgo(19), person: 1, link: false }] })],
      documents: [documentOf({ item: 'r', writtenAt: daysAgo(400), area: 2, rehearsals: [{ at: daysAgo(9), person: 1, worked: false }] })],
    }),
  );
  expect(view.rows.map(({ area, cameBack, confusions }) => [area, cameBack, confusions.map(({ item }) => item)])).toEqual([
    [null, 0, ['c20']],
    ['area-0', 2, ['p100', 'p50']],
    ['area-1', 0, ['p40', 'c30']],
    ['area-2', 0, ['r']],
  ]);
  expect(view.sentence).toBe('6 confusions in 4 places; 2 of them had come before.');
  expect(view.notJudged).toEqual([]);
});

test.each([
  ['a cause is known', { incidents: times(3, (i) => puzzling(9 + i, { cause: true, how: 'restart' })) }],
  ['it went away by itself', { incidents: times(3, (i) => puzzling(9 + i, { auto: true, resolvedBy: null })) }],
  ['it is still open', { incidents: times(3, (i) => puzzling(9 + i, { resolvedAt: null })) }],
  ['the answer leads to something written', { threads: [why(9, { answers: [{ at: daysAgo(8), person: 1, link: true }] })] }],
  ['nobody asked why', { threads: [why(9, { why: false })] }],
  [
    'the runbook worked',
    { documents: [documentOf({ item: 'r', writtenAt: daysAgo(99), rehearsals: [{ at: daysAgo(9), person: 1, worked: true }] })] },
  ],
])('[questions.3] is no confusion where %s', (_, over) => {
  expect(legibility(sceneOf(over)).rows).toEqual([]);
});

test('[questions.3] a restart that nobody explained is one', () => {
  expect(
    legibility(sceneOf({ incidents: [puzzling(9, { cause: null, how: 'restart' }), puzzling(8, { cause: null, how: 'fix' })] })).rows,
  ).toMatchObject([{ area: 'area-0', confusions: [{ item: 'p9' }] }]);
});
