import { describe, expect, it } from 'vitest';
import { deactivateAccount, grantRole } from '#app/actions/accounts/change-roles.ts';
import { claimSpelling, sayOfSpelling } from '#app/actions/people/claim-spelling.ts';
import { endTeam, joinTeam, leaveTeam, makeTeam } from '#app/actions/people/change-teams.ts';
import { bringPerson, followPerson } from '#app/actions/people/follow-directory.ts';
import { proposeMerge, sayOfProposal } from '#app/actions/people/propose-merge.ts';
import { noteUse } from '#app/actions/signing-in/end-sessions.ts';
import { makeService, makeToken, takeToken } from '#app/actions/signing-in/make-token.ts';
import { accountsSeen } from '#app/questions/accounts/accounts-seen.ts';
import { callerOf } from '#app/questions/accounts/caller.ts';
import { directoryPeople, directoryPerson } from '#app/questions/people/directory-people.ts';
import { ownBelongings, ownPasskeys, tokensSeen } from '#app/questions/accounts/own-keys.ts';
import { teamsSeen } from '#app/questions/people/teams-seen.ts';
import { claimsSeen } from '#app/questions/people/claims-seen.ts';
import { mergesSeen } from '#app/questions/people/merges-seen.ts';
import { peopleWishes } from '#app/people/people-wishes.ts';
import { permanentAbsences } from '#app/people/permanent-absences.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import { historyOf } from '#test/history-of.ts';
import { firstAdministrator, member } from './admit.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const rejected = (code: string) => expect.objectContaining({ code });
const DAY = 86_400_000;

onBothEngines(({ open }) => {
  const begun = async () => {
    const database = await open();
    const ana = await firstAdministrator(database);
    const [bo, cem] = [await member(database, 'bo@shop.example'), await member(database, 'cem@shop.example')];
    return { database, ana: ana.accountId, bo: bo.accountId, cem: cem.accountId, boSession: bo.secret };
  };

  describe('a claim', () => {
    it('of the address that an administrator stands behind holds at once; of one that only oneself typed it does not', async () => {
      const { database, ana, bo } = await begun();
      expect((await claimSpelling(database, { account: bo, spelling: 'Bo Berg <BO@shop.example>', now: NOW })).confirmed).toBe(true);
      expect((await claimSpelling(database, { account: ana, spelling: 'ana@shop.example', now: NOW })).confirmed).toBe(false);
    });

    it('of anything else waits for somebody else, and can be undone', async () => {
      const { database, ana, bo, cem, boSession } = await begun();
      await claimSpelling(database, { account: bo, spelling: 'bo@shop.example', now: NOW });
      const { id, confirmed } = await claimSpelling(database, { account: bo, spelling: 'bo@home.example', now: NOW + 1 });
      expect(confirmed).toBe(false);
      const say = async (by: string, says: 'confirm' | 'refuse' | 'withdraw', now: number) =>
        await sayOfSpelling(database, { claim: id, by, says, now });
      await expect(say(bo, 'confirm', NOW)).rejects.toEqual(rejected('claim-word'));
      await expect(say(cem, 'confirm', NOW)).rejects.toEqual(rejected('claim-word'));
      expect(await claimsSeen(database, { by: bo })).toMatchObject([{ name: 'bo@shop.example', spelling: 'bo@home.example', isOwn: true }]);
      await say(ana, 'confirm', NOW + 2);
      expect(await peopleWishes(database)).toMatchObject({ same: [['bo@shop.example', 'bo@home.example']] });
      expect((await callerOf(database, { session: boSession }, NOW + 3))!.spellings).toEqual(['bo@shop.example', 'bo@home.example']);
      await say(bo, 'withdraw', NOW + 3);
      expect(await peopleWishes(database)).toEqual({ same: [], different: [], left: [] });
      await expect(say(ana, 'confirm', NOW + 4)).rejects.toEqual(rejected('claim-word'));
      const kept = await database.query
        .selectFrom('claim_word')
        .select(['says', 'ground'])
        .where('claim_id', '=', id)
        .orderBy('said_at')
        .execute();
      expect(kept).toEqual([
        { says: 'confirm', ground: 'administrator' },
        { says: 'withdraw', ground: 'own' },
      ]);
    });

    it('of one spelling holds for one account, even when two are confirmed at once', async () => {
      const { database, ana, bo, cem } = await begun();
      const ids = await Promise.all(
        [bo, cem].map(async (account) => (await claimSpelling(database, { account, spelling: 'pair@shop.example', now: NOW })).id),
      );
      const said = await Promise.allSettled(
        ids.map(async (claim) => await sayOfSpelling(database, { claim, by: ana, says: 'confirm', now: NOW + 1 })),
      );
      expect(said.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(claimSpelling(database, { account: ana, spelling: 'Pair <pair@shop.example>', now: NOW })).rejects.toEqual(
        rejected('claim-taken'),
      );
    });

    it('joins the rows of the history that it names', async () => {
      const { database, ana, bo } = await begun();
      const history = historyOf([
        { day: 0, by: 'bo <bo@shop.example>', touches: ['A src/a.ts'] },
        { day: 1, by: 'tinkerer <t@home.example>', touches: ['M src/a.ts'] },
      ]);
      const count = async () => cleanEvidence([history], { people: await peopleWishes(database) }).people.length;
      expect(await count()).toBe(2);
      await claimSpelling(database, { account: bo, spelling: 'bo@shop.example', now: NOW });
      const { id } = await claimSpelling(database, { account: bo, spelling: 'tinkerer <t@home.example>', now: NOW });
      await sayOfSpelling(database, { claim: id, by: ana, says: 'confirm', now: NOW });
      expect(await count()).toBe(1);
      await sayOfSpelling(database, { claim: id, by: ana, says: 'refuse', now: NOW + 1 });
      expect(await count()).toBe(2);
    });
  });

  describe('a merge', () => {
    it('needs a second person and whoever it speaks of, and can be undone', async () => {
      const { database, ana, bo, cem } = await begun();
      await claimSpelling(database, { account: bo, spelling: 'bo@shop.example', now: NOW });
      const spellings = ['bo@shop.example', 'b@old.example'];
      const merge = await proposeMerge(database, { kind: 'same', spellings, by: cem, now: NOW });
      const say = async (by: string, says: 'confirm' | 'withdraw', now: number) => await sayOfProposal(database, { merge, by, says, now });
      await expect(say(cem, 'confirm', NOW)).rejects.toEqual(rejected('claim-word'));
      await say(ana, 'confirm', NOW + 1);
      expect((await peopleWishes(database)).same).toEqual([]);
      await say(bo, 'confirm', NOW + 2);
      expect((await peopleWishes(database)).same).toEqual([spellings]);
      expect((await mergesSeen(database, { account: bo, all: false })).map(({ state }) => state)).toEqual(['confirmed']);
      expect(await mergesSeen(database, { account: 'somebody', all: false })).toEqual([]);
      await say(cem, 'withdraw', NOW + 3);
      expect((await peopleWishes(database)).same).toEqual([]);
      await expect(proposeMerge(database, { kind: 'same', spellings: ['a@b.example', 'A@b.example'], by: cem, now: NOW })).rejects.toEqual(
        rejected('claim-word'),
      );
    });
  });

  describe('a team', () => {
    it('has members from one moment to another, several at once and several teams each', async () => {
      const { database, ana, bo, cem } = await begun();
      const [one, two] = [
        await makeTeam(database, { name: 'Billing', by: ana, now: NOW }),
        await makeTeam(database, { name: 'Api', by: ana, now: NOW }),
      ];
      await expect(makeTeam(database, { name: 'Billing', by: ana, now: NOW })).rejects.toEqual(rejected('team-known'));
      for (const [team, account] of [
        [one, bo],
        [one, cem],
        [two, bo],
        [one, bo],
      ] as const)
        await joinTeam(database, { team, account, by: ana, now: NOW });
      await leaveTeam(database, { team: one, account: bo, by: ana, now: NOW + DAY });
      await expect(leaveTeam(database, { team: one, account: bo, by: ana, now: NOW + DAY })).rejects.toEqual(rejected('not-there'));
      await joinTeam(database, { team: one, account: bo, by: ana, now: NOW + 2 * DAY });
      const [api, billing] = await teamsSeen(database);
      expect([api!.name, billing!.name]).toEqual(['Api', 'Billing']);
      const days = (at: number | null) => (at === null ? null : (at - NOW) / DAY);
      expect(billing!.members.map(({ name, from, until }) => [name, days(from), days(until)])).toEqual([
        ['bo@shop.example', 0, 1],
        ['bo@shop.example', 2, null],
        ['cem@shop.example', 0, null],
      ]);
      await endTeam(database, one, NOW + 3 * DAY);
      expect((await teamsSeen(database)).map(({ name }) => name)).toEqual(['Api']);
      await expect(joinTeam(database, { team: one, account: bo, by: ana, now: NOW })).rejects.toEqual(rejected('team-unknown'));
    });
  });

  describe('a token', () => {
    it('opens what its scopes say, until it runs out or is taken back, and is kept as a digest', async () => {
      const { database, bo, cem } = await begun();
      const made = await makeToken(database, { account: bo, by: bo, name: 'script', scopes: ['read'], days: 1, now: NOW });
      const asked = async (now: number) => await callerOf(database, { bearer: made.token }, now);
      expect(await asked(NOW)).toMatchObject({
        accountId: bo,
        how: 'token',
        scopes: ['read'],
        grants: [{ role: 'member' }],
        signedInAt: null,
      });
      expect(await asked(NOW + DAY)).toBeUndefined();
      expect(JSON.stringify(await database.query.selectFrom('api_token').selectAll().execute())).not.toContain(made.token);
      await noteUse(database, (await asked(NOW + 5))!, NOW + 5);
      expect((await database.query.selectFrom('api_token').select('used_at').executeTakeFirstOrThrow()).used_at).toBe(NOW + 5);
      await expect(takeToken(database, { account: cem, id: made.id, now: NOW })).rejects.toEqual(rejected('not-there'));
      await takeToken(database, { account: bo, id: made.id, now: NOW + 6 });
      expect(await asked(NOW + 6)).toBeUndefined();
    });

    it('of a service is an agent that reads and nothing else; nobody makes one for somebody else', async () => {
      const { database, ana, bo } = await begun();
      const service = await makeService(database, { name: 'robot', by: ana, now: NOW });
      const wish = { by: ana, name: 'robot', days: 30, now: NOW };
      const { token } = await makeToken(database, { ...wish, account: service, scopes: ['read', 'scim'] });
      expect(await callerOf(database, { bearer: token }, NOW)).toMatchObject({ kind: 'service', grants: [{ role: 'agent' }], email: null });
      for (const scope of ['act', 'configure'] as const)
        await expect(makeToken(database, { ...wish, account: service, scopes: [scope] })).rejects.toEqual(rejected('bad-token'));
      await expect(makeToken(database, { ...wish, account: bo, scopes: ['read'] })).rejects.toEqual(rejected('bad-token'));
      await expect(makeToken(database, { ...wish, account: ana, scopes: ['scim'] })).rejects.toEqual(rejected('bad-token'));
      await expect(grantRole(database, { account: service, role: 'lead', by: ana, now: NOW })).rejects.toEqual(rejected('bad-grant'));
    });
  });

  describe('leaving', () => {
    it('ends tokens, sessions and memberships, and is an absence without an end to the engine', async () => {
      const { database, ana, bo, boSession } = await begun();
      await claimSpelling(database, { account: bo, spelling: 'bo@shop.example', now: NOW });
      const { token } = await makeToken(database, { account: bo, by: bo, name: 'script', scopes: ['read'], days: 9, now: NOW });
      const team = await makeTeam(database, { name: 'Billing', by: ana, now: NOW });
      await joinTeam(database, { team, account: bo, by: ana, now: NOW });
      await deactivateAccount(database, { account: bo, how: 'administrator', by: ana, now: NOW + DAY });
      expect([await callerOf(database, { bearer: token }, NOW + DAY), await callerOf(database, { session: boSession }, NOW + DAY)]).toEqual(
        [undefined, undefined],
      );
      expect((await teamsSeen(database))[0]!.members).toMatchObject([{ until: NOW + DAY }]);
      expect(await permanentAbsences(database)).toEqual([{ spellings: ['bo@shop.example'], from: (NOW + DAY) / 1000 }]);
      expect((await accountsSeen(database)).accounts.find(({ id }) => id === bo)).toMatchObject({
        state: 'deactivated',
        roles: [],
      });
    });

    it('by a directory is the same, and coming back is told by it too', async () => {
      const { database, ana } = await begun();
      const service = await makeService(database, { name: 'directory', by: ana, now: NOW });
      const said = { email: 'Dara@shop.example', name: 'Dara', externalId: '7', active: true };
      const id = await bringPerson(database, { ...said, by: service, now: NOW });
      await expect(bringPerson(database, { ...said, by: service, now: NOW })).rejects.toEqual(rejected('account-known'));
      expect(await directoryPeople(database, { email: 'dara@SHOP.example' })).toMatchObject([{ id, active: true, externalId: '7' }]);
      await claimSpelling(database, { account: id, spelling: 'dara@shop.example', now: NOW });
      await followPerson(database, id, { active: false, by: service, now: NOW + 1000 });
      expect(await permanentAbsences(database)).toHaveLength(1);
      await followPerson(database, id, { active: true, name: 'Dara D.', by: service, now: NOW + 2000 });
      expect(await directoryPerson(database, id)).toMatchObject({ name: 'Dara D.', active: true });
      expect(await permanentAbsences(database)).toEqual([]);
      await expect(followPerson(database, id, { email: 'bo@shop.example', name: 'Else', by: service, now: NOW })).rejects.toEqual(
        rejected('account-known'),
      );
      expect(await directoryPerson(database, id)).toMatchObject({ name: 'Dara D.' });
      await expect(followPerson(database, ana, { active: false, by: service, now: NOW })).rejects.toEqual(rejected('last-administrator'));
      await expect(followPerson(database, service, { name: 'x', by: service, now: NOW })).rejects.toEqual(rejected('account-unknown'));
    });
  });

  it('one sees what one has, and an administrator that a second one is missing', async () => {
    const { database, ana, bo, boSession } = await begun();
    const { accountId } = (await callerOf(database, { session: boSession }, NOW))!;
    await claimSpelling(database, { account: bo, spelling: 'bo@shop.example', now: NOW });
    const team = await makeTeam(database, { name: 'Billing', by: ana, now: NOW });
    await joinTeam(database, { team, account: bo, by: ana, now: NOW });
    expect(await ownBelongings(database, accountId, NOW)).toMatchObject({
      claims: [{ spelling: 'bo@shop.example', state: 'confirmed' }],
      teams: [{ name: 'Billing' }],
    });
    expect((await ownBelongings(database, accountId, NOW - 1)).teams).toEqual([]);
    expect([await ownPasskeys(database, accountId), await tokensSeen(database, accountId, 'person')]).toEqual([[], []]);
    await expect(tokensSeen(database, accountId, 'service')).rejects.toEqual(rejected('account-unknown'));
    expect((await accountsSeen(database)).secondAdministratorMissing).toBe(true);
    await grantRole(database, { account: bo, role: 'administrator', by: ana, now: NOW });
    expect((await accountsSeen(database)).secondAdministratorMissing).toBe(false);
  });
});
