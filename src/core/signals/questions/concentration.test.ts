import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { readSignals } from '#core/signals/read-signals.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { times } from '#test/read-one.ts';
import { areaOf, changeOf, daysAgo, documentOf, incidentOf, sceneOf, workOf } from '#test/scene.ts';
import { concentration } from './concentration.ts';

const KNOWS = 1;
const nothing = { found: [] };
const sceneWith = (over: Partial<Scene> = {}, carriers: readonly number[] | null = [KNOWS]) =>
  sceneOf({ areas: [areaOf({ id: 'pay', carriers, tier: 1 }), areaOf({ id: 'web', carriers: [2, 3] })], ...over });
const causes = (scene: Scene) => concentration(scene, nothing).rows.map((row) => row.causes.map(({ tag }) => tag));

test('[questions.1] lists areas that one knows, and without a trail no cause', () => {
  const view = concentration(sceneWith(), nothing);
  expect(view).toMatchObject({
    rows: [{ area: 'pay', tier: 1, causes: [], signals: [] }],
    notJudged: [],
    sentence: '1 area is known by one person; for 0 of them a cause leaves a trail.',
  });
  expect(causes(sceneWith({}, null))).toEqual([]);
  expect(concentration(sceneWith({}, null), nothing).notJudged).toEqual(['1 area of which it is not judged who knows them']);
  expect(causes(sceneWith({}, [KNOWS, 4]))).toEqual([]);
});

const founding = (by: (i: number) => number) => ({
  work: workOf(times(40, (i) => ({ at: daysAgo(990 - 4 * i), person: by(i), area: 0 }))),
});
const shift = (i: number, person: number) => ({ from: daysAgo(7 * i + 7), to: daysAgo(7 * i), person, area: 0, level: 1, override: false });
const right = (person: number) => ({ person, area: 0, right: 'deploy' as const, from: daysAgo(900), to: Infinity });
const joined = (over = {}) => ({ at: daysAgo(300), person: KNOWS, what: 'joined' as const, contractEnds: null, specialist: true, ...over });
const urgent = (i: number, resolvedBy: number) => incidentOf({ item: `p${i}`, openedAt: daysAgo(5 + 5 * i), resolvedBy });
const change = (i: number) => changeOf({ item: `c${i}`, author: KNOWS, openedAt: daysAgo(5 + i) });

test.each([
  ['founder', founding(() => KNOWS), founding((i) => i % 3)],
  ['no rotation', { shifts: times(12, (i) => shift(i, KNOWS)) }, { shifts: times(12, (i) => shift(i, i % 2)) }],
  ['no access', { rights: [right(KNOWS)] }, { rights: [right(KNOWS), right(2)] }],
  ['hiring', { staff: [joined()] }, { staff: [joined({ specialist: false })] }],
  [
    'urgency',
    {
      incidents: times(7, (i) => urgent(i, KNOWS)).concat(times(2, (i) => urgent(8 + i, KNOWS))),
      documents: [documentOf({ item: 'd', writtenAt: daysAgo(9) })],
    },
    { incidents: times(7, (i) => urgent(i, i % 3)) },
  ],
  [
    'nothing written',
    { changes: times(9, change) },
    { changes: times(9, change), documents: [documentOf({ item: 'd', writtenAt: daysAgo(9) })] },
  ],
])('[questions.1] %s leaves a trail, or is not said', (tag, with_, without) => {
  expect(causes(sceneWith(with_))).toEqual([[tag]]);
  expect(causes(sceneWith(without))).toEqual([[]]);
});

test('[questions.1] a cause whose source is not connected is not judged', () => {
  const scene = sceneWith({ shifts: times(12, (i) => shift(i, KNOWS)) });
  const { rota: _, ...since } = scene.since;
  expect(concentration({ ...scene, since }, nothing)).toMatchObject({
    rows: [{ causes: [] }],
    notJudged: ['no rotation: nothing is connected that tells of rota'],
  });
});

test('[questions.1] names the signals that are raised there', () => {
  const scene = sceneWith({ work: workOf(times(20, (i) => ({ at: daysAgo(1 + i), person: 2 + (i % 3), area: 0 }))) });
  expect(concentration(scene, readSignals(scene, SIGNALS)).rows[0]!.signals).toContain('stale-model');
});
