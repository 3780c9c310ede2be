import { describe, expect, it } from 'vitest';
import { whomNamesMean } from '#core/beyond/gates/whom-names-mean.ts';
import type { Fact } from '#core/facts/fact.ts';
import type { JoinWord } from '#core/joins/join-words.ts';
import { at, fact, FACTS, NAMINGS, TOLD_WORLD, toldScene } from '#test/told-organisation.ts';

const [INES, BO, CEM] = [0, 1, 2];
const [FORGE, CATALOG, WRITTEN] = ['team:github.com/acme/payers', 'team:default/payers', 'team:payers'] as const;
const MAIL = { ines: 'mail:ines.alder@example.org', bo: 'mail:bo.birch@example.org', cem: 'mail:cem.cedar@example.org' } as const;
const FOREVER = Number.POSITIVE_INFINITY;

/** The forge says that Bo is in it until day 3 and that Ines leads it; the catalog and a table say more of it under their names. */
const TOLD: readonly Fact[] = [
  ...FACTS.filter(({ kind, place }) => kind !== 'declared' || place !== 'component:default/pay'),
  fact('declared', 1, { place: 'component:default/pay', detail: { entity: 'component', name: 'pay', owner: CATALOG } }),
  fact('member', 2, { place: WRITTEN, actor: MAIL.bo }),
  fact('member', 1, { place: WRITTEN, actor: MAIL.cem, until: at(4) }),
  fact('leads', 2, { place: WRITTEN, actor: MAIL.cem, detail: { layer: 'lead' } }),
  fact('right-held', 2, { place: 'repository:github.com/acme/story', detail: { right: 'deploy', through: 'payers' } }),
];

function told(words: readonly JoinWord[] = []) {
  return toldScene({ facts: TOLD, namings: [...NAMINGS, { of: FORGE, name: 'The payers' }], words });
}

describe('[folding.7] a team under three names', () => {
  it('is one: who is in it, who leads it, what it is named for, what it may do', () => {
    const { scene, joins, handles } = told();
    expect(joins.filter(({ kind }) => kind === 'team').map(({ from, to, rule, members }) => [from, to, rule, members])).toEqual([
      [WRITTEN, FORGE, 'called alike, same members', { shared: 1, of: 1, together: 1 }],
      [FORGE, CATALOG, 'team called alike', undefined],
    ]);
    expect(scene.teams).toEqual([
      {
        id: CATALOG,
        name: 'The payers',
        also: [FORGE, WRITTEN],
        members: [
          { person: BO, from: at(0), to: FOREVER },
          { person: CEM, from: at(1), to: at(4) },
        ],
      },
    ]);
    expect(scene.people[INES]!.leads).toMatchObject([{ team: 0, layer: 2 }]);
    expect(scene.people[CEM]!.leads).toMatchObject([{ team: 0, layer: 1 }]);
    expect(scene.areas.map(({ teams }) => teams)).toEqual([[], [0], []]);
    const rights = scene.rights.filter(({ area }) => area === 1).map(({ right, person, from, to }) => [right, person, from, to]);
    expect(rights.filter(([right]) => right === 'deploy')).toEqual([
      ['deploy', BO, at(2), FOREVER],
      ['deploy', CEM, at(2), at(4)],
    ]);
    const meant = whomNamesMean({ evidence: TOLD_WORLD.evidence, handles }, { ...scene, at: at(3.5) }, { dialect: 'github' });
    expect([meant('@acme/payers'), meant('@payers'), meant('@acme/others')]).toEqual([[BO, CEM], [BO, CEM], null]);
  });

  it('is two again where that is refused, and one again where it is taken back', () => {
    const no: JoinWord = { kind: 'team', from: WRITTEN, to: FORGE, says: 'different', at: 1 };
    const { scene, joins } = told([no]);
    expect(scene.teams.map(({ id, also, members }) => [id, also, members.map(({ person }) => person)])).toEqual([
      [CATALOG, [FORGE], [BO]],
      [WRITTEN, undefined, [CEM, BO]],
    ]);
    expect(scene.people[CEM]!.leads).toMatchObject([{ team: 1 }]);
    expect(joins.find(({ from, kind }) => kind === 'team' && from === WRITTEN)?.state).toBe('rejected');
    expect(told([no, { ...no, says: 'nothing', at: 2 }]).scene.teams).toEqual(told().scene.teams);
  });

  it('is not held for an owner that was refused, whatever both are called', () => {
    const no = (from: string, to: string): JoinWord => ({ kind: 'team', from, to, says: 'different', at: 1 });
    const { scene } = told([no(FORGE, CATALOG), no(WRITTEN, CATALOG)]);
    expect(scene.teams.map(({ id }) => id)).toEqual([FORGE]);
    expect(scene.areas[1]!.teams).toEqual([]);
  });
});

it('[folding.7] whoever is taken out of a team is out of it, until they come again', () => {
  const stay = { place: FORGE, actor: 'github:bo-b' } as const;
  const facts = [
    fact('member', 1, stay),
    fact('member', 2, { ...stay, until: at(2) }),
    fact('member', 3, { ...stay, until: at(5) }),
    fact('member', 4, { ...stay, until: at(9) }),
  ];
  const { scene } = toldScene({ facts, namings: NAMINGS });
  expect(scene.teams[0]!.members.map(({ from, to }) => [from, to])).toEqual([
    [at(1), at(2)],
    [at(3), at(9)],
  ]);
});

describe('[folding.8] the calendar of a team', () => {
  const calendar = 'calendar:Payers out of office';
  const facts = [
    ...TOLD.filter(({ kind }) => !['away', 'focus', 'planning'].includes(kind)),
    fact('away', 3.5, { until: at(6), actor: calendar, item: 'calendar:x' }),
    fact('away', 2, { until: at(3), actor: calendar, item: 'calendar:off' }),
    fact('away', 2, { until: at(3), actor: calendar, item: 'calendar:off', detail: { dropped: true } }),
    fact('focus', 3.1, { until: at(3.2), actor: calendar }),
    fact('planning', 3.3, { until: at(3.4), actor: calendar }),
  ];
  const same: JoinWord = { kind: 'team', from: calendar, to: WRITTEN, says: 'same', at: 1 };

  it('is nobody before somebody says whose it is', () => {
    const { scene, joins, handles } = toldScene({ facts, namings: NAMINGS });
    expect([scene.absences, scene.blocks, handles.get(calendar)]).toEqual([[], [], undefined]);
    expect(scene.people.length).toBe(told().scene.people.length);
    expect(joins.find(({ from }) => from === calendar)).toMatchObject({ to: CATALOG, state: 'suggested' });
  });

  it('then is the time of whoever is in the team', () => {
    const { scene, joins } = toldScene({ facts, namings: NAMINGS, words: [same] });
    expect(scene.absences).toEqual([
      { person: BO, from: at(3.5), to: at(6), planned: true },
      { person: CEM, from: at(3.5), to: at(4), planned: true },
    ]);
    expect(scene.blocks.map(({ what, person, takesPart }) => [what, person, takesPart])).toEqual([
      ['focus', BO, []],
      ['focus', CEM, []],
      ['planning', BO, [BO, CEM]],
    ]);
    expect(joins.find(({ from }) => from === calendar)).toMatchObject({ to: WRITTEN, state: 'confirmed' });
  });

  it('or of the person whom it is called after, once somebody says so', () => {
    const words: readonly JoinWord[] = [{ kind: 'person', from: calendar, to: 'Bo Birch <bo.birch@example.org>', says: 'same', at: 1 }];
    const { scene } = toldScene({ facts, namings: NAMINGS, words });
    expect(scene.absences.map(({ person }) => person)).toEqual([BO]);
  });

  it('also where it is an address that nobody commits with', () => {
    const actor = 'mail:payers@example.org';
    const all = facts.map((one) => (one.actor === calendar ? { ...one, actor } : one)) as readonly Fact[];
    const words = [{ ...same, from: actor }];
    const before = toldScene({ facts: all, namings: NAMINGS }).scene;
    const { scene } = toldScene({ facts: all, namings: NAMINGS, words });
    expect([before.absences.length, scene.absences.map(({ person }) => person)]).toEqual([1, [BO, CEM]]);
    expect(before.people.length - scene.people.length).toBe(1);
  });
});
