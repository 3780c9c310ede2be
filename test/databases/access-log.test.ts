import { describe, expect, it } from 'vitest';
import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { ownAccessLog, wholeAccessLog } from '#app/questions/privacy/access-log-read.ts';
import { allow } from '#core/policy/allow.ts';
import type { Role } from '#core/policy/roles.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Database } from '#store/database/database.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { fillDatabase } from './fill-database.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const as = (role: Role): Viewer => ({ mode: 'team', grants: [{ role }] });
const member = as('member');
/** Asks as an account would, through policy. */
const ask = async (log: AccessLog, by: string, question: string, input: unknown = {}, ownWords: readonly string[] = []) => {
  const asked = { question, input, ownWords };
  return await log.around({ by, viewer: member, asked }, async () => {
    allow(member, asked);
    return 'the answer';
  });
};
const scanned = async ({ query }: Database) => (await query.selectFrom('scan').select('source_id').executeTakeFirstOrThrow()).source_id;
const kept = async ({ query }: Database) =>
  await query.selectFrom('access_record').select(['by_account', 'question', 'topics', 'outcome', 'sight']).orderBy('question').execute();

onBothEngines(({ open }) => {
  describe('the access log', () => {
    it('holds whatever speaks of somebody, and every refusal, and nothing else', async () => {
      const database = await open();
      const log = new AccessLog(database, () => NOW);
      expect(await ask(log, 'ana', 'areas')).toBe('the answer');
      expect(await kept(database)).toEqual([]);
      expect(await ask(log, 'ana', 'away', { me: true })).toBe('the answer');
      await expect(ask(log, 'ana', 'identities')).rejects.toMatchObject({ code: 'not-yours-to-see' });
      await expect(ask(log, 'ana', 'overview', { who: ['bo@shop.example'] })).rejects.toMatchObject({ code: 'not-yours-to-see' });
      expect(await kept(database)).toEqual([
        { by_account: 'ana', question: 'away', topics: 'self', outcome: 'answered', sight: 'everything' },
        { by_account: 'ana', question: 'identities', topics: 'identities', outcome: 'refused', sight: 'nothing' },
        { by_account: 'ana', question: 'overview', topics: 'areas,person', outcome: 'refused', sight: 'nothing' },
      ]);
    });

    it('is read by whom it concerns, also where only their address was said, and by the council', async () => {
      const database = await open();
      const log = new AccessLog(database, () => NOW);
      await ask(log, 'ana', 'away', { who: ['Bo@Shop.example '] }).catch(() => undefined);
      await ask(log, 'bo', 'away', { me: true });
      const own = async (account: string, ownWords: readonly string[]) => {
        const { records } = await ownAccessLog(database, { account, viewer: member, ownWords, most: 10 });
        return records.map(({ by, outcome, subjects }) => `${by} ${outcome} ${subjects.join()}`).sort();
      };
      expect(await own('bo', ['bo@shop.example'])).toEqual(['ana refused bo', 'bo answered bo']);
      expect(await own('ana', ['ana@shop.example'])).toEqual(['ana refused ']);
      expect(await own('cem', [])).toEqual([]);
      const whole = await wholeAccessLog(database, { account: 'dara', viewer: as('council'), ownWords: [], most: 10 });
      expect(whole.records).toHaveLength(2);
      expect(JSON.stringify(whole)).not.toMatch(/shop\.example/i);
      const others = await wholeAccessLog(database, { account: 'dara', viewer: as('lead'), ownWords: [], most: 10 });
      expect(others.records).toEqual([]);
    });

    it('says by which key a program looked, and what a service is called', async () => {
      const database = await open();
      const account = { email: null, email_from: 'administrator', external_id: null, state: 'active', made_at: NOW } as const;
      await database.write(
        async (query) =>
          await query
            .insertInto('account')
            .values({ id: 'svc', kind: 'service', name: 'nightly report', ...account })
            .execute(),
      );
      const log = new AccessLog(database, () => NOW);
      const asked = { question: 'away', input: { who: ['bo@shop.example'] } };
      for (const [by, through] of [
        ['svc', 'token 1'],
        ['ana', 'token 2'],
        ['cem', null],
      ] as const)
        await log.around({ by, through, viewer: member, asked }, async () => null);
      const told = (await ownAccessLog(database, { account: 'bo', viewer: member, ownWords: ['bo@shop.example'], most: 10 })).records;
      expect(
        told.map(({ by, through, service }) => [by, through, service]).toSorted(([a], [b]) => String(a).localeCompare(String(b))),
      ).toEqual([
        ['ana', 'token 2', undefined],
        ['cem', undefined, undefined],
        ['svc', 'token 1', 'nightly report'],
      ]);
    });

    it('comes newest first, page by page, none twice and none left out', async () => {
      const database = await open();
      let now = NOW;
      const log = new AccessLog(database, () => now);
      for (let i = 0; i < 25; i++) {
        now = NOW + Math.floor(i / 3);
        await ask(log, i % 2 === 0 ? 'ana' : 'bo', 'away', { me: true });
      }
      const pages = async (read: typeof ownAccessLog, viewer: Viewer) => {
        const ids: string[] = [];
        for (let after: string | undefined, i = 0; i < 20; i++) {
          const page = await read(database, { account: 'ana', viewer, ownWords: [], after, most: 4 });
          ids.push(...page.records.map(({ at, id }) => `${at} ${id}`));
          if (page.next === null) return ids;
          after = page.next;
        }
        throw new Error('never ends');
      };
      const [whole, own] = [await pages(wholeAccessLog, as('council')), await pages(ownAccessLog, member)];
      expect([new Set(whole).size, new Set(own).size]).toEqual([25, 13]);
      expect(whole).toEqual(whole.toSorted().reverse());
    });

    it('keeps the records of many who ask at once, each before its answer', async () => {
      const database = await open();
      const log = new AccessLog(database, () => NOW);
      const answers = await Promise.all(Array.from({ length: 350 }, async (_, i) => await ask(log, `account ${i}`, 'away', { me: true })));
      expect(answers).toHaveLength(350);
      expect(await kept(database)).toHaveLength(350);
    });

    it('holds marks that are the same in every server of a database, and others elsewhere', async () => {
      const [one, other] = [await open(), await open()];
      const again = await open(one.place);
      const marks = await Promise.all([one, again, other].map(async (database) => (await marksOf(database))('Bo@shop.example')));
      expect([marks[0] === marks[1], marks[0] === marks[2], marks[0]!.length]).toEqual([true, false, 22]);
    });
  });
});

onSqlite(({ open, emptyPlace }) => {
  it('an answer stays where its record cannot be kept', async () => {
    const database = await open(await emptyPlace());
    const log = new AccessLog(database, () => NOW);
    await database.query.updateTable('database_state').set({ moved_to: 'elsewhere' }).execute();
    await expect(ask(log, 'ana', 'away', { me: true })).rejects.toMatchObject({ code: 'database-moved' });
    expect(await ask(log, 'ana', 'areas')).toBe('the answer');
  });

  it('a refusal at the door is on record before it is told', async () => {
    const database = await open();
    const { call } = await servedTeam(database, callerWith('lead'));
    expect((await call('GET', '/api/access-log')).status).toBe(403);
    expect((await call('POST', '/api/sources', {})).status).toBe(403);
    expect(await kept(database)).toMatchObject([
      { by_account: 'the lead', question: 'add-source', topics: '', outcome: 'refused' },
      { by_account: 'the lead', question: 'read-access-log', topics: 'log', outcome: 'refused' },
    ]);
  });

  it('an answer that speaks of who asks is on record, over HTTP', async () => {
    const database = await open();
    await fillDatabase(database);
    await database.query.deleteFrom('access_record').execute();
    const caller = { ...callerWith('member'), ownWords: ['p1@example.org'] };
    const { call } = await servedTeam(database, caller);
    const statuses = [];
    for (const question of ['areas', 'away?me=true', 'identities', 'away?who=p2@example.org'])
      statuses.push((await call('GET', `/api/sources/${await scanned(database)}/answers/${question}`)).status);
    expect(statuses).toEqual([200, 200, 403, 422]);
    expect(await kept(database)).toMatchObject([
      { question: 'answer-identities', topics: 'identities', outcome: 'refused' },
      { question: 'away', topics: 'self', outcome: 'answered' },
      { question: 'away', topics: 'self,person', outcome: 'refused' },
    ]);
  });

  it('a token that looks stands in it with its key, over HTTP', async () => {
    const database = await open();
    const { call } = await servedTeam(database, callerWith('member', 'team', ['read']));
    await call('GET', '/api/me/findings');
    expect((await call('GET', '/api/me/access-log')).body).toMatchObject({ records: [{ question: 'my-findings', through: 'through' }] });
  });

  it('whoever reads the whole log stands in it', async () => {
    const database = await open();
    const { call } = await servedTeam(database, callerWith('council', 'council'));
    expect((await call('GET', '/api/access-log')).body).toEqual({ records: [], next: null });
    const { body } = await call('GET', '/api/access-log?most=5');
    expect(body).toMatchObject({ records: [{ by: 'the council', question: 'access-log', topics: ['log'], outcome: 'answered' }] });
    expect((await call('GET', '/api/me/access-log')).status).toBe(403);
    const own = await servedTeam(database, callerWith('member'));
    expect((await own.call('GET', '/api/me/access-log')).body).toEqual({ records: [], next: null });
  });
});
