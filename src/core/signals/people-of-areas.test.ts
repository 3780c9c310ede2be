import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { changeOf, daysAgo, NOW, personOf, sceneOf, workOf } from '#test/scene.ts';
import { peopleOfAreas } from './people-of-areas.ts';

const team = { id: 't', name: 'T', members: [{ from: daysAgo(400), to: daysAgo(10), person: 4 }] };
const rows = (person: number, days: readonly number[]) => days.map((ago) => ({ at: daysAgo(ago), person, area: 0 }));

function scene(over: Partial<Scene> = {}): Scene {
  const base = sceneOf({ teams: [team], ...over });
  return { ...base, areas: base.areas.map((area, row) => ({ ...area, teams: row === 0 ? [0] : [] })) };
}

test.each([
  ['three days of work', 1, NOW, true],
  ['two days of work', 2, NOW, false],
  ['three days, long ago', 3, NOW, false],
  ['in the team then', 4, daysAgo(11), true],
  ['in the team no more', 4, NOW, false],
  ['nothing at all', 5, NOW, false],
])('[signals.10] of the area: %s', (_, person, at, expected) => {
  const work = workOf([
    ...rows(1, [20, 30, 40]),
    ...rows(2, [20, 30]),
    ...rows(2, [30.1]),
    ...rows(3, [300, 310, 320]),
    ...rows(5, [1, 2, 3]),
  ]);
  const { belongs, of } = peopleOfAreas(scene({ work, since: { git: daysAgo(730) } }));
  expect(belongs({ person, area: 0, at })).toBe(expected);
  expect(of(0, at).includes(person)).toBe(expected);
});

test('[signals.10] whoever leads is of an area by work, not by a list', () => {
  const leads = [{ from: daysAgo(500), to: NOW, layer: 1 as const, team: 0 }];
  const people = Array.from({ length: 6 }, (_, id) => personOf({ id, leads: id === 4 ? leads : [] }));
  const at = daysAgo(11);
  expect(peopleOfAreas(scene({ people })).belongs({ person: 4, area: 0, at })).toBe(false);
  const work = workOf(rows(4, [20, 30, 40]));
  expect(peopleOfAreas(scene({ people, work, since: { git: daysAgo(730) } })).belongs({ person: 4, area: 0, at })).toBe(true);
});

test('[signals.10] changes and reviews with substance are work, agents and set-aside stretches are not', () => {
  const changes = [20, 30, 40].map((ago) =>
    changeOf({
      item: `c${ago}`,
      author: 1,
      openedAt: daysAgo(ago),
      mergedAt: daysAgo(ago),
      agent: false,
      reviews: [
        { at: daysAgo(ago), person: 2, state: 'commented', comments: 2, substance: true },
        { at: daysAgo(ago), person: 3, state: 'approved', comments: 0, substance: false },
      ],
    }),
  );
  const { belongs } = peopleOfAreas(sceneOf({ changes }));
  expect([1, 2, 3].map((person) => belongs({ person, area: 0, at: NOW }))).toEqual([true, true, false]);
  expect(belongs({ person: 1, area: 0, at: NOW, except: [{ from: daysAgo(31), to: daysAgo(29) }] })).toBe(false);
  const agents = changes.map((change) => ({ ...change, agent: true }));
  expect(peopleOfAreas(sceneOf({ changes: agents })).belongs({ person: 1, area: 0, at: NOW })).toBe(false);
});

test('[signals.10] where an area has a team, work that none of it agreed to makes nobody of it', () => {
  const changes = (approver: number) =>
    [20, 30, 40].map((ago) =>
      changeOf({
        item: `c${ago}`,
        author: 1,
        openedAt: daysAgo(ago),
        mergedAt: daysAgo(ago),
        mergedBy: 1,
        reviews: [{ at: daysAgo(ago), person: approver, state: 'approved', comments: 0, substance: false }],
      }),
    );
  const work = workOf(rows(1, [20, 30, 40]));
  const isOf = (all: Scene['changes']) => peopleOfAreas(scene({ changes: all, work })).belongs({ person: 1, area: 0, at: NOW });
  expect([isOf([]), isOf(changes(3)), isOf(changes(4))]).toEqual([false, false, true]);
});
