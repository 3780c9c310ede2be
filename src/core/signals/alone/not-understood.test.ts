import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { changeOf, daysAgo, incidentOf, personOf, sceneOf, type WorkRow, workOf } from '#test/scene.ts';
import { notUnderstood } from './not-understood.ts';

const rows = (count: number, ago: number, over: Partial<WorkRow> = {}): readonly WorkRow[] =>
  Array.from({ length: count }, (_, i) => ({ at: daysAgo(ago + i / 50), person: 1, area: 0, ...over }));
const found = (all: readonly WorkRow[], over: Partial<Scene> = {}) =>
  notUnderstood
    .find(sceneOf({ work: workOf(all), ...over }), notUnderstood.limits)
    .map(({ raised, n, value, concerns }) => ({ raised, n, value: value.value, concerns }));

const AGENTS = rows(18, 30, { flags: ['agent'] });

test('[alone.5] an area that agents wrote and nobody has met since', () => {
  expect(found([...AGENTS, ...rows(2, 10)])).toEqual([{ raised: true, n: 20, value: 0.8, concerns: [] }]);
  const people = Array.from({ length: 3 }, (_, id) => personOf({ id, kind: id === 1 ? 'agent' : 'human' }));
  expect(found(rows(20, 30), { people })).toMatchObject([{ raised: true, value: 1 }]);
});

const substance = Array.from({ length: 18 }, (_, i) => 25 - i).map((ago, i) =>
  changeOf({
    item: `c${i}`,
    author: 2,
    openedAt: daysAgo(29),
    reviews: [{ at: daysAgo(ago - 5), person: 4, state: 'commented', comments: 3, substance: true }],
  }),
);
const incidents = Array.from({ length: 18 }, (_, i) => i + 3).map((ago) =>
  incidentOf({ item: `i${ago}`, openedAt: daysAgo(ago), resolvedBy: 3 }),
);

test.each([
  ['four of five', [...rows(4, 30, { flags: ['agent'] }), ...rows(1, 10)], {}],
  ['people worked there afterwards as often', [...AGENTS, ...rows(18, 10)], {}],
  [
    'people worked there in between',
    Array.from({ length: 40 }, (_, i) => rows(1, 80 - i, i % 2 === 0 ? { flags: ['agent'] } : {})).flat(),
    {},
  ],
  ['people reviewed each', rows(20, 30, { flags: ['agent', 'reviewed'] }), {}],
  ['people reviewed with substance afterwards', AGENTS, { changes: substance }],
  ['people ended its incidents afterwards', AGENTS, { incidents }],
  ['people wrote it with help', rows(20, 30, { flags: ['assisted'] }), {}],
  ['a bot that bumps versions', rows(20, 30), { people: Array.from({ length: 3 }, (_, id) => personOf({ id, kind: 'bot' })) }],
] as const)('[alone.5] silent: %s', (_, all, over) => {
  expect(found(all, over).filter(({ raised }) => raised)).toEqual([]);
});

test('[alone.5] help of an agent is no meeting of people', () => {
  expect(found([...AGENTS, ...rows(5, 10, { flags: ['assisted'] })])).toMatchObject([{ raised: true, n: 23 }]);
});
