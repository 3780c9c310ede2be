import { expect, test } from 'vitest';
import type { SceneBlock } from '#core/scene/scene.ts';
import { HOUR } from '#core/terms/moment.ts';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { areaOf, daysAgo, incidentOf, NOW, sceneOf } from '#test/scene.ts';
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

const CORE = { id: 'core', name: 'Core', members: times(3, (person) => ({ person, from: daysAgo(900), to: NOW })) };
const AREAS = [areaOf({ id: 'pay', teams: [0] }), areaOf({ id: 'web' })];

test('[friction.7] is raised where planning is dropped beside incidents of the team', () => {
  const scene = sceneOf({
    teams: [CORE],
    areas: AREAS,
    blocks: [...times(20, (i) => block(3 * i, i >= 18)), ...times(10, (i) => block(90 + i, i > 0, { item: `quiet/${i}` }))],
    incidents: times(20, (i) => incident(3 * i, 5, 5)),
  });
  const sentence = '18 of 20 planning and focus blocks of Core beside an incident were lost, 1 hours a week; of 10 without one 1.';
  expect(readOne(planningErosion, scene)).toMatchObject([
    { team: 'core', area: null, raised: true, n: 20, value: { value: 0.9 }, sentence },
    { area: null, raised: true, n: 20, concerns: [] },
  ]);
});

test('[friction.7] is raised where focus is kept in the calendar and broken by an incident', () => {
  const scene = sceneOf({
    blocks: times(20, (i) => block(i, true, { what: 'focus' })),
    incidents: times(20, (i) => incident(i, -1, i % 3)),
  });
  expect(readOne(planningErosion, scene)).toMatchObject([{ raised: true, n: 20 }]);
});

const DROPPED = times(20, (i) => block(3 * i, false));

test.each([
  ['blocks are moved without any incident', { blocks: DROPPED }],
  [
    'they are moved as often on other days',
    { blocks: [...DROPPED, ...times(20, (i) => block(90 + i, false))], incidents: times(20, (i) => incident(3 * i, 5, 0)) },
  ],
  [
    'others work in the incidents of other teams',
    { blocks: DROPPED, incidents: times(20, (i) => ({ ...incident(3 * i, 5, 5), area: 1 })) },
  ],
  [
    'it is the focus of somebody who had no part in them',
    {
      blocks: times(20, (i) => block(3 * i, false, { what: 'focus', person: 1 })),
      incidents: times(20, (i) => incident(3 * i, 5, 0)),
    },
  ],
  ['incidents were two days before', { blocks: DROPPED, incidents: times(20, (i) => incident(3 * i, 30, (3 * i) % 3)) }],
  ['the incidents could wait', { blocks: DROPPED, incidents: times(20, (i) => incident(3 * i, 5, 0, false)) }],
  [
    'blocks are kept although there were incidents',
    { blocks: times(20, (i) => block(3 * i, true)), incidents: times(20, (i) => incident(3 * i, 5, 0)) },
  ],
  [
    'it was a meeting',
    { blocks: times(20, (i) => block(3 * i, false, { what: 'meeting' })), incidents: times(20, (i) => incident(3 * i, 5, 0)) },
  ],
])('[friction.7] is silent where %s', (_, over) => {
  expect(raisedIn(planningErosion, sceneOf({ teams: [CORE], areas: AREAS, ...over }))).toEqual([]);
});

test('[friction.8] four of five blocks are silent', () => {
  const scene = sceneOf({ blocks: times(5, (i) => block(3 * i, i === 4)), incidents: times(5, (i) => incident(3 * i, 5, (3 * i) % 3)) });
  expect(raisedIn(planningErosion, scene)).toEqual([]);
});

test('[friction.7] whoever only ended an incident had a part in it', () => {
  const ended = (resolvedBy: number | null) =>
    times(20, (i) => ({ ...incident(3 * i, 5, 5), acted: [], resolvedBy, resolvedAt: daysAgo(1 + 3 * i) - 4 * HOUR }));
  const blocks = times(20, (i) => block(3 * i, false, { what: 'focus', person: 1 }));
  expect(raisedIn(planningErosion, sceneOf({ blocks, incidents: ended(1) }))).toEqual(['all']);
  expect(readOne(planningErosion, sceneOf({ blocks, incidents: ended(null) })).filter(({ n }) => n > 0)).toEqual([]);
});
