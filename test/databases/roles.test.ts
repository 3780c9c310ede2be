import { describe, expect, it } from 'vitest';
import { deactivateAccount, endGrant, grantRole, reactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import { comeByLink } from '#app/actions/accounts/come-by-link.ts';
import { linkToReset } from '#app/actions/accounts/invite.ts';
import { signIn } from '#app/actions/signing-in/sign-in.ts';
import { makeTeam } from '#app/actions/people/change-teams.ts';
import { callerOf } from '#app/questions/accounts/caller.ts';
import { grantsOf } from '#store/accounts/role-grants.ts';
import { door, firstAdministrator, knock, member, OTHER, PASSWORD } from './admit.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const rejected = (code: string) => expect.objectContaining({ code });

onBothEngines(({ open }) => {
  describe('roles and leaving', () => {
    it('of the last administrator can neither be taken nor left, even by two at once', async () => {
      const database = await open();
      const ana = await firstAdministrator(database);
      const own = (await grantsOf(database.query, ana.accountId)).find(({ role }) => role === 'administrator')!;
      await expect(endGrant(database, { id: own.id, account: ana.accountId, by: ana.accountId, now: NOW })).rejects.toEqual(
        rejected('last-administrator'),
      );
      const leave = async (account: string) =>
        await deactivateAccount(database, { account, how: 'administrator', by: ana.accountId, now: NOW });
      await expect(leave(ana.accountId)).rejects.toEqual(rejected('last-administrator'));
      const bo = await member(database, 'bo@shop.example');
      await grantRole(database, { account: bo.accountId, role: 'administrator', by: ana.accountId, now: NOW });
      const left = await Promise.allSettled([leave(ana.accountId), leave(bo.accountId)]);
      expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('a deactivated account is nobody at once, and comes back as a member', async () => {
      const database = await open();
      const ana = await firstAdministrator(database);
      const bo = await member(database, 'bo@shop.example');
      const team = await makeTeam(database, { name: 'Billing', by: ana.accountId, now: NOW });
      await grantRole(database, { account: bo.accountId, role: 'lead', team, by: ana.accountId, now: NOW });
      await expect(grantRole(database, { account: bo.accountId, role: 'lead', team: 't', by: ana.accountId, now: NOW })).rejects.toEqual(
        rejected('team-unknown'),
      );
      const reset = await linkToReset(database, { account: bo.accountId, by: ana.accountId, now: NOW });
      for (const _ of [1, 2])
        await deactivateAccount(database, { account: bo.accountId, how: 'administrator', by: ana.accountId, now: NOW + 1 });
      expect(await callerOf(database, { session: bo.secret }, NOW + 1)).toBeUndefined();
      await expect(comeByLink(database, { link: reset.secret, password: OTHER, ...knock(NOW + 1) })).rejects.toEqual(rejected('link-over'));
      await expect(signIn(database, { email: 'bo@shop.example', password: PASSWORD, ...door(NOW + 2) })).rejects.toEqual(
        rejected('sign-in-refused'),
      );
      await expect(grantRole(database, { account: bo.accountId, role: 'lead', by: ana.accountId, now: NOW })).rejects.toEqual(
        rejected('account-deactivated'),
      );
      await reactivateAccount(database, { account: bo.accountId, by: ana.accountId, now: NOW + 3 });
      const again = await signIn(database, { email: 'bo@shop.example', password: PASSWORD, ...door(NOW + 9000) });
      expect((await callerOf(database, { session: again.secret }, NOW + 9000))!.grants).toEqual([{ role: 'member' }]);
      const absences = await database.query.selectFrom('deactivation').select(['from_at', 'until_at']).execute();
      expect(absences).toEqual([{ from_at: NOW + 1, until_at: NOW + 3 }]);
    });

    it('hold from when they are given until they are taken, and the record stays', async () => {
      const database = await open();
      const ana = await firstAdministrator(database);
      const wish = { account: ana.accountId, role: 'steward', area: 'billing', by: ana.accountId, now: NOW + 10 };
      const id = await grantRole(database, wish);
      expect(await grantRole(database, wish)).toBe(id);
      const held = async (now: number) =>
        (await callerOf(database, { session: ana.secret }, now))!.grants.filter(({ role }) => role === 'steward');
      expect([await held(NOW + 9), await held(NOW + 10)]).toEqual([[], [{ role: 'steward', areas: ['billing'] }]]);
      expect(await endGrant(database, { id, account: ana.accountId, by: ana.accountId, now: NOW + 20 })).toBe(true);
      expect(await endGrant(database, { id, account: ana.accountId, by: ana.accountId, now: NOW + 21 })).toBe(false);
      expect(await held(NOW + 20)).toEqual([]);
      const kept = await database.query.selectFrom('role_grant').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      expect(kept).toMatchObject({ from_at: NOW + 10, until_at: NOW + 20, taken_by: ana.accountId });
    });

    it('tell as much as the mode that holds', async () => {
      const database = await open();
      const { secret, accountId } = await firstAdministrator(database);
      const mode = async () => (await callerOf(database, { session: secret }, NOW))!.mode;
      expect(await mode()).toBe('team');
      const wish = { mode: 'council', reason: 'As agreed with the works council.' } as const;
      await changeSettings(database, wish, { by: accountId, now: NOW + 1, loopback: true });
      expect(await mode()).toBe('council');
    });
  });
});
