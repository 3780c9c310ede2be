import { describe, expect, test } from 'vitest';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import { fixes, landingScene, times } from '#test/landing-scene.ts';
import { daysAgo, incidentOf, NOW } from '#test/scene.ts';
import { parachuteByAgents } from './parachute-by-agents.ts';
import { parachuteByLeaders } from './parachute-by-leaders.ts';
import { parachuteByOutsiders } from './parachute-by-outsiders.ts';
import { shapingChanges } from './shaping-changes.ts';

const KINDS = { leader: parachuteByLeaders, outsider: parachuteByOutsiders, agent: parachuteByAgents };
const raised = (scene: Scene) =>
  Object.entries(KINDS).flatMap(([kind, { find, limits }]) => find(scene, limits).flatMap((one) => (one.raised ? [kind] : [])));

describe('[parachute.1] a landing comes from outside, by work and not by title', () => {
  test.each([
    ['a leader who does not work there', [...times(18, 2), 0, 1], ['leader'], [2]],
    ['somebody from elsewhere', [...times(18, 3), 0, 1], ['outsider'], [3]],
    ['an agent', [...times(18, 5), 0, 1], ['agent'], []],
    ['a leader who works there', [...times(18, 4), 0, 1], [], []],
    ['the people of the area', [...times(10, 0), ...times(10, 1)], [], []],
    ['four of five by a leader', [...times(4, 2), 0], [], []],
    ['one in ten by a leader', [...times(2, 2), ...times(18, 0)], [], []],
  ])('%s', (_, authors, kinds, concerns) => {
    const scene = landingScene(fixes(authors));
    expect(raised(scene)).toEqual(kinds);
    for (const kind of kinds as readonly (keyof typeof KINDS)[])
      expect(KINDS[kind].find(scene, KINDS[kind].limits)).toMatchObject([{ n: 20, concerns, value: { value: 0.9 } }]);
  });

  test('landings do not make anybody of the area, ordinary work does', () => {
    const landed = shapingChanges(landingScene(fixes(times(20, 3))));
    expect(landed.map(({ from }) => from)).toEqual(times(20, 0).map(() => 'outsider'));
    const ordinary = fixes(times(20, 3)).map((change, i) => ({
      ...change,
      item: `ordinary-${i}`,
      openedAt: change.openedAt - 5 * DAY,
      mergedAt: change.mergedAt! - 5 * DAY,
    }));
    const base = landingScene(fixes(times(20, 3)));
    const last = shapingChanges({ ...base, changes: [...base.changes, ...ordinary] }).at(-1);
    expect(last).toMatchObject({ from: 'outsider' });
    const earlier = ordinary.map((change) => ({ ...change, openedAt: change.openedAt - 200 * DAY, mergedAt: change.mergedAt - 200 * DAY }));
    const [first] = shapingChanges({ ...base, changes: [...base.changes, ...earlier] });
    expect(first).toMatchObject({ from: 'area' });
  });
});

describe('[parachute.2] declared help, and help with the people of the area, is no landing', () => {
  const by = (person: number, over: (at: number, i: number) => Partial<ChangeCase> = () => ({})) => fixes(times(20, person), over);
  const calls = by(2).map(({ openedAt }, i) =>
    incidentOf({ item: `i${i}`, openedAt, calledIn: [{ at: openedAt, person: 2, how: 'added' }] }),
  );
  const sessions = by(2).map(({ openedAt: from }, i) => ({
    from,
    to: from + 3600,
    person: 2,
    what: 'session' as const,
    kept: true,
    plannedAt: from,
    takesPart: [1, 2],
    item: `s${i}`,
  }));
  test.each([
    [
      'somebody of the area reviewed it',
      by(2, (at) => ({ reviews: [{ at: at + 60, person: 0, state: 'commented', comments: 4, substance: true }] })),
      {},
    ],
    ['somebody of the area worked on it', by(2, (at) => ({ others: [{ at: at + 60, person: 0 }] })), {}],
    ['called into an incident', by(2), { incidents: calls }],
    ['on shift for it', by(2), { shifts: [{ from: daysAgo(400), to: NOW, person: 2, area: 0, level: 1, override: false }] }],
    ['in a session with somebody of the area', by(2), { blocks: sessions }],
    ['an agent with somebody beside it', by(5, (at) => ({ others: [{ at: at + 60, person: 3 }] })), {}],
  ] as const)('%s', (_, changes, over) => {
    expect(raised(landingScene(changes, over))).toEqual([]);
  });

  test('an approval of the area is not taking part, nor is a comment from elsewhere', () => {
    const approved = by(2, (at) => ({
      reviews: [{ at: at + 60, person: 0, state: 'approved', comments: 0, substance: false }],
      others: [{ at: at + 60, person: 3 }],
    }));
    expect(raised(landingScene(approved))).toEqual(['leader']);
  });
});

describe('[parachute.3] only what shapes an area lands: first versions, rewrites, fixes taken over', () => {
  test('an ordinary change from elsewhere, or a fix that nobody of the area held, is none', () => {
    expect(raised(landingScene(fixes(times(20, 2)), { issues: [] }))).toEqual([]);
    expect(raised(landingScene(fixes(times(20, 2)), {}, 3))).toEqual([]);
  });

  test('a rewrite is large, and much larger than what is usual there', () => {
    const small = fixes(times(20, 0), (_, i) => ({ item: `small-${i}`, lines: 100 }));
    const shapes = (lines: number) =>
      shapingChanges(landingScene([...small, ...fixes([2], () => ({ lines }))], { issues: [] })).map(({ shape, from }) => [shape, from]);
    expect(shapes(499)).toEqual([]);
    expect(shapes(500)).toEqual([['rewrite', 'leader']]);
  });

  test('the first version of an area that another team is to hold', () => {
    const scene = landingScene(fixes([3, 0]), {
      issues: [],
      teams: [{ id: 't', name: 'T', members: [{ from: daysAgo(99), to: NOW, person: 0 }] }],
    });
    const areas = scene.areas.map((area, row) => (row === 0 ? { ...area, bornAt: daysAgo(20), teams: [0] } : area));
    const born = shapingChanges({ ...scene, areas, work: { ...scene.work, count: 0 } });
    expect(born.map(({ shape, from }) => [shape, from])).toEqual([
      ['first version', 'area'],
      ['first version', 'outsider'],
    ]);
  });
});
