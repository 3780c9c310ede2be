import { expect, it } from 'vitest';
import { sayOfJoin } from '#app/actions/people/say-of-join.ts';
import { sceneOfSources } from '#app/questions/team/scene-of-sources.ts';
import type { ReplyOf } from '#contract/operations.ts';
import type { Fact } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import type { Role } from '#core/policy/roles.ts';
import type { Mode } from '#core/policy/viewer.ts';
import { moveDatabase } from '#store/backup/move.ts';
import type { Database } from '#store/database/database.ts';
import { LATEST, migrate } from '#store/database/migrate.ts';
import { openDatabase } from '#store/database/open-database.ts';
import { forgetJoinWords } from '#store/people/forget-join-words.ts';
import { joinWordRows } from '#store/people/join-words.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { firstAdministrator } from './admit.ts';
import { connectionOf, keptOf } from './fill-connections.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

type Told = ReplyOf<'list-joins'>;

const AT = Math.floor(NOW / 1000) - 1000;
const [FORGE, CATALOG, WRITTEN] = ['team:github.com/acme/payments', 'team:default/payments', 'team:payments'] as const;
/** The last step before words on teams could be kept. */
const BEFORE = 17;

const member = (place: Fact['place'], actor: Fact['actor'], n: number): Fact => ({
  kind: 'member',
  reference: `member:${place}:${actor}`,
  at: AT + n,
  ...(place === undefined ? {} : { place }),
  ...(actor === undefined ? {} : { actor }),
});
const FACTS: readonly Fact[] = [
  member(FORGE, 'github:ana', 1),
  member(FORGE, 'github:bo', 2),
  member(WRITTEN, 'mail:ana@example.org', 3),
  member(WRITTEN, 'mail:cem@example.org', 4),
  { kind: 'declared', reference: 'd', at: AT + 9, place: CATALOG, detail: { entity: 'group', name: 'payments' } },
];
const CALENDAR = 'calendar:Payments out of office';
const AWAY: Fact = { kind: 'away', reference: 'a', at: AT + 5, until: AT + 50, actor: CALENDAR };
const SHARED = 'mail:payments@example.org';
const ALSO_AWAY: Fact = { kind: 'away', reference: 'b', at: AT + 5, until: AT + 50, actor: SHARED };
const NAMINGS: readonly Naming[] = [
  { of: 'github:ana', mail: 'ana@example.org' },
  { of: FORGE, name: 'Payments' },
];

const teamsIn = async (database: Database) =>
  (await sceneOfSources(database, { now: Math.floor(NOW / 1000) })).scene.teams.map(({ id, also = [], members }) => [
    [id, ...also],
    members.length,
  ]);

onBothEngines(({ engine, emptyPlace, open }) => {
  const begun = async () => {
    const database = await open();
    const { accountId } = await firstAdministrator(database);
    const { number } = await connectionOf(database, 'one');
    await keptOf(database, number, { facts: FACTS, namings: NAMINGS });
    return { database, accountId };
  };
  const as = async (database: Database, accountId: string, role: Role, mode: Mode = 'team') => {
    const { call } = await servedTeam(database, { ...callerWith(role, mode), accountId });
    const list = async () => (await call('GET', '/api/joins?kind=team')).body as Told;
    return { list, say: async (body: unknown) => await call('POST', '/api/joins/words', body) };
  };

  it('are guesses that administrators confirm, reject and take back; who said so, and when, is kept', async () => {
    const { database, accountId } = await begun();
    const { list, say } = await as(database, accountId, 'administrator');
    expect(await teamsIn(database)).toEqual([[[CATALOG, FORGE, WRITTEN], 3]]);
    expect((await list()).joins).toMatchObject([
      { from: FORGE, fromName: 'Payments', to: CATALOG, state: 'guessed', confidence: 0.75, may: ['confirm', 'reject'] },
      {
        from: WRITTEN,
        to: FORGE,
        state: 'guessed',
        confidence: 0.9,
        reason: 'They are called alike, and most members are in both. In both: 1 of 1 whom both sources know.',
      },
    ]);
    const join = { kind: 'team', from: WRITTEN, to: FORGE };
    expect((await say({ ...join, says: 'reject' })).status).toBe(204);
    expect(await teamsIn(database)).toEqual([
      [[CATALOG, FORGE], 2],
      [[WRITTEN], 2],
    ]);
    expect((await list()).joins.find(({ from }) => from === WRITTEN)).toMatchObject({
      state: 'rejected',
      reason: 'Somebody who knows has said no.',
      may: ['confirm', 'undo'],
    });
    expect((await say({ ...join, says: 'undo' })).status).toBe(204);
    expect((await say({ ...join, says: 'confirm' })).status).toBe(204);
    expect((await list()).joins.find(({ from }) => from === WRITTEN)).toMatchObject({ state: 'confirmed', may: ['reject', 'undo'] });
    expect((await say({ ...join, to: 'team:github.com/acme/other', says: 'confirm' })).body).toMatchObject({ code: 'claim-word' });
    const kept = await joinWordRows(database.query);
    expect(kept.map(({ kind, says, by_account }) => [kind, says, by_account])).toEqual([
      ['team', 'different', accountId],
      ['team', 'nothing', accountId],
      ['team', 'same', accountId],
    ]);
    expect(kept.every(({ said_at }, i) => said_at >= (kept[i - 1]?.said_at ?? NOW))).toBe(true);
  });

  it('are read by whoever sees areas, without a figure, and decided by nobody else', async () => {
    const { database, accountId } = await begun();
    for (const mode of ['team', 'council'] as const) {
      const { list, say } = await as(database, accountId, 'member', mode);
      const told = await list();
      expect(told.joins.map(({ from, may }) => [from, may])).toEqual([
        [FORGE, []],
        [WRITTEN, []],
      ]);
      expect(JSON.stringify(told)).not.toMatch(/In both:|example\.org|github:/);
      expect((await say({ kind: 'team', from: WRITTEN, to: FORGE, says: 'reject' })).body).toMatchObject({ code: 'claim-word' });
    }
    const sponsor = await as(database, accountId, 'sponsor');
    expect((await sponsor.list()).joins).toEqual([]);
  });

  it('a calendar is suggested to administrators alone, and an address to nobody under a works agreement', async () => {
    const { database, accountId } = await begun();
    const { number } = await connectionOf(database, 'two');
    await keptOf(database, number, { facts: [AWAY, ALSO_AWAY], namings: [] });
    const froms = async (role: Role, mode: Mode) =>
      (await (await as(database, accountId, role, mode)).list()).joins.flatMap(({ from }) => (from.startsWith('team:') ? [] : [from]));
    expect(await froms('administrator', 'team')).toEqual([CALENDAR, SHARED]);
    expect(await froms('administrator', 'council')).toEqual([CALENDAR]);
    for (const mode of ['team', 'council'] as const) expect(await froms('member', mode)).toEqual([]);
    const looked = await database.query.selectFrom('access_record').selectAll().where('question', '=', 'joins').execute();
    expect(looked.map(({ topics, outcome }) => [topics, outcome])).toEqual([['identities', 'answered']]);

    const absences = async () =>
      (await sceneOfSources(database, { now: Math.floor(NOW / 1000) })).scene.absences.map(({ from, to }) => [from - AT, to - AT]);
    expect(await absences()).toEqual([[5, 50]]);
    const { say, list } = await as(database, accountId, 'administrator');
    for (const from of [CALENDAR, SHARED]) expect((await say({ kind: 'team', from, to: CATALOG, says: 'confirm' })).status).toBe(204);
    expect(await absences()).toHaveLength(6);
    expect((await list()).joins.find(({ from }) => from === CALENDAR)).toMatchObject({ to: CATALOG, state: 'confirmed' });
    expect((await say({ kind: 'team', from: SHARED, to: CATALOG, says: 'undo' })).status).toBe(204);
    expect((await say({ kind: 'team', from: CALENDAR, to: CATALOG, says: 'undo' })).status).toBe(204);
    expect(await absences()).toEqual([[5, 50]]);

    const mark = (await marksOf(database))(SHARED);
    await database.write(
      async (query) => void (await query.insertInto('forgotten').values({ mark, how: 'erased', pseudonym: 'x', since: NOW }).execute()),
    );
    await forgetJoinWords(database);
    expect((await joinWordRows(database.query)).map(({ joined }) => joined)).toEqual([CALENDAR, CALENDAR]);
  });

  it('are kept beside what was said before, and go where the database goes', async () => {
    const database = await openDatabase(await emptyPlace(), { now: () => NOW, schema: 'as it is' });
    try {
      await migrate(database, { now: () => NOW, to: BEFORE });
      const { accountId } = await firstAdministrator(database);
      const before = { kind: 'person' as const, joined: 'github:ana', meant: 'Ana <ana@example.org>', says: 'same' as const };
      const row = { id: 'w', ...before, by_account: accountId, said_at: NOW };
      await database.query.insertInto('join_word').values(row).execute();
      const word = { kind: 'team', from: WRITTEN, to: FORGE, says: 'same', by: accountId, now: NOW + 1 } as const;
      await expect(sayOfJoin(database, word)).rejects.toThrow(/check/i);
      expect((await migrate(database, { now: () => NOW })).after).toBe(LATEST);
      await sayOfJoin(database, word);
      const all = await joinWordRows(database.query);
      expect(all).toMatchObject([row, { kind: 'team', joined: WRITTEN, meant: FORGE, by_account: accountId, said_at: NOW + 1 }]);
      await expect(
        database.query
          .insertInto('join_word')
          .values({ ...row, id: 'x', kind: 'moon' as 'team' })
          .execute(),
      ).rejects.toThrow(/check/i);
      await expect(database.query.insertInto('join_word').values(row).execute()).rejects.toThrow(/unique/i);
      await expect(
        database.query
          .insertInto('join_word')
          .values({ ...row, id: 'y', by_account: 'nobody' })
          .execute(),
      ).rejects.toThrow(/foreign key/i);
      const there = await openDatabase(await emptyPlace(engine === 'sqlite' ? 'postgres' : 'sqlite'), { now: () => NOW });
      await moveDatabase(database, there);
      expect(await joinWordRows(there.query)).toEqual(all);
      await there.close();
    } finally {
      await database.close();
    }
  });
});
