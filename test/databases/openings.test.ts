import { describe, expect, it } from 'vitest';
import { sayToOpening } from '#app/actions/privacy/openings.ts';
import { keepTerms } from '#app/actions/privacy/erase-as-asked.ts';
import { findPersonal, othersFrom } from '#app/actions/privacy/find-personal.ts';
import type { Role } from '#core/policy/roles.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Caller } from '#server/team/door/caller.ts';
import type { Database } from '#store/database/database.ts';
import { keepFindings } from '#store/privacy/findings.ts';
import { addAccount } from '#store/accounts/accounts.ts';
import { addSource } from '#store/team/sources.ts';
import { sourceRow } from './fill-database.ts';
import { keepHistory } from './keep-history.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam, type ServedTeam } from './served-team.ts';

const HOUR = 3_600_000;
const REASON = 'billing is down and its carrier cannot be reached';
const ANA = 'ana@shop.example';

/** Ana Alder carries billing/, four others shop/; with `bo`, Bo Birch carries billing/ as well. */
async function scanned(database: Database, { bo = false, head = '1' } = {}): Promise<void> {
  const told = Array.from({ length: 60 }, (_, day) => [
    { day, by: `Ana Alder <${ANA}>`, touches: [`${day === 0 ? 'A' : 'M'} billing/invoice.ts`] },
    ...(bo ? [{ day, by: 'Bo Birch <bo@shop.example>', touches: ['M billing/invoice.ts'] }] : []),
    { day, by: `Person ${day % 4} <p${day % 4}@shop.example>`, touches: [`${day === 0 ? 'A' : 'M'} shop/cart.ts`] },
  ]).flat();
  await keepHistory(database, told, head);
}

async function begun(open: () => Promise<Database>): Promise<Database> {
  const database = await open();
  await addSource(database, sourceRow('a'));
  await scanned(database);
  return database;
}

const caller = (name: string, roles: readonly Role[], mode: Mode = 'council', email: string | null = null): Caller => {
  const one = callerWith('member', mode);
  return {
    ...one,
    accountId: name,
    viewer: { mode, grants: roles.map((role) => ({ role })) },
    signedIn: { ...one.signedIn!, accountId: name, email },
  };
};
const served = async (database: Database, ...who: Parameters<typeof caller>) => await servedTeam(database, caller(...who));
const ask = async ({ call }: ServedTeam, wish: object = {}) =>
  await call('POST', '/api/openings', { source: 'a', areas: ['billing'], reason: REASON, hours: 4, ...wish });
const idOf = ({ body }: Awaited<ReturnType<typeof ask>>): string => (body as { readonly id: string }).id;
const listed = async ({ call }: ServedTeam, path = '/api/openings'): Promise<readonly Record<string, unknown>[]> =>
  ((await call('GET', path)).body as { readonly openings: readonly Record<string, unknown>[] }).openings;
const names = async ({ call }: ServedTeam, id: string) => await call('GET', `/api/openings/${id}/names`);
const code = (of: string) => ({ code: of });
/** So many hours ago: the clock of a server is not moved, so what was said moves. */
async function later(database: Database, hours: number): Promise<void> {
  await database.write(async (query) => {
    await query
      .updateTable('opening')
      .set((built) => ({ asked_at: built('asked_at', '-', hours * HOUR) }))
      .execute();
    await query
      .updateTable('opening_word')
      .set((built) => ({ at: built('at', '-', hours * HOUR) }))
      .execute();
  });
}

onBothEngines(({ open }) => {
  describe('names behind four eyes', () => {
    it('open to whoever asked, for their areas, once the council agrees, each reading on record before it is told', async () => {
      const database = await begun(open);
      const [lena, cem, ana] = [
        await served(database, 'lena', ['lead']),
        await served(database, 'cem', ['council']),
        await served(database, 'ana', ['member'], 'council', ANA),
      ];
      const asked = await ask(lena);
      expect(asked.status).toBe(201);
      const id = idOf(asked);
      expect(await names(lena, id)).toMatchObject({ status: 422, body: code('opening-waiting') });
      expect(await listed(cem)).toMatchObject([
        { id, state: 'waiting', areas: [{ name: expect.stringContaining('billing') }], reason: REASON, askedBy: 'lena' },
      ]);
      expect((await cem.call('POST', `/api/openings/${id}/agree`)).status).toBe(204);
      const told = await names(lena, id);
      expect(told).toMatchObject({ status: 200, body: { areas: [{ carriers: ['Ana Alder'], unnamed: 0 }] } });
      expect([told.text.includes('Person'), told.text.includes('@')]).toEqual([false, false]);
      expect(await listed(ana, '/api/me/openings')).toMatchObject([{ id, state: 'open', concernsMe: true }]);
      // Her sign-in is no claim: the log is hers once the address is confirmed.
      const own = await servedTeam(database, { ...caller('ana', ['member']), ownWords: [ANA] });
      const { records } = (await own.call('GET', '/api/me/access-log')).body as { readonly records: readonly Record<string, unknown>[] };
      expect(records.map(({ question, by, reason, subjects }) => [question, by, reason, subjects])).toEqual([
        ['opened-names', 'lena', REASON, ['ana']],
        ['names agreed to', 'cem', REASON, ['ana']],
        ['names asked for', 'lena', REASON, ['ana']],
      ]);
    });

    it('open to nobody else, in no other mode, and no other answer changes', async () => {
      const database = await begun(open);
      const [lena, cem] = [await served(database, 'lena', ['lead']), await served(database, 'cem', ['council', 'member'])];
      const id = idOf(await ask(lena));
      await cem.call('POST', `/api/openings/${id}/agree`);
      const bo = await served(database, 'bo', ['member']);
      expect(await names(bo, id)).toMatchObject({ status: 422, body: code('opening-unknown') });
      expect(await names(cem, id)).toMatchObject({ body: code('opening-unknown') });
      expect(await listed(bo, '/api/me/openings')).toEqual([]);
      const inTeam = await served(database, 'lena', ['lead'], 'team');
      expect(await names(inTeam, id)).toMatchObject({ body: code('not-yours-to-see') });
      for (const question of ['areas', 'explain?area=billing', 'map', 'overview'])
        expect((await lena.call('GET', `/api/sources/a/answers/${question}`)).text).not.toContain('Alder');
      expect((await lena.call('GET', '/api/sources/a/answers/who?path=billing')).status).toBe(403);
    });

    it.each<[string, Role, Mode, object, number, string]>([
      ['in team mode', 'lead', 'team', {}, 422, 'opening-not-here'],
      ['without a reason', 'lead', 'council', { reason: 'because          ' }, 422, 'reason-short'],
      ['for an area that is not there', 'lead', 'council', { areas: ['nowhere'] }, 422, 'unknown-area'],
      ['for a source that is not there', 'lead', 'council', { source: 'b' }, 422, 'source-unknown'],
      ['for more than a day', 'lead', 'council', { hours: 25 }, 400, ''],
      ['by a service', 'agent', 'council', {}, 403, ''],
      ['by an administrator', 'administrator', 'council', {}, 403, ''],
    ])('are not asked for %s', async (_, role, mode, wish, status, refused) => {
      const database = await begun(open);
      const heard = await ask(await served(database, 'lena', [role], mode), wish);
      expect(heard.status).toBe(status);
      if (refused !== '') expect(heard.body).toMatchObject(code(refused));
      expect(await database.query.selectFrom('opening').selectAll().execute()).toEqual([]);
    });

    it('are agreed to by other eyes only: not by whoever asked, not by whom it would name, not by another role', async () => {
      const database = await begun(open);
      const both = await served(database, 'lena', ['lead', 'council']);
      const id = idOf(await ask(both));
      const tries: readonly (readonly [ServedTeam, string, string])[] = [
        [both, 'agree', 'opening-own'],
        [both, 'refuse', 'opening-own'],
        [await served(database, 'ana', ['member', 'council'], 'council', ANA), 'agree', 'opening-own'],
        [await served(database, 'lea', ['lead']), 'withdraw', 'opening-unknown'],
      ];
      for (const [who, deed, refused] of tries)
        expect((await who.call('POST', `/api/openings/${id}/${deed}`)).body).toMatchObject(code(refused));
      expect((await (await served(database, 'lea', ['lead', 'administrator'])).call('POST', `/api/openings/${id}/agree`)).status).toBe(403);
      expect(await listed(both)).toMatchObject([{ state: 'waiting', words: [] }]);
    });

    it('are not agreed to by another account of whoever asked, whom the history knows by both addresses', async () => {
      const database = await begun(open);
      const [first, second] = ['lena@shop.example', 'lena@home.example'];
      const told = [first, second].map((email, day) => ({ day, by: `Lena Linden <${email}>`, touches: [`M docs/${day}.md`] }));
      const ana = Array.from({ length: 60 }, (_, day) => ({ day, by: `Ana Alder <${ANA}>`, touches: ['M billing/invoice.ts'] }));
      await keepHistory(database, [...ana, ...told], '2');
      const accountOf = async (email: string) =>
        await database.write(async (query) => {
          const made = { kind: 'person', email, emailFrom: 'provider', name: email, by: null, now: NOW } as const;
          return (await addAccount(query, made))!;
        });
      const asker = await accountOf(first);
      const id = idOf(await ask(await served(database, asker, ['lead'], 'council', first)));
      const agree = async (account: string, email: string) =>
        (await (await served(database, account, ['council', 'member'], 'council', email)).call('POST', `/api/openings/${id}/agree`)).body;
      expect(await agree(await accountOf(second), second)).toMatchObject(code('opening-own'));
      const cem = 'cem@shop.example';
      expect(await agree(await accountOf(cem), cem)).not.toMatchObject(code('opening-own'));
      expect(await listed(await served(database, 'dara', ['council']))).toMatchObject([{ id, state: 'open' }]);
    });

    it('close by a no, by being taken back, and by themselves; nothing opens them again', async () => {
      const database = await begun(open);
      const [lena, cem] = [await served(database, 'lena', ['lead']), await served(database, 'cem', ['council'])];
      const opened = async () => {
        const id = idOf(await ask(lena));
        await cem.call('POST', `/api/openings/${id}/agree`);
        return id;
      };
      const [refused, withdrawn] = [await opened(), await opened()];
      await cem.call('POST', `/api/openings/${refused}/refuse`);
      await lena.call('POST', `/api/openings/${withdrawn}/withdraw`);
      const late = await opened();
      expect((await names(lena, late)).status).toBe(200);
      await later(database, 4);
      const slow = idOf(await ask(lena));
      await later(database, 72);
      expect(Object.fromEntries((await listed(cem)).map(({ id, state }) => [id, state]))).toEqual({
        [refused]: 'refused',
        [withdrawn]: 'withdrawn',
        [late]: 'over',
        [slow]: 'lapsed',
      });
      for (const id of [refused, withdrawn, late, slow]) {
        expect((await names(lena, id)).body).toMatchObject(code('opening-decided'));
        expect((await cem.call('POST', `/api/openings/${id}/agree`)).body).toMatchObject(code('opening-decided'));
      }
    });

    it('are of whoever carried the area when it was asked: who came later stays without a name', async () => {
      const database = await begun(open);
      const [lena, cem] = [await served(database, 'lena', ['lead']), await served(database, 'cem', ['council'])];
      const id = idOf(await ask(lena));
      await cem.call('POST', `/api/openings/${id}/agree`);
      await scanned(database, { bo: true, head: '2' });
      const told = await names(lena, id);
      expect([told.body, told.text.includes('Birch')]).toMatchObject([{ areas: [{ carriers: ['Ana Alder'], unnamed: 1 }] }, false]);
    });

    it('stay closed while whom a finding concerns looks first', async () => {
      const database = await begun(open);
      const kept = (await database.query.selectFrom('source').select('id').executeTakeFirstOrThrow()).id;
      const { loadScan } = await import('#store/team/scans.ts');
      const { found } = (await findPersonal(database, (await loadScan(database, kept))!, NOW))!;
      await database.write(async (query) => await keepFindings(query, { sourceId: 'a', found, now: NOW, othersFrom: othersFrom(NOW) }));
      expect(await ask(await served(database, 'lena', ['lead']))).toMatchObject({ status: 422, body: code('first-look') });
    });

    it('keep nothing that was said when the database fails in between, and say the same twice as once', async () => {
      const database = await begun(open);
      const [lena, cem] = [await served(database, 'lena', ['lead']), await served(database, 'cem', ['council'])];
      const id = idOf(await ask(lena));
      await database.write(async (query) => await query.schema.alterTable('access_subject').renameTo('elsewhere').execute());
      const said = { opening: id, by: 'cem', addresses: [], now: NOW + 1000, marksOfPerson: async () => await Promise.resolve([]) };
      await expect(sayToOpening(database, { ...said, says: 'yes' })).rejects.toThrow();
      await database.write(async (query) => await query.schema.alterTable('elsewhere').renameTo('access_subject').execute());
      expect(await database.query.selectFrom('opening_word').selectAll().execute()).toEqual([]);
      await cem.call('POST', `/api/openings/${id}/refuse`);
      await cem.call('POST', `/api/openings/${id}/refuse`);
      expect(await database.query.selectFrom('opening_word').selectAll().execute()).toHaveLength(1);
    });

    it('end with the term of the log', async () => {
      const database = await begun(open);
      await ask(await served(database, 'lena', ['lead']));
      await keepTerms(database, NOW + 729 * 24 * HOUR);
      expect(await database.query.selectFrom('opening').selectAll().execute()).toHaveLength(1);
      await keepTerms(database, NOW + 731 * 24 * HOUR);
      expect(await database.query.selectFrom('opening_subject').selectAll().execute()).toEqual([]);
    });
  });
});
