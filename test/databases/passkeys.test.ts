import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { addOwnPasskey, beginPasskey, beginPasskeySignIn, removeOwnPasskey, signInWithPasskey } from '#app/actions/signing-in/passkeys.ts';
import { callerOf } from '#app/questions/accounts/caller.ts';
import type { Database } from '#store/database/database.ts';
import { firstAdministrator, knock, member } from './admit.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { type Mischief, SoftwareAuthenticator } from './software-authenticator.ts';

const ORIGIN = 'https://understudy.example';
const site = { host: 'understudy.example', origins: [ORIGIN] };
const refused = expect.objectContaining({ code: 'passkey-refused' });

async function added(database: Database, account: string, mischief: Mischief = {}) {
  const authenticator = new SoftwareAuthenticator(ORIGIN);
  const { ceremony, options } = await beginPasskey(database, { account, site, now: NOW });
  const response = authenticator.register(options, mischief);
  await addOwnPasskey(database, { account, ceremony, name: 'laptop', response, site, now: NOW });
  return authenticator;
}

async function tried(database: Database, authenticator: SoftwareAuthenticator, mischief: Mischief = {}) {
  const { ceremony, options } = await beginPasskeySignIn(database, { site, now: NOW });
  const response = authenticator.signIn(options, mischief);
  return await signInWithPasskey(database, { ceremony, response, site, ...knock() });
}

onBothEngines(({ open }) => {
  describe('a passkey', () => {
    it('lets in whoever holds it, as often as they come', async () => {
      const database = await open();
      const { accountId } = await firstAdministrator(database);
      const authenticator = await added(database, accountId);
      for (const _ of [1, 2]) {
        const { secret } = await tried(database, authenticator);
        expect(await callerOf(database, { session: secret }, NOW)).toMatchObject({ accountId, how: 'session' });
      }
      const kept = await database.query.selectFrom('passkey').select(['counter', 'used_at', 'transports']).executeTakeFirstOrThrow();
      expect(kept).toEqual({ counter: 2, used_at: NOW, transports: '["internal"]' });
    });

    it.each<[string, Mischief]>([
      ['of another site', { host: 'elsewhere.example' }],
      ['asked for by another page', { origin: 'https://elsewhere.example' }],
      ['without the person being verified', { verifiedPerson: false }],
      ['for another challenge', { challenge: 'AAAA' }],
      ['signed by another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
      ['that was copied: its counter went back', { counter: 0 }],
    ])('%s lets nobody in', async (_, mischief) => {
      const database = await open();
      const { accountId } = await firstAdministrator(database);
      const authenticator = await added(database, accountId);
      await tried(database, authenticator);
      await expect(tried(database, authenticator, mischief)).rejects.toEqual(refused);
    });

    it.each<[string, Mischief]>([
      ['of another site', { host: 'elsewhere.example' }],
      ['asked for by another page', { origin: 'https://elsewhere.example' }],
      ['without the person being verified', { verifiedPerson: false }],
      ['for another challenge', { challenge: 'AAAA' }],
    ])('%s is not taken in the first place', async (_, mischief) => {
      const database = await open();
      const { accountId } = await firstAdministrator(database);
      await expect(added(database, accountId, mischief)).rejects.toEqual(refused);
    });

    it('is asked once: an answer that is sent again, late, or for somebody else opens nothing', async () => {
      const database = await open();
      const { accountId } = await firstAdministrator(database);
      const other = await member(database, 'bo@shop.example');
      const authenticator = await added(database, accountId);
      const { ceremony, options } = await beginPasskeySignIn(database, { site, now: NOW });
      const response = authenticator.signIn(options);
      await signInWithPasskey(database, { ceremony, response, site, ...knock() });
      await expect(signInWithPasskey(database, { ceremony, response, site, ...knock() })).rejects.toEqual(refused);
      const late = await beginPasskeySignIn(database, { site, now: NOW });
      const answer = { ceremony: late.ceremony, response: authenticator.signIn(late.options), site };
      await expect(signInWithPasskey(database, { ...answer, ...knock(NOW + 6 * 60_000) })).rejects.toEqual(refused);
      const begun = await beginPasskey(database, { account: accountId, site, now: NOW });
      const fresh = new SoftwareAuthenticator(ORIGIN).register(begun.options);
      const foreign = { account: other.accountId, ceremony: begun.ceremony, name: 'theirs', response: fresh, site, now: NOW };
      await expect(addOwnPasskey(database, foreign)).rejects.toEqual(refused);
    });

    it('of somebody who left, or that was removed, opens nothing', async () => {
      const database = await open();
      const ana = await firstAdministrator(database);
      const bo = await member(database, 'bo@shop.example');
      const [one, two] = [await added(database, bo.accountId), await added(database, bo.accountId)];
      await expect(removeOwnPasskey(database, ana.accountId, one.id.toString('base64url'))).rejects.toMatchObject({ code: 'not-there' });
      await removeOwnPasskey(database, bo.accountId, one.id.toString('base64url'));
      await expect(tried(database, one)).rejects.toEqual(refused);
      await tried(database, two);
      await deactivateAccount(database, { account: bo.accountId, how: 'administrator', by: ana.accountId, now: NOW });
      await expect(tried(database, two)).rejects.toEqual(refused);
    });
  });
});
