import { describe, expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { DAY } from '#core/terms/moment.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { sceneOf } from '#test/scene.ts';
import { worldOf } from '#test/world.ts';
import { answerOwners, type OwnersBeheld } from './owners.ts';

const TEXT = [
  '/billing/ ada@example.org',
  '/search/ @harbour/finders',
  '/docs/ @bo-birch ada@example.org',
  '/gone/ @bo-birch',
  '/ops/ @nobody-knows',
].join('\n');
const world = worldOf(
  evidenceOf([
    ...Array.from({ length: 20 }, (_, day) => ({ day, by: 'Ada Alder', files: ['billing/a.ts', 'docs/a.md'] })),
    ...Array.from({ length: 20 }, (_, day) => ({ day: day + 0.3, by: 'Bo Birch', files: ['billing/a.ts', 'search/a.ts', 'ops/a.ts'] })),
    ...Array.from({ length: 20 }, (_, day) => ({ day: day + 0.6, by: 'Cy Cedar', files: ['search/a.ts'] })),
  ]),
);
const row = (name: string): number => world.evidence.people.findIndex((one) => one.name === name);
const [ADA, BO, CY] = [row('Ada Alder'), row('Bo Birch'), row('Cy Cedar')];
const people = world.evidence.people.map((one, id) => (id === ADA ? { ...one, emails: ['ada@example.org'] } : one));
const FOREVER = Number.POSITIVE_INFINITY;
const team = {
  id: 'team:github.com/harbour/finders',
  name: 'finders',
  members: [BO, CY].map((person) => ({ person, from: 0, to: FOREVER })),
};

function beheldOf(over: Partial<Scene> = {}, viewer: Viewer = { mode: 'solo' }): OwnersBeheld {
  const scene = sceneOf({ at: world.at, peopleCount: people.length, teams: [team], since: { git: 0 }, ...over });
  const named = { ...world, evidence: { ...world.evidence, people } };
  const handles = new Map([['github:bo-birch', BO]]);
  const texts = [[{ path: '.github/CODEOWNERS', text: TEXT }]];
  return { world: { ...named, viewer }, scene, connectors: {}, held: new Set(), named: { world: named, handles, texts } };
}

const gates = (beheld: OwnersBeheld, away: readonly string[] = []) =>
  answerOwners(beheld, { away }).rows.map(({ pattern, state, gate }) => `${pattern} ${state} ${gate}`.trim());

describe('whom CODEOWNERS names, against fact', () => {
  test('[beyond.5] states, names that nothing knows, and who works there unnamed', () => {
    const { rows, value } = answerOwners(beheldOf());
    expect(
      rows.map(({ pattern, state, files, here, active, unknown, unnamed }) => [pattern, state, files, here, active, unknown, unnamed]),
    ).toEqual([
      ['/billing/', 'in use', 1, 1, 1, [], ['Bo Birch']],
      ['/search/', 'in use', 1, 2, 2, [], []],
      ['/docs/', 'in use', 1, 2, 1, [], []],
      ['/gone/', 'dead', 0, 1, 0, [], []],
      ['/ops/', 'in use', 1, 0, 0, ['@nobody-knows'], ['Bo Birch']],
    ]);
    expect(value).toMatchObject({ rules: 5, dead: 1, unknownNames: 1, unattended: 0, branch: 'assumed' });
  });

  test('[beyond.5] of one area only the rules that decide one of its files', () => {
    const base = beheldOf();
    const areas = world.partition.areas.map(({ id, name }) => ({ id, name, tier: 2, kind: 'paths', repository: 0 }) as const);
    const more = { carriers: null, teams: [], dependsOn: [], bornAt: null };
    const beheld = { ...base, scene: { ...base.scene, areas: areas.map((area) => ({ ...area, ...more })) } };
    for (const { id } of areas) {
      const files = world.evidence.files.path.filter((_, file) => areas[world.partition.ofFile[file]!]?.id === id);
      const own = ['billing', 'search', 'docs', 'ops'].filter((folder) => files.some((path) => path.startsWith(`${folder}/`)));
      expect(answerOwners(beheld, { area: id }).rows.map(({ pattern }) => pattern)).toEqual(own.map((folder) => `/${folder}/`));
    }
    expect(areas.length).toBeGreaterThan(0);
  });

  test('[beyond.6] who is named alone cannot land their own; while away nobody can, and the patch says who works there', () => {
    expect(gates(beheldOf())).toEqual([
      '/billing/ in use stuck for Ada Alder',
      '/search/ in use open',
      '/docs/ in use open',
      '/gone/ dead',
      '/ops/ in use not judged',
    ]);
    const { rows, value, reading } = answerOwners(beheldOf(), { away: ['Ada Alder'] });
    expect(rows[0]!.gate).toBe('stuck');
    expect(rows[2]!.gate).toBe('stuck for Bo Birch');
    expect(value.patch).toContain('-/billing/ ada@example.org\n+/billing/ ada@example.org @bo-birch\n');
    expect(reading).toMatch(/could be approved by nobody.*if the branch asks for one approval by somebody named\.$/);
  });

  test('[beyond.6] absences that a calendar knows count; rules of the branch are taken as they are told', () => {
    const window = { from: world.at, to: world.at + 3 * DAY };
    expect(gates(beheldOf({ absences: [{ ...window, person: ADA, planned: true }] }))[0]).toBe(
      '/billing/ in use stuck, on 2024-01-21 to 2024-01-23',
    );
    const rule = { place: 'github.com/harbour/shop', repository: 0, at: 0, branch: 'main', approvals: 1, allowed: null } as const;
    const open = beheldOf({ branchRules: [{ ...rule, codeOwners: false, administratorsToo: true }] });
    expect(gates(open, ['Ada Alder'])[0]).toBe('/billing/ in use open');
    expect(answerOwners(open).value.branch).toBe('known');
    const over = beheldOf({
      branchRules: [{ ...rule, codeOwners: true, administratorsToo: false }],
      areas: [{ id: 'a', name: 'a', tier: 2, kind: 'paths', repository: 0, carriers: null, teams: [], dependsOn: [], bornAt: null }],
      rights: [ADA, BO, CY].map((person) => ({ person, area: 0, right: person === CY ? 'administer' : 'merge', from: 0, to: FOREVER })),
    });
    expect(gates(over, ['Ada Alder'])[0]).toBe('/billing/ in use stuck, but for an override');
  });

  test('[beyond.6] two who are never away together leave no rule to nobody, and a day is missed by half of it', () => {
    const off = (person: number, from: number, to: number) => ({
      person,
      from: world.at + from * DAY,
      to: world.at + to * DAY,
      planned: true,
    });
    const gateOf = (absences: Scene['absences']) => gates(beheldOf({ absences }))[1];
    expect(gateOf([off(BO, 0, 3), off(CY, 5, 8)])).toBe('/search/ in use stuck for 2 people, on 2024-01-21 to 2024-01-23 or other days');
    const both = [off(BO, 0, 6), off(CY, 5, 8)];
    expect(gateOf(both)).toBe('/search/ in use stuck, on 2024-01-26');
    expect(answerOwners(beheldOf({ absences: both })).reading).toContain(
      'changes under 1 rule could be approved by nobody on some of these days',
    );
    expect(gateOf([off(BO, -1, 15), off(CY, 5.9, 6.1)])).toBe('/search/ in use stuck for Cy Cedar');
  });

  test('[beyond.7] somebody who has left is named as such, and is away', () => {
    const base = beheldOf();
    const left = {
      ...base,
      scene: { ...base.scene, people: base.scene.people.map((one, id) => (id === ADA ? { ...one, leftAt: world.at - DAY } : one)) },
    };
    const { rows } = answerOwners(left);
    expect(rows[0]).toMatchObject({ here: 0, left: ['ada@example.org'], gate: 'stuck' });
  });

  test.each(['team', 'council'] as const)('[beyond.8] counts and no names in %s mode, and no patch', (mode) => {
    const answer = answerOwners(beheldOf({}, { mode }), { people: [ADA] });
    expect(answer.value.patch).toBeNull();
    expect(answer.rows[0]).toMatchObject({ gate: 'stuck', unnamed: ['one'], active: null, fits: 'one' });
    expect(answer.rows[4]!.unknown).toEqual(['1 name']);
    const text = JSON.stringify(answer);
    for (const word of ['Ada', 'Bo Birch', 'Cy Cedar', 'bo-birch', 'nobody-knows', '@harbour', 'example.org'])
      expect(text).not.toContain(word);
  });

  test('[beyond.10] outside of solo a calendar moves no gate of fewer than five, and whether they are active is not said', () => {
    const window = { from: world.at, to: world.at + 3 * DAY };
    const absences = [{ ...window, person: ADA, planned: true }];
    const answer = answerOwners(beheldOf({ absences }, { mode: 'team' }));
    expect(answer.rows[0]).toMatchObject({ gate: 'stuck for one person', active: null, here: 1 });
    expect(answer.notJudged[2]!.what).toBe('who is active, and whose leave a calendar knows, under 3 rules');
    expect(answer.reading).not.toContain('nobody who worked there');

    const names = ['Ada Alder', 'Bo Birch', 'Cy Cedar', 'Di Dale', 'Ed Elder'];
    const many = worldOf(evidenceOf(names.map((by, day) => ({ day, by, files: ['billing/a.ts'] }))));
    const five = many.evidence.people.map(({ name }, id) => [`github:${name.toLowerCase().replace(' ', '-')}`, id] as const);
    const texts = [[{ path: '.github/CODEOWNERS', text: `* ${five.map(([handle]) => `@${handle.slice('github:'.length)}`).join(' ')}` }]];
    const gone = five.map(([, person]) => ({ person, from: many.at, to: many.at + DAY, planned: true }));
    const away = sceneOf({ at: many.at, peopleCount: 5, absences: gone.slice(1), since: { git: 0 } });
    const asked = { connectors: {}, held: new Set<string>(), named: { world: many, handles: new Map(five), texts } };
    const [row] = answerOwners({ ...asked, world: { ...many, viewer: { mode: 'team' } }, scene: away }).rows;
    expect(row).toMatchObject({ gate: 'stuck for one person, on 2024-01-05', active: 5 });
  });

  test('[beyond.8] lists of people are in order of their names, whoever did more', () => {
    for (const { unnamed } of answerOwners(beheldOf()).rows) expect(unnamed).toEqual(unnamed.toSorted());
  });

  test('[beyond.3] the rows open, and no file is said', () => {
    const { rows, because } = answerOwners(beheldOf());
    for (const one of rows) expect(because.some(({ id }) => id === one.because)).toBe(true);
    const base = beheldOf();
    expect(answerOwners({ ...base, named: { ...base.named, texts: [[]] } }).reading).toMatch(/^No repository here has a CODEOWNERS file/);
  });
});
