import { expect, it } from 'vitest';
import { invite } from '#app/actions/accounts/invite.ts';
import { letFindingGo } from '#app/actions/privacy/answer-finding.ts';
import { lookAtTeam } from '#app/actions/signals/look-at-signals.ts';
import { facetLooks, myFindings } from '#app/questions/privacy/findings-read.ts';
import { sayOfJoin } from '#app/actions/people/say-of-join.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { ownersValueSchema } from '#contract/operations/beyond/owners-value.ts';
import { factsOf } from '#core/organisation/telling/facts-of.ts';
import { namingsOf } from '#core/organisation/telling/spelled-by.ts';
import type { Role } from '#core/policy/roles.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Database } from '#store/database/database.ts';
import { connectionOf, keptOf } from './fill-connections.ts';
import { fillInventedTeam, inventedCompany, LIVED_UNTIL } from './invented-team.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

type Facets = ReplyOf<'answer-facets'>;
type Owners = ReplyOf<'answer-owners'>;
const MINUTES = 600_000;
const NOTHING = { facts: [], namings: [], skipped: [] };
const [FIRST] = inventedCompany().company.people;
/** Everything is one person's to approve; one rule matches nothing; one names somebody whom nothing knows. */
const CODEOWNERS = { path: '.github/CODEOWNERS', text: `* ${FIRST!.mail}\n/nowhere/ ${FIRST!.mail}\n/services/ @who-is-this\n` };

const viewing = (mode: Mode, role: Role = 'member') => callerWith(role, mode);

async function askedOf(database: Database, { mode, role, ownWords = [] }: { mode: Mode; role?: Role; ownWords?: readonly string[] }) {
  const { call } = await servedTeam(database, { ...viewing(mode, role), ownWords });
  const get = async (path: string, headers?: Readonly<Record<string, string>>) =>
    await call('GET', `/api/sources/r0${path}`, undefined, headers);
  return {
    get,
    facets: async (query = '') => (await get(`/answers/facets${query}`)).body as Facets,
    owners: async (query = '') => (await get(`/answers/owners${query}`)).body as Owners,
  };
}

onBothEngines(({ open }) => {
  it('tells facets of a repository by its own areas, and of nobody', { timeout: MINUTES }, async () => {
    const database = await open();
    await fillInventedTeam(database);
    const { facets, get } = await askedOf(database, { mode: 'team' });
    const own = ((await get('/answers/areas')).body as ReplyOf<'answer-areas'>).rows.map(({ id }) => id);
    const all = await facets();
    const judged = all.rows.filter(({ kind, verdict }) => kind === 'facet' && verdict !== 'not judged');
    expect(judged.length).toBeGreaterThan(3);
    expect(own).toEqual(expect.arrayContaining([...new Set(judged.map(({ id }) => id))]));
    for (const { able, until } of all.rows) {
      expect(['nobody', 'one', 'two', 'more']).toContain(able);
      if (able !== 'more') expect(until).toBeNull();
    }

    const { id } = judged[0]!;
    const one = await facets(`?area=${encodeURIComponent(id)}`);
    expect(one.rows[0]).toMatchObject({ id, facet: 'change', verdict: null });
    expect(one.rows.filter(({ kind, facet }) => kind === 'facet' && facet !== 'change')).toEqual(
      all.rows.filter((row) => row.id === id && row.kind === 'facet'),
    );
    expect((await get('/answers/facets?area=no-such-thing')).body).toMatchObject({ code: 'unknown-area' });
    expect((await get('/answers/facets')).headers.get('etag')).not.toBeNull();

    const text = JSON.stringify([all, one]);
    for (const { fullName, mail } of inventedCompany().company.people)
      for (const word of [fullName, mail]) expect(text).not.toContain(word);
    for (const { of } of namingsOf(inventedCompany().company)) if (/^(?:github|pagerduty|slack):/.test(of)) expect(text).not.toContain(of);
  });

  it('lets whom a facet hangs on look first', { timeout: MINUTES }, async () => {
    const database = await open();
    await fillInventedTeam(database);
    const rows = async (mode: Mode, ownWords: readonly string[] = []) => {
      const { rows: all, leftOut } = await (await askedOf(database, { mode, ownWords })).facets();
      const held = leftOut.find(({ unit }) => unit === 'facets')?.count ?? 0;
      return { keys: all.map(({ id, facet }) => `${id} ${facet}`), held };
    };
    const solo = await rows('solo');
    expect(solo.held).toBe(0);
    const before = await rows('team');
    expect(before.held).toBeGreaterThan(0);
    expect(before.keys).toHaveLength(solo.keys.length - before.held);

    const look = async (at: number) => await (await lookAtTeam({ database, now: () => at }))!.store();
    await look(NOW);
    expect(await rows('team')).toEqual(before);
    const reader = { viewer: { mode: 'team' as const }, now: NOW };
    const looks = (await facetLooks(database, ['r0'], { ...reader, ownWords: [] }))!;
    expect(looks.map(({ seen }) => seen)).toEqual(looks.map(() => false));
    expect(looks).toHaveLength(before.held);
    const mails = inventedCompany().company.people.map(({ mail }) => mail);
    const found = await Promise.all(mails.map(async (mail) => await myFindings(database, { ...reader, ownWords: [mail] })));
    const [first] = inventedCompany().company.repositories;
    const isHere = ({ source, isSignal }: { source: string; isSignal: boolean }) => source === first && !isSignal;
    const at = found.findIndex((own) => own.some(isHere));
    const mine = await rows('team', [mails[at]!]);
    expect(mine.held).toBeLessThan(before.held);
    expect(mine.keys.length).toBeGreaterThan(before.keys.length);
    const finding = found[at]!.find(isHere)!;
    await letFindingGo(database, { account: 'them', ownWords: [mails[at]!], finding: finding.id, now: NOW });
    expect((await rows('team')).held).toBe(before.held - 1);
    expect((await facetLooks(database, ['r0'], { ...reader, ownWords: [], now: NOW + 72 * 3_600_000 }))!.every(({ seen }) => seen)).toBe(
      true,
    );
    const kept = JSON.stringify(await database.query.selectFrom('finding').selectAll().execute());
    for (const { fullName, mail } of inventedCompany().company.people) expect(kept.includes(fullName) || kept.includes(mail)).toBe(false);
  });

  it('knows at once what was told and what was said of joins', { timeout: MINUTES }, async () => {
    const database = await open();
    await fillInventedTeam(database, NOTHING);
    const { facets, get } = await askedOf(database, { mode: 'team' });
    const before = await facets();
    expect(before.rows).toEqual([]);
    expect(before.notJudged.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['who can review', 'who can operate', 'who can explain', 'who is paged', 'who may deploy', 'who decides']),
    );
    const blind = async () => (await get('/answers/overview')).body as ReplyOf<'answer-overview'>;
    expect((await blind()).notJudged.map(({ what }) => what)).toEqual(expect.arrayContaining(['who is paged', 'who decides']));

    const { number } = await connectionOf(database, 'later');
    await keptOf(database, number, factsOf(inventedCompany()));
    const after = await facets();
    expect(after.rows.length).toBeGreaterThan(3);
    const lines = [...after.notJudged, ...(await blind()).notJudged].map(({ what }) => what);
    for (const what of ['who is paged', 'who may deploy', 'who decides', 'who can review']) expect(lines).not.toContain(what);

    const tag = async () => (await get('/answers/facets')).headers.get('etag')!;
    const held = await tag();
    expect((await get('/answers/facets', { 'if-none-match': held })).status).toBe(304);
    const { accountId } = await invite(database, { email: 'said@example.org', name: 'Said', by: null, now: NOW });
    const word = { kind: 'area' as const, from: 'service:said', to: `area:${after.rows[0]!.id}`, says: 'same' as const };
    await sayOfJoin(database, { ...word, by: accountId, now: NOW });
    expect(await tag()).not.toBe(held);
  });
});

onSqlite(({ open }) => {
  it('holds CODEOWNERS against fact: names only to whoever sits alone at it', { timeout: MINUTES }, async () => {
    const database = await open();
    await fillInventedTeam(database, factsOf(inventedCompany()), [CODEOWNERS]);
    const team = await askedOf(database, { mode: 'team', ownWords: [FIRST!.mail] });
    const stands = await team.owners();
    expect(stands.rows.map(({ pattern, state, active }) => [pattern, state, active])).toEqual([
      ['*', 'in use', null],
      ['/nowhere/', 'dead', null],
      ['/services/', expect.any(String), 0],
    ]);
    expect(stands.rows[0]!.gate).toBe('stuck for one person');
    const days = new Date(LIVED_UNTIL * 1000).toISOString().slice(0, 10);
    const away = await team.owners(`?me=true&from=${days}&days=14`);
    expect(away.rows[0]).toMatchObject({ gate: 'stuck' });
    expect(ownersValueSchema.parse(away.value)).toMatchObject({ stuckForAll: 1, patch: null });
    expect(JSON.stringify([stands, away])).not.toContain(FIRST!.mail);
    expect((await team.get(`/answers/owners?away=${encodeURIComponent('Somebody Else')}`)).body).toMatchObject({
      code: 'not-yours-to-see',
    });

    const stranger = await askedOf(database, { mode: 'team', ownWords: ['nobody@example.org'] });
    expect((await stranger.get('/answers/owners?me=true')).body).toMatchObject({ code: 'not-in-this-history' });
    const solo = await askedOf(database, { mode: 'solo' });
    const alone = await solo.owners(`?away=${encodeURIComponent(FIRST!.mail)}&from=${days}`);
    expect(ownersValueSchema.parse(alone.value).patch).toContain(`+* ${FIRST!.mail} `);

    const agreed = await askedOf(database, { mode: 'council' });
    expect((await agreed.get('/answers/owners')).body).toMatchObject({ code: 'not-yours' });
    expect((await agreed.get('/answers/facets')).status).toBe(200);
  });
});
