import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { areaOf, changeOf, daysAgo, incidentOf, sceneOf, workOf } from '#test/scene.ts';
import { facetEvidence } from './facet-evidence.ts';
import { facetStandings } from './facet-standings.ts';
import { facetVerdict, worstFacetVerdict } from './facet-verdict.ts';
import { soleRights } from './sole-rights.ts';

/** Twenty incidents ended by 0, and then some by 1 who has work of their own there right after. */
function incidentsOf(byOther: number, over: Partial<IncidentCase> = {}): Partial<Scene> {
  const usual = Array.from({ length: 20 }, (_, n) => incidentOf({ item: `usual ${n}`, openedAt: daysAgo(200 - 5 * n), resolvedBy: 0 }));
  const other = Array.from({ length: byOther }, (_, n) =>
    incidentOf({ item: `other ${n}`, openedAt: daysAgo(60 - 9 * n), resolvedBy: 1, ...over }),
  );
  const traces = other.map(({ resolvedAt }) => ({ at: resolvedAt! + 3600, person: 1, area: 0 }));
  const own = usual.map(({ resolvedAt }) => ({ at: resolvedAt! + 3600, person: 0, area: 0 }));
  return { incidents: [...usual, ...other], work: workOf([...own, ...traces]) };
}

const kindsOf = (scene: Scene, item: string): readonly string[] =>
  facetEvidence(scene).flatMap((one) =>
    one.item === item ? [`${one.person} ${one.kind}${one.demonstration === true ? ' shown' : ''}`] : [],
  );

test('[facets.8] of an incident in which nobody is seen nobody was asked', () => {
  const operated = (over: Partial<IncidentCase>) => {
    const incidents = [incidentOf({ item: 'x', openedAt: daysAgo(9), ...over })];
    return facetStandings(sceneOf({ incidents })).filter(({ facet }) => facet === 'operate').length;
  };
  expect([{}, { auto: true }, { severity: 1 }].map(operated)).toEqual([0, 0, 0]);
  const at = daysAgo(9);
  const seen = [{ paged: [{ at, person: 1 }] }, { acknowledgedBy: [{ at, person: 1 }] }, { resolvedBy: 1 }, { acted: [{ at, person: 1 }] }];
  expect(seen.map(operated)).toEqual([1, 1, 1, 1]);
});

describe('[facets.6] an act is a demonstration only alone, with two traces', () => {
  test('nobody of those who usually end it was there, and a commit is the second trace', () => {
    expect(kindsOf(sceneOf(incidentsOf(1)), 'other 0')).toEqual(['1 independent shown']);
  });

  test('with one trace it is an act, and no demonstration', () => {
    expect(kindsOf(sceneOf({ ...incidentsOf(1), work: workOf([]) }), 'other 0')).toEqual(['1 independent']);
  });

  test('with whoever usually ends it among those called in, they only drove', () => {
    const scene = sceneOf(incidentsOf(1, { calledIn: [{ at: daysAgo(60), person: 0, how: 'escalated' }] }));
    expect(kindsOf(scene, 'other 0')).toEqual(['1 drove']);
  });

  test('a nod is a nod, however many there are', () => {
    const changes = Array.from({ length: 30 }, (_, n) =>
      changeOf({
        item: `c${n}`,
        author: 0,
        openedAt: daysAgo(90 - n),
        mergedAt: daysAgo(89 - n),
        mergedBy: 0,
        reviews: [{ at: daysAgo(89 - n), person: 2, state: 'approved', comments: 0, substance: false }],
      }),
    );
    const standing = facetStandings(sceneOf({ changes })).find(({ facet }) => facet === 'review')!;
    expect(standing.people.get(2)!.level).toBe(0);
    expect(facetVerdict(sceneOf({ changes }), standing).verdict).toBe('stops');
  });
});

describe('[facets.5] whoever is away carries less', () => {
  const scene = sceneOf({ ...incidentsOf(5), since: { incidents: daysAgo(400) }, areas: [areaOf({ id: 'billing', tier: 1 })] });
  const standing = facetStandings(scene).find(({ facet }) => facet === 'operate')!;

  test('two are able; in the worst absence one, which is not enough for the first tier', () => {
    expect([...standing.people].map(([person, { level }]) => [person, level])).toEqual([
      [0, 3],
      [1, 3],
    ]);
    expect(facetVerdict(scene, standing)).toMatchObject({ verdict: 'moves', able: 2, accessJudged: false });
    expect(worstFacetVerdict(scene, standing)).toMatchObject({ verdict: 'degrades', able: 1 });
    expect(facetVerdict(scene, standing, new Set([0, 1])).verdict).toBe('stops');
  });

  test('no absence of one is worse than the worst that is said, and one is as bad', () => {
    const people = fc.array(fc.record({ level: fc.constantFrom(0, 1, 2, 3), holds: fc.boolean(), left: fc.boolean() }), { maxLength: 6 });
    fc.assert(
      fc.property(people, fc.constantFrom(1, 2, 3), (told, tier) => {
        const rights = told.flatMap(({ holds }, person) =>
          holds ? [{ person, area: 0, right: 'deploy', from: daysAgo(500), to: Number.POSITIVE_INFINITY } as const] : [],
        );
        const some: Scene = {
          ...sceneOf({ areas: [areaOf({ id: 'billing', tier: tier as 1 | 2 | 3 })] }),
          people: told.map(({ left }, id) => ({ id, kind: 'human', zone: null, leads: [], ...(left ? { leftAt: daysAgo(9) } : {}) })),
          rights,
        };
        const levels = told.map(({ level }, person) => [person, { ...standing.people.get(0)!, level }] as const);
        const own = { ...standing, people: new Map(levels) };
        const absences = [new Set<number>(), ...told.map((_, person) => new Set([person]))];
        const each = new Set(absences.map((away) => facetVerdict(some, own, away).verdict));
        const order = ['stops', 'degrades', 'moves'] as const;
        expect(worstFacetVerdict(some, own).verdict).toBe(order.find((verdict) => each.has(verdict)));
      }),
    );
  });

  test('who is able and may not deploy is not able', () => {
    const rights = [{ person: 0, area: 0, right: 'deploy', from: daysAgo(500), to: Number.POSITIVE_INFINITY }] as const;
    const withRights = { ...scene, rights, since: { ...scene.since, rights: daysAgo(500) } };
    expect(facetVerdict(withRights, standing)).toMatchObject({ able: 1, withoutAccess: 1, accessJudged: true });
  });
});

test('[facets.4] without their sources facets are not judged', () => {
  expect(facetStandings(sceneOf({ ...incidentsOf(5), since: { git: daysAgo(900) } }))).toEqual([]);
});

test('[facets.7] a right that one present person holds is said, and one that nobody holds any more', () => {
  const right = (person: number, what: 'merge' | 'deploy' | 'secret', to = Number.POSITIVE_INFINITY) => ({
    person,
    area: 0,
    right: what,
    from: daysAgo(300),
    to,
  });
  const scene = sceneOf({ rights: [right(0, 'merge'), right(1, 'merge'), right(0, 'deploy'), right(2, 'secret', daysAgo(3))] });
  expect(soleRights(scene)).toEqual([
    { area: 0, right: 'deploy', holder: 0 },
    { area: 0, right: 'secret', holder: null },
  ]);
  expect(soleRights(scene, new Set([0])).map(({ right: what, holder }) => [what, holder])).toEqual([
    ['deploy', null],
    ['merge', 1],
    ['secret', null],
  ]);
});
