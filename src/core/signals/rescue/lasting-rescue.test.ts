import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import { daysAgo, incidentOf, sceneOf, type WorkRow, workOf } from '#test/scene.ts';
import { lastingRescue } from './lasting-rescue.ts';

/** A rescue every month in as many areas, each by the same two people in turn; in `stays` of them they work there for long. */
function rescues(count: number, stays: number, over: (at: number, area: number) => readonly WorkRow[] = () => []) {
  const called = Array.from({ length: count }, (_, i) => {
    const at = daysAgo(35 + 15 * i);
    return {
      area: i % 20,
      person: i % 2,
      incident: incidentOf({ item: `i${i}`, area: i % 20, openedAt: at, calledIn: [{ at, person: i % 2, how: 'added' }] }),
      at,
    };
  });
  const later = called.flatMap(({ at, area, person }, i) =>
    i < stays ? [4, 8, 12].map((day) => ({ at: at + day * DAY, person, area })) : [{ at: at + DAY, person, area }],
  );
  return sceneOf({
    areaCount: 20,
    incidents: called.map(({ incident }) => incident),
    work: workOf([...later, ...called.flatMap(({ at, area }) => over(at, area))]),
  });
}
const whole = (scene: Scene) => lastingRescue.find(scene, lastingRescue.limits).filter(({ area }) => area === null);

test('[rescue.4] whoever was called in is still there months later', () => {
  expect(whole(rescues(20, 18))).toMatchObject([{ raised: true, n: 20, concerns: [0, 1] }]);
});

test('[rescue.4] silent: four of five, help that was handed back, and people of the area', () => {
  expect(whole(rescues(5, 4))).toMatchObject([{ raised: false, n: 5 }]);
  expect(whole(rescues(20, 0))).toMatchObject([{ raised: false, n: 20, value: { value: 0 } }]);
  const there = (at: number, area: number) => [20, 30, 40].flatMap((day) => [0, 1].map((person) => ({ at: at - day * DAY, person, area })));
  expect(whole(rescues(20, 18, there))).toEqual([]);
});

test('[rescue.4] what is younger than a month is not judged, and calls within a fortnight are one rescue', () => {
  const call = (ago: number) =>
    incidentOf({ item: `i${ago}`, openedAt: daysAgo(ago), calledIn: [{ at: daysAgo(ago), person: 1, how: 'escalated' }] });
  expect(lastingRescue.find(sceneOf({ incidents: [call(29)] }), lastingRescue.limits)).toEqual([]);
  expect(lastingRescue.find(sceneOf({ incidents: [40, 45, 50, 53].map(call) }), lastingRescue.limits)).toMatchObject([{ n: 1 }]);
});

test('[rescue.4] a stand-in for the rota is a rescue too', () => {
  const shifts = [{ from: daysAgo(60), to: daysAgo(53), person: 1, area: 0, level: 1, override: true }];
  expect(lastingRescue.find(sceneOf({ shifts }), lastingRescue.limits)).toMatchObject([{ n: 1, value: { value: 0 } }]);
});
