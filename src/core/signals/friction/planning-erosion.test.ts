import { expect, test } from 'vitest';
import type { SceneBlock } from '#core/scene/scene.ts';
import { HOUR } from '#core/terms/moment.ts';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, incidentOf, NOW, sceneOf } from '#test/scene.ts';
import { planningErosion } from './planning-erosion.ts';

/** Two hours of planning, one on each of the last days. */
const block = (i: number, kept: boolean, over: Partial<SceneBlock> = {}): SceneBlock => {
  const plannedAt = daysAgo(1 + i);
  return {
    from: plannedAt,
    to: plannedAt + 2 * HOUR,
    person: i % 3,
    what: 'planning',
    kept,
    plannedAt,
    takesPart: [],
    item: `block/${i}`,
    ...over,
  };
};
/** An urgent incident so many hours before a block, in which somebody acts at once. */
const incident = (i: number, hoursBefore: number, person: number, urgent = true) => {
  const openedAt = daysAgo(1 + i) - hoursBefore * HOUR;
  return incidentOf({ item: `pager/${i}`, openedAt, urgent, acted: [{ at: openedAt + 60, person }] });
};

test('[friction.7] is raised where planning is dropped beside incidents of those who planned', () => {
  const scene = sceneOf({
    teams: [{ id: 'core', name: 'Core', members: times(3, (person) => ({ person, from: daysAgo(900), to: NOW })) }],
    blocks: times(20, (i) => block(i, i >= 18)),
    incidents: times(18, (i) => incident(i, 5, i % 3)),
  });
  expect(readOne(planningErosion, scene)).toMatchObject([
    {
      team: 'core',
      area: null,
      raised: true,
      value: { value: 0.9 },
      sentence: '18 of 20 planning and focus blocks of Core were lost to incidents, 9 hours a week.',
    },
    { area: null, raised: true, n: 20, concerns: [] },
  ]);
});

test('[friction.7] is raised where focus is kept in the calendar and broken by an incident', () => {
  const scene = sceneOf({
    blocks: times(20, (i) => block(i, true, { what: 'focus' })),
    incidents: times(20, (i) => incident(i, -1, i % 3)),
  });
  expect(readOne(planningErosion, scene)).toMatchObject([{ raised: true, sentence: expect.stringContaining('5 hours a week') }]);
});

test.each([
  ['they move it without any incident', { blocks: times(20, (i) => block(i, false)) }],
  ['others work in the incidents', { blocks: times(20, (i) => block(i, false)), incidents: times(20, (i) => incident(i, 5, 5)) }],
  [
    'incidents were two days before',
    { blocks: times(20, (i) => block(3 * i, false)), incidents: times(20, (i) => incident(3 * i, 30, (3 * i) % 3)) },
  ],
  ['the incidents could wait', { blocks: times(20, (i) => block(i, false)), incidents: times(20, (i) => incident(i, 5, i % 3, false)) }],
  [
    'it is kept although there were incidents',
    { blocks: times(20, (i) => block(i, true)), incidents: times(20, (i) => incident(i, 5, i % 3)) },
  ],
  [
    'it was a meeting',
    { blocks: times(20, (i) => block(i, false, { what: 'meeting' })), incidents: times(20, (i) => incident(i, 5, i % 3)) },
  ],
])('[friction.7] is silent where %s', (_, over) => {
  expect(raisedIn(planningErosion, sceneOf(over))).toEqual([]);
});

test('[friction.8] four of five blocks are silent', () => {
  const scene = sceneOf({ blocks: times(5, (i) => block(i, i === 4)), incidents: times(4, (i) => incident(i, 5, i % 3)) });
  expect(raisedIn(planningErosion, scene)).toEqual([]);
});
