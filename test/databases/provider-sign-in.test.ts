import { describe, expect, it, onTestFinished } from 'vitest';
import { invite } from '#app/actions/accounts/invite.ts';
import { deactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { Provider } from '#app/actions/signing-in/provider-sign-in.ts';
import { callerOf } from '#app/questions/accounts/caller.ts';
import type { Database } from '#store/database/database.ts';
import { firstAdministrator, knock } from './admit.ts';
import { type ProviderPerson, startProvider, walkThrough } from './identity-provider.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const HOME = 'http://127.0.0.1:9/api/sign-in/provider/callback';
const BO: ProviderPerson = { subject: 'bo-1', email: 'Bo@shop.example', verified: true };
const refused = expect.objectContaining({ code: 'provider-refused' });

async function set(database: Database, person: ProviderPerson = BO) {
  const running = await startProvider(HOME, person);
  onTestFinished(running.stop);
  const provider = new Provider({ ...running, insecure: true });
  const begin = async () => await provider.begin(database, HOME, NOW);
  const back = async (address: string) => (await walkThrough(address, HOME)).split('?')[1]!;
  const finish = async (secret: string, query: string, now = NOW) => await provider.finish(database, { secret, query, ...knock(now) });
  const whole = async () => {
    const { address, secret } = await begin();
    return await finish(secret, await back(address));
  };
  return { running, begin, back, finish, whole };
}

onBothEngines(({ open }) => {
  describe('a sign-in at an OpenID Connect provider', () => {
    it('lets in whoever was invited, by the address that the provider vouches for, and later by the login itself', async () => {
      const database = await open();
      const { accountId } = await invite(database, { email: 'bo@shop.example', name: 'Bo', by: null, now: NOW });
      const { running, whole } = await set(database);
      const opened = await whole();
      expect(await callerOf(database, { session: opened.secret }, NOW)).toMatchObject({ accountId, how: 'session' });
      running.person = { ...BO, email: 'renamed@shop.example' };
      expect((await whole()).accountId).toBe(accountId);
    });

    it('uses the code flow with PKCE, state and nonce', async () => {
      const { begin } = await set(await open());
      const words = new URL((await begin()).address).searchParams;
      expect(Object.fromEntries(words)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        scope: 'openid email profile',
      });
      for (const name of ['code_challenge', 'state', 'nonce']) expect(words.get(name)!.length).toBeGreaterThan(40);
    });

    it.each<[string, ProviderPerson]>([
      ['whom nobody invited', { ...BO, email: 'stranger@shop.example' }],
      ['whose address the provider does not vouch for', { ...BO, verified: false }],
    ])('keeps out somebody %s', async (_, person) => {
      const database = await open();
      await invite(database, { email: 'bo@shop.example', name: 'Bo', by: null, now: NOW });
      const { whole } = await set(database, person);
      await expect(whole()).rejects.toEqual(refused);
      expect(await database.query.selectFrom('session').select('id').execute()).toEqual([]);
    });

    it('keeps out somebody who left, and opens nothing twice, late, or in another browser', async () => {
      const database = await open();
      const ana = await firstAdministrator(database);
      const { accountId } = await invite(database, { email: 'bo@shop.example', name: 'Bo', by: ana.accountId, now: NOW });
      const { begin, back, finish, whole } = await set(database);
      const one = await begin();
      const query = await back(one.address);
      await finish(one.secret, query);
      await expect(finish(one.secret, query)).rejects.toEqual(refused);
      const [two, three] = [await begin(), await begin()];
      await expect(finish(three.secret, await back(two.address))).rejects.toEqual(refused);
      const four = await begin();
      await expect(finish(four.secret, await back(four.address), NOW + 11 * 60_000)).rejects.toEqual(refused);
      const five = await begin();
      await expect(finish(five.secret, (await back(five.address)).replace(/code=[^&]+/, 'code=guessed'))).rejects.toEqual(refused);
      await deactivateAccount(database, { account: accountId, how: 'administrator', by: ana.accountId, now: NOW });
      await expect(whole()).rejects.toEqual(refused);
    });

    it('says so when the provider cannot be reached', async () => {
      const provider = new Provider({ issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', insecure: true });
      await expect(provider.begin(await open(), HOME, NOW)).rejects.toEqual(refused);
    });
  });
});
