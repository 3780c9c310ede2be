import { describe, expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { MODES } from '#core/policy/viewer.ts';
import { areaOf, changeOf, daysAgo, incidentOf, NOW, sceneOf, workOf } from '#test/scene.ts';
import { makeWorld } from '#test/world.ts';
import type { Beheld } from './beheld.ts';
import { answerFacets } from './facets.ts';
import { type FacetLook, facetsOnOne } from './facets-on-one.ts';

/** Twenty incidents ended by one, five by another who has work of their own there right after; three changes; a right with one holder. */
function incidents(first: number, second: number): Partial<Scene> {
  const usual = Array.from({ length: 20 }, (_, n) => incidentOf({ item: `u${n}`, openedAt: daysAgo(200 - 5 * n), resolvedBy: first }));
  const other = Array.from({ length: 5 }, (_, n) => incidentOf({ item: `o${n}`, openedAt: daysAgo(60 - 9 * n), resolvedBy: second }));
  const traces = [...usual, ...other].map(({ resolvedAt, resolvedBy }) => ({ at: resolvedAt! + 3600, person: resolvedBy!, area: 0 }));
  const changes = Array.from({ length: 3 }, (_, n) => changeOf({ item: `c${n}`, author: first, openedAt: daysAgo(90 - n), areas: [1] }));
  return { incidents: [...usual, ...other], work: workOf(traces), changes };
}

const AREAS = [areaOf({ id: 'billing', name: 'billing/', tier: 1 }), areaOf({ id: 'search', name: 'search/' })];
const FOREVER = Number.POSITIVE_INFINITY;
const held = (person: number, right: 'deploy' | 'secret') => ({ person, area: 0, right, from: daysAgo(400), to: FOREVER });

function beheldOf(over: Partial<Scene> = {}, more: Partial<Beheld> = {}): Beheld {
  const scene = sceneOf({ areas: AREAS, ...incidents(0, 1), ...over });
  return { world: makeWorld(), scene, connectors: { rights: ['Forge'], decisions: ['Records'] }, held: new Set(), ...more };
}

const seen = (beheld: Beheld) =>
  answerFacets(beheld).rows.map(({ area, facet, verdict, worst, able, access }) => [area, facet, verdict, worst, able, access].join(' | '));

describe('who can review, operate and explain', () => {
  test('[beyond.2] verdicts now and with one away; too few changes are not judged, rights of nobody are not judged', () => {
    expect(seen(beheldOf())).toEqual([
      'billing/ | operate | moves | degrades | two | not judged',
      'search/ | review | not judged | not judged | nobody | not judged',
    ]);
  });

  test('who is able and lacks the access does not count, and a right of one person is a row', () => {
    expect(seen(beheldOf({ rights: [held(0, 'deploy'), held(0, 'secret'), held(2, 'secret')] }))).toEqual([
      'billing/ | operate | degrades | stops | one | judged',
      'billing/ | may deploy | moves | stops | one | judged',
      'search/ | review | not judged | not judged | nobody | not judged',
    ]);
  });

  test('[beyond.13] what hangs on one is theirs first, and no gap for anybody else', () => {
    const alone = beheldOf({ ...incidents(0, 0), rights: [held(0, 'deploy'), held(0, 'secret'), held(2, 'secret')] });
    expect(facetsOnOne(alone.scene)).toEqual([
      { area: 0, what: 'deploy', person: 0 },
      { area: 0, what: 'operate', person: 0 },
    ]);
    const told = (looks: readonly FacetLook[] | undefined, input = {}) => answerFacets({ ...alone, looks }, input);
    const keys = (looks?: readonly FacetLook[]) => told(looks).rows.map(({ id, facet }) => `${id} ${facet}`);
    expect(keys()).toEqual(['billing operate', 'billing may deploy', 'search review']);
    // Before anybody has looked it is held back too.
    expect([keys([]), told([]).leftOut.at(-1)]).toEqual([['search review'], expect.objectContaining({ count: 2, unit: 'facets' })]);
    const look = (what: string, seen: boolean) => ({ area: 'billing', what, from: NOW + DAY, seen });
    const half = [look('operate', true), look('deploy', false)];
    expect(keys(half)).toEqual(['billing operate', 'search review']);
    expect(told(half).leftOut.at(-1)!.why).toContain(`Shown by ${dateOf(NOW + DAY)} at the latest`);
    expect(keys([look('operate', true), look('deploy', true)])).toEqual(keys());
    const one = told([look('operate', false)], { area: 'billing' });
    expect(one.notJudged.filter(({ what }) => what.startsWith('who can operate')).map(({ why }) => why)).toEqual([
      'Whom it concerns looks first.',
    ]);
    expect(told([]).value).toMatchObject({ stops: 0, degrades: 0, soleRights: 0 });
  });

  test('[beyond.13] too little to be judged is nobody’s', () => {
    const few = { incidents: incidents(0, 0).incidents!.slice(0, 4) };
    expect(facetsOnOne(beheldOf(few).scene)).toEqual([]);
  });

  test('[beyond.2] what is not connected says what to connect', () => {
    const { rows, notJudged, value } = answerFacets(beheldOf({ since: { git: daysAgo(900), incidents: daysAgo(400) } }));
    expect(rows.map(({ facet }) => facet)).toEqual(['operate']);
    expect(value).toMatchObject({ judged: 1, stops: 0, degrades: 0, worse: 1 });
    const remedies = new Map(notJudged.map(({ what, remedy }) => [what, remedy]));
    expect([...remedies.keys()]).toEqual([
      'who can review',
      'who can explain',
      'who can operate 1 area',
      'who may merge and deploy',
      'who may deploy',
      'who decides',
    ]);
    expect(remedies.get('who can explain')).toContain('Records');
    expect(remedies.get('who may merge and deploy')).toContain('Forge');
    expect(remedies.get('who can review')).toMatch(/^Nothing that this version reads/);
  });

  test('[beyond.3] every row opens, in words and counts by kind', () => {
    const { rows, because } = answerFacets(beheldOf({ rights: [held(0, 'deploy')] }), { area: 'Billing' });
    for (const row of rows) expect(because.some(({ id }) => id === row.because)).toBe(true);
    const own = because.find(({ id }) => id === 'billing operate')!;
    expect(own.claim).toMatch(/^operate in billing\/: able alone one, with help nobody; expires on 2027-/);
    expect(own.inputs).toContainEqual({ name: 'somebody acted without whoever usually does', value: 20, unit: 'times' });
    expect(own.wouldChange).toContain('The access for those who are able and do not hold it.');
  });

  test('[beyond.2] alerts in which nobody is seen say nothing of who is able, and what would', () => {
    const alerts = Array.from({ length: 9 }, (_, n) => incidentOf({ item: `a${n}`, area: 1, openedAt: daysAgo(100 - n), auto: true }));
    const { rows, notJudged } = answerFacets(beheldOf({ incidents: alerts, changes: [] }));
    expect(rows.filter(({ facet }) => facet === 'operate')).toEqual([]);
    expect(notJudged.filter(({ what }) => what.startsWith('who can operate'))).toMatchObject([
      { what: 'who can operate 1 area where incidents name nobody', why: 'Nothing says who acted on what came there.' },
      { what: 'who can operate 1 area', why: expect.stringContaining('Nothing of the kind') },
    ]);
  });

  test('[beyond.12] what an area depends on is told with how operating that stands, where it is seen', () => {
    const names = ['billing', 'ledger', 'prices', 'secret'];
    const needs = names.map((id, row) => areaOf({ id, name: `${id}/`, dependsOn: row === 0 ? [1, 2, 3] : [] }));
    const gone = Array.from({ length: 6 }, (_, n) => {
      const openedAt = daysAgo(200 - 5 * n);
      return incidentOf({ item: `l${n}`, area: 1, openedAt, paged: [{ at: openedAt, person: 2 }] });
    });
    const own = incidents(0, 1);
    const beheld = beheldOf({ areas: needs, incidents: [...own.incidents!, ...gone] }, { held: new Set(['secret']) });
    const { because } = answerFacets(beheld, { area: 'billing' });
    const operate = because.find(({ id }) => id === 'billing operate')!;
    expect(operate.inputs.filter(({ name }) => name.startsWith('depends on'))).toEqual([
      { name: 'depends on ledger/, as the catalog says', value: 'operate there: stops' },
      { name: 'depends on prices/, as the catalog says', value: 'operate there: not judged' },
    ]);
    expect(operate.wouldChange).toContain('Somebody able to operate ledger/: this depends on it.');
    expect(because.flatMap(({ inputs }) => inputs).filter(({ name }) => name.includes('secret'))).toEqual([]);
  });

  test.each(MODES)('[beyond.1] the same answer whoever the people are, in %s mode', (mode) => {
    const world = { ...makeWorld(), viewer: { mode } };
    const one = answerFacets(beheldOf({}, { world }));
    const other = answerFacets(beheldOf(incidents(4, 2), { world }));
    expect(one).toEqual(other);
    const text = JSON.stringify(one);
    for (const { name, emails } of world.evidence.people) for (const word of [name, ...emails]) expect(text).not.toContain(word);
  });

  test('[beyond.4] an area that is held back is in no row and cannot be asked for', () => {
    const beheld = beheldOf({ rights: [held(0, 'deploy')] }, { held: new Set(['billing']) });
    expect(JSON.stringify(answerFacets(beheld))).not.toContain('billing');
    expect(() => answerFacets(beheld, { area: 'billing' })).toThrow();
  });

  test('[beyond.10] outside of solo the day until which it holds, and how often what was seen, are held back below five people', () => {
    const asked = (mode: 'solo' | 'team') =>
      answerFacets(beheldOf({}, { world: { ...makeWorld(), viewer: { mode } } }), { area: 'billing' });
    const until = (mode: 'solo' | 'team') => asked(mode).rows.find(({ facet }) => facet === 'operate')!.until;
    expect([until('solo'), until('team')]).toEqual([expect.stringMatching(/^2027-/), null]);
    const counts = (mode: 'solo' | 'team') => asked(mode).because.find(({ id }) => id === 'billing operate')!.inputs;
    expect(counts('team').filter(({ name, value }) => name.startsWith('somebody') && typeof value === 'number')).toEqual([]);
    expect(counts('team').filter(({ name }) => name.startsWith('somebody'))).toHaveLength(
      counts('solo').filter(({ name }) => name.startsWith('somebody')).length,
    );
  });

  test('[beyond.2] an area that is cut otherwise among others is not judged, and said so', () => {
    const beheld = beheldOf({ areas: AREAS.map((area) => ({ ...area, id: `other ${area.id}`, name: `other ${area.name}` })) });
    const [own] = beheld.world.partition.areas;
    const { rows, notJudged, reading } = answerFacets(beheld, { area: own!.id });
    expect([rows, reading]).toEqual([[], 'No facet but change can be judged from what is connected.']);
    expect(notJudged.slice(0, 3).map(({ facet, why }) => [facet, why.includes('cut otherwise')])).toEqual([
      ['review', true],
      ['operate', true],
      ['explain', true],
    ]);
    expect(() => answerFacets(beheld, { area: 'no such area' })).toThrow(expect.objectContaining({ code: 'unknown-area' }));
    expect(() => answerFacets({ ...beheld, held: new Set([own!.id]) }, { area: own!.id })).toThrow();
  });

  test('[beyond.2] nothing connected: nothing is judged', () => {
    const { value, reading } = answerFacets(beheldOf({ since: {} }));
    expect(value.judged).toBe(0);
    expect(reading).toBe('No facet but change can be judged from what is connected.');
  });
});
