import { describe, expect, it } from 'vitest';
import { deactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { askToBeErased, eraseAsAsked, keepTerms } from '#app/actions/privacy/erase-as-asked.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import { erasuresAsked } from '#app/questions/privacy/erasures-asked.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import { worldOfSources } from '#app/questions/team/world-of-sources.ts';
import { answerAreas } from '#core/answers/areas.ts';
import type { Database } from '#store/database/database.ts';
import { keptFrom } from '#store/privacy/kept-from.ts';
import { keepSetting } from '#store/privacy/team-settings.ts';
import { loadScan, saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { DAY_0 } from '#test/evidence-of.ts';
import { firstAdministrator, member } from './admit.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const DAY = 24 * 3_600_000;

onBothEngines(({ open }) => {
  const begun = async () => {
    const database = await open();
    const { accountId: administrator } = await firstAdministrator(database);
    const { accountId: leaver } = await member(database, 'p1@example.org');
    await addSource(database, sourceRow('a'));
    await keep(database, scanOf(40));
    return { database, administrator, leaver };
  };
  const keep = async (database: Database, scan: ReturnType<typeof scanOf>) =>
    await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan }));
  const people = async (database: Database) => {
    const { history, spelled } = (await loadScan(database, 'a'))!;
    const words = JSON.stringify([history.identities, spelled.identities]);
    return { words, commits: spelled.commits.count, names: [...new Set(history.identities.map(({ name }) => name))].sort() };
  };

  describe('whoever asks to be erased', () => {
    it('is, once somebody else who administers confirms it, from what is kept and from every later scan', async () => {
      const { database, administrator, leaver } = await begun();
      for (const _ of [1, 2]) await askToBeErased(database, { account: leaver, addresses: ['P1@example.org'], now: NOW });
      const [request, ...more] = await erasuresAsked(database);
      expect([request!.account, more]).toEqual([leaver, []]);
      const unknown = expect.objectContaining({ code: 'erasure-unknown' });
      await expect(eraseAsAsked(database, { id: request!.id, by: leaver, now: NOW })).rejects.toEqual(unknown);
      expect((await people(database)).words).toContain('p1@example.org');
      await eraseAsAsked(database, { id: request!.id, by: administrator, now: NOW });
      const after = await people(database);
      expect([after.words.includes('p1@example.org'), after.words.includes('Person 1'), after.commits]).toEqual([false, false, 40]);
      expect(after.words).toContain('p2@example.org');
      await expect(eraseAsAsked(database, { id: request!.id, by: administrator, now: NOW })).rejects.toEqual(unknown);
      const account = await database.query.selectFrom('account').selectAll().where('id', '=', leaver).executeTakeFirstOrThrow();
      expect(account).toMatchObject({ name: 'erased', email: null, state: 'deactivated' });
      await keep(database, scanOf(60));
      const again = await people(database);
      expect([again.words.includes('p1@example.org'), again.commits]).toEqual([false, 60]);
      const kept = (await loadScan(database, 'a'))!;
      await keep(database, scanOf(70, { edition: kept.edition, commits: 60 }));
      expect((await people(database)).words).not.toContain('p1@example.org');
    });
  });

  describe('the daily round', () => {
    it('turns who left into a pseudonym after thirty days and no day earlier, as one person, and once', async () => {
      const { database, administrator, leaver } = await begun();
      await deactivateAccount(database, { account: leaver, how: 'administrator', by: administrator, now: NOW });
      expect(await keepTerms(database, NOW + 30 * DAY - 1)).toMatchObject({ left: 0, scans: 0 });
      expect((await people(database)).names).toContain('Person 1');
      expect(await keepTerms(database, NOW + 30 * DAY)).toMatchObject({ left: 1, scans: 1 });
      const { words, names } = await people(database);
      expect([
        words.includes('p1@example.org'),
        words.includes('Person 1'),
        names.filter((name) => name.startsWith('Somebody')).length,
      ]).toEqual([false, false, 1]);
      expect(await keepTerms(database, NOW + 31 * DAY)).toMatchObject({ left: 0, scans: 0 });
    });

    it('lets acts past their term count for no answer any more, says how many, and no longer ones come back', async () => {
      const database = await open();
      await addSource(database, sourceRow('a'));
      await keep(database, scanOf(40));
      const answered = async () => {
        const [head] = await lookUpHeads(database, ['a']);
        const stamp = head!.scan!.stamp;
        const { world } = (await worldOfSources(database, [{ id: 'a', name: 'a', stamp }], { mode: 'team', now: NOW / 1000 }))!;
        const { leftOut, rows } = answerAreas(world);
        const past = leftOut.find(({ what }) => what === 'acts past their term');
        return { stamp, acts: world.evidence.acts.count, past: past?.count ?? 0, why: past?.why, rows: rows.length };
      };
      const before = await answered();
      const round = (DAY_0 + 20 * 86_400) * 1000 + 730 * DAY;
      await keepTerms(database, round - 60 * DAY);
      expect(await answered()).toMatchObject({ acts: before.acts, past: 0, rows: before.rows });
      await keepTerms(database, round);
      const after = await answered();
      expect([after.stamp === before.stamp, after.past > 10, after.acts + after.past]).toEqual([false, true, before.acts]);
      expect(after.why).toMatch(/^What was done before 2024-01-2\d is past its term/);
      await keep(database, scanOf(50));
      expect(await answered()).toMatchObject({ past: after.past, acts: after.acts + 10 });
      await keepTerms(database, round + 900 * DAY);
      expect(await answered()).toMatchObject({ acts: 0, past: before.acts + 10 });
    });

    it('spares acts where one person alone looks, and shortens as settings say', async () => {
      const { database, administrator } = await begun();
      const from = async (at: number) => {
        await keepTerms(database, at);
        return (NOW - (await keptFrom(database.query))) / DAY;
      };
      expect(await from(NOW)).toBeGreaterThan(722);
      expect(await from(NOW)).toBeLessThanOrEqual(730);
      await changeSettings(database, { retention: { evidence: 90 } }, { by: administrator, now: NOW, loopback: true });
      expect(await from(NOW)).toBeLessThanOrEqual(90);
      await database.write(
        async (query) => await keepSetting(query, { key: 'mode', value: 'solo', reason: '', by: administrator, now: NOW }),
      );
      expect(await from(NOW)).toBeLessThanOrEqual(90);
      await database.query.updateTable('account').set({ state: 'deactivated' }).where('id', '<>', administrator).execute();
      expect(await from(NOW)).toBe(NOW / DAY);
    });

    it('ends sessions that are over', async () => {
      const { database } = await begun();
      const open = async () => (await database.query.selectFrom('session').select('id').execute()).length;
      const some = await open();
      await keepTerms(database, NOW + DAY / 2 - 1);
      expect([some > 0, await open()]).toEqual([true, some]);
      await keepTerms(database, NOW + DAY / 2);
      expect(await open()).toBe(0);
    });

    it('ends records of the access log past their term, and no others', async () => {
      const { database } = await begun();
      for (const at of [NOW, NOW + DAY]) {
        const asked = { question: 'away' };
        await new AccessLog(database, () => at).around({ by: 'ana', viewer: { mode: 'team' }, asked }, async () => null);
      }
      expect(await keepTerms(database, NOW + 730 * DAY + 1)).toMatchObject({ logged: 1 });
      const rows = await database.query.selectFrom('access_subject').select('at').execute();
      expect(rows).toEqual([{ at: NOW + DAY }]);
    });
  });
});
