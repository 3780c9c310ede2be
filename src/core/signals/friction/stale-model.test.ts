import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { areaOf, changeOf, daysAgo, incidentOf, sceneOf, workOf, type WorkRow } from '#test/scene.ts';
import { staleModel } from './stale-model.ts';

const HOLDS = 1;

function sceneWith(work: readonly WorkRow[], over = {}) {
  return sceneOf({ areas: [areaOf({ id: 'pay', carriers: [HOLDS] })], work: workOf(work), ...over });
}

const BY_OTHERS = times(20, (i) => ({ at: daysAgo(1 + i), person: 2 + (i % 3), area: 0 }));
const LONG_AGO = { at: daysAgo(300), person: HOLDS, area: 0 };

test('[friction.3] is raised where an area changes while whoever knows it has not been there', () => {
  expect(readOne(staleModel, sceneWith([...BY_OTHERS, LONG_AGO]))).toMatchObject([
    { area: 'pay', raised: true, n: 20, value: { value: 1 }, concerns: [HOLDS] },
  ]);
});

test.each([
  ['they write there', sceneWith([...BY_OTHERS, { at: daysAgo(15), person: HOLDS, area: 0 }, { at: daysAgo(45), person: HOLDS, area: 0 }])],
  [
    'they review there',
    sceneWith([...BY_OTHERS, LONG_AGO], {
      changes: [
        changeOf({
          item: 'a',
          author: 2,
          openedAt: daysAgo(29),
          reviews: [{ at: daysAgo(28), person: HOLDS, state: 'approved', comments: 1, substance: true }],
        }),
      ],
    }),
  ],
  [
    'they work in its incidents',
    sceneWith([...BY_OTHERS, LONG_AGO], {
      incidents: [incidentOf({ item: 'b', openedAt: daysAgo(28), resolvedBy: HOLDS, resolvedAt: daysAgo(27.5) })],
    }),
  ],
  [
    'they merge there',
    sceneWith([...BY_OTHERS, LONG_AGO], {
      changes: [changeOf({ item: 'a', author: 2, openedAt: daysAgo(29), mergedAt: daysAgo(27), mergedBy: HOLDS })],
    }),
  ],
  ['git tells that they review there', sceneWith([...BY_OTHERS, LONG_AGO], { looks: [{ at: daysAgo(28), person: HOLDS, area: 0 }] })],
  ['nothing changes', sceneWith([LONG_AGO])],
  ['nobody knows it', sceneOf({ areas: [areaOf({ id: 'pay', carriers: [] })], work: workOf(BY_OTHERS) })],
  ['who knows it is not judged', sceneOf({ areas: [areaOf({ id: 'pay', carriers: null })], work: workOf(BY_OTHERS) })],
  [
    'bots change it',
    sceneWith([...BY_OTHERS, LONG_AGO], { people: times(6, (id) => ({ id, kind: id === HOLDS ? 'human' : 'bot', zone: 0, leads: [] })) }),
  ],
])('[friction.3] is silent where %s', (_, scene) => {
  expect(raisedIn(staleModel, scene)).toEqual([]);
});

test('[friction.3] without a forge, only what names its reviewer says who looked; who took it in need not be the only one', () => {
  const since = { git: daysAgo(730) };
  const taken = BY_OTHERS.map((row) => ({ ...row, flags: ['reviewed'] as const }));
  const reviewed = BY_OTHERS.map((row) => ({ ...row, flags: ['reviewed', 'namesReviewer'] as const }));
  expect(raisedIn(staleModel, sceneWith([...BY_OTHERS, LONG_AGO], { since }))).toEqual([]);
  expect(raisedIn(staleModel, sceneWith([...taken, LONG_AGO], { since }))).toEqual([]);
  expect(raisedIn(staleModel, sceneWith([...reviewed, LONG_AGO], { since }))).toEqual(['pay']);
  const looks = reviewed.map(({ at }) => ({ at, person: HOLDS, area: 0 }));
  expect(raisedIn(staleModel, sceneWith([...reviewed, LONG_AGO], { since, looks }))).toEqual([]);
});

test('[friction.8] a few changes are silent', () => {
  expect(raisedIn(staleModel, sceneWith([...BY_OTHERS.slice(0, 5), LONG_AGO]))).toEqual([]);
});
