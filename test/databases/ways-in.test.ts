import { describe, expect, it, onTestFinished } from 'vitest';
import { invite } from '#app/actions/accounts/invite.ts';
import { makeService, makeToken } from '#app/actions/signing-in/make-token.ts';
import { Provider } from '#app/actions/signing-in/provider-sign-in.ts';
import { firstAdministrator, member } from './admit.ts';
import { startProvider, walkThrough } from './identity-provider.ts';
import { NOW, onSqlite } from './on-both-engines.ts';
import { servedTeam } from './served-team.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

const cookieOf = (headers: Headers) => headers.getSetCookie()[0]!.split(';')[0]!;
const SCIM = 'application/scim+json';

onSqlite(({ open }) => {
  it('a passkey is added from a session and signs in over HTTP', async () => {
    const database = await open();
    const { secret } = await firstAdministrator(database);
    const { call, address } = await servedTeam(database, 'as they say');
    const cookie = { cookie: `understudy_session=${secret}` };
    const { body: begun } = await call('POST', '/api/me/passkeys/begin', undefined, cookie);
    const half = begun as { ceremony: string; options: { challenge: string; rp?: { id: string } } };
    expect(half.options.rp!.id).toBe('127.0.0.1');
    const own = new SoftwareAuthenticator(address);
    const added = await call(
      'POST',
      '/api/me/passkeys',
      { ceremony: half.ceremony, name: 'laptop', response: own.register(half.options) },
      cookie,
    );
    expect(added.status).toBe(201);
    const { body: asked } = await call('POST', '/api/session/passkey/begin');
    const { ceremony, options } = asked as typeof half;
    const came = await call('POST', '/api/session/passkey', { ceremony, response: own.signIn(options) });
    expect(came.status).toBe(200);
    expect((await call('GET', '/api/me', undefined, { cookie: cookieOf(came.headers) })).status).toBe(200);
    expect((await call('GET', '/api/me/passkeys', undefined, cookie)).body).toMatchObject({ passkeys: [{ name: 'laptop' }] });
  });

  it('a provider is gone to and come back from over HTTP, with a new session for a new secret', async () => {
    const database = await open();
    await invite(database, { email: 'bo@shop.example', name: 'Bo', by: null, now: NOW });
    // The provider must know where to send people back to before it starts, and the server what the provider is.
    const settings = { issuer: '', clientId: 'understudy', clientSecret: 'invented-secret-of-a-test', insecure: true };
    const { call, address } = await servedTeam(database, 'as they say', { provider: new Provider(settings) });
    const home = `${address}/api/session/provider/back`;
    const running = await startProvider(home, { subject: '1', email: 'bo@shop.example', verified: true });
    onTestFinished(running.stop);
    settings.issuer = running.issuer;
    expect((await call('GET', '/api/session/ways')).body).toEqual({ password: true, passkey: true, provider: true });
    const sent = await call('GET', '/api/session/provider');
    expect(sent.status).toBe(303);
    const cookie = cookieOf(sent.headers);
    const back = await walkThrough(sent.headers.get('location')!, home);
    expect((await call('GET', '/api/me', undefined, { cookie })).status).toBe(401);
    const came = await call('GET', back.slice(address.length), undefined, { cookie });
    expect([came.status, came.headers.get('location')]).toEqual([303, '/']);
    expect(cookieOf(came.headers)).not.toBe(cookie);
    expect((await call('GET', '/api/me', undefined, { cookie: cookieOf(came.headers) })).body).toMatchObject({ email: 'bo@shop.example' });
    const again = back.slice(address.length);
    expect((await call('GET', again, undefined, { cookie })).body).toMatchObject({ code: 'provider-refused' });
    const seen = await call('GET', again, undefined, { cookie, accept: 'text/html,*/*' });
    expect([seen.status, seen.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8']);
    expect(seen.text).toContain('it was not begun here, or took too long');
  });

  it('without a provider there is none', async () => {
    const { call } = await servedTeam(await open(), 'as they say');
    expect((await call('GET', '/api/session/provider')).body).toMatchObject({ code: 'provider-missing' });
  });

  it('a token makes no token, and sees one’s own account', async () => {
    const database = await open();
    const { secret } = await firstAdministrator(database);
    const { call } = await servedTeam(database, 'as they say');
    const cookie = { cookie: `understudy_session=${secret}` };
    const wish = { name: 'script', scopes: ['read', 'act'] };
    const { status, body } = await call('POST', '/api/me/tokens', wish, cookie);
    expect(status).toBe(201);
    const bearer = { authorization: `Bearer ${(body as { token: string }).token}` };
    expect((await call('GET', '/api/me', undefined, bearer)).status).toBe(200);
    expect((await call('POST', '/api/me/tokens', wish, bearer)).body).toMatchObject({ code: 'session-needed' });
    expect((await call('GET', '/api/accounts', undefined, bearer)).status).toBe(200);
    expect((await call('POST', '/api/services', { name: 'x' }, bearer)).body).toMatchObject({ code: 'out-of-scope' });
  });

  describe('SCIM', () => {
    const directory = async () => {
      const database = await open();
      const { accountId, secret } = await firstAdministrator(database);
      const bo = await member(database, 'bo@shop.example');
      const account = await makeService(database, { name: 'directory', by: accountId, now: NOW });
      const { token } = await makeToken(database, { account, by: accountId, name: 'x', scopes: ['scim'], days: 9, now: NOW });
      const { call, address } = await servedTeam(database, 'as they say');
      const scim = async (method: string, path: string, body?: unknown) =>
        await call(method, `/scim/v2${path}`, body, {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': SCIM }),
        });
      return { scim, call, address, bo, cookie: { cookie: `understudy_session=${secret}` } };
    };
    const DARA = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'dara@shop.example',
      externalId: '7',
      name: { givenName: 'Dara', familyName: 'Dahl' },
    };

    it('brings, finds, changes and takes somebody, in the shapes of RFC 7643 and 7644', async () => {
      const { scim, address } = await directory();
      const made = await scim('POST', '/Users', DARA);
      expect([made.status, made.headers.get('content-type')]).toEqual([201, `${SCIM}; charset=utf-8`]);
      const { id } = made.body as { id: string };
      const shown = {
        schemas: DARA.schemas,
        id,
        externalId: '7',
        userName: 'dara@shop.example',
        displayName: 'Dara Dahl',
        name: { formatted: 'Dara Dahl' },
        active: true,
        emails: [{ value: 'dara@shop.example', primary: true }],
        meta: { resourceType: 'User', created: expect.any(String), location: `${address}/scim/v2/Users/${id}` },
      };
      expect(made.body).toEqual(shown);
      expect((await scim('GET', `/Users/${id}`)).body).toEqual(shown);
      const found = async (filter: string) => (await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body;
      expect(await found('userName eq "DARA@shop.example"')).toMatchObject({ totalResults: 1, Resources: [shown] });
      expect(await found('externalId eq "7"')).toMatchObject({ totalResults: 1 });
      expect(await found('userName eq "nobody@shop.example"')).toMatchObject({ totalResults: 0, Resources: [] });
      const patch = (value: unknown, path?: string) => ({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'Replace', path, value }],
      });
      expect((await scim('PATCH', `/Users/${id}`, patch('False', 'active'))).body).toMatchObject({ active: false });
      expect((await scim('PATCH', `/Users/${id}`, patch({ active: true, displayName: 'Dara D.', title: 'x' }))).body).toMatchObject({
        active: true,
        displayName: 'Dara D.',
      });
      expect((await scim('PUT', `/Users/${id}`, { ...DARA, active: false })).body).toMatchObject({
        active: false,
        displayName: 'Dara Dahl',
      });
      expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204);
      expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ active: false });
      expect((await scim('GET', '/Users?startIndex=2&count=1')).body).toMatchObject({ totalResults: 3, startIndex: 2, itemsPerPage: 1 });
      expect((await scim('GET', '/ServiceProviderConfig')).body).toMatchObject({ patch: { supported: true }, bulk: { supported: false } });
      expect((await scim('GET', '/ResourceTypes')).body).toMatchObject({ Resources: [{ endpoint: '/Users' }] });
    });

    it('ends the session of whoever it takes, at once', async () => {
      const { scim, call, bo } = await directory();
      const cookie = { cookie: `understudy_session=${bo.secret}` };
      expect((await call('GET', '/api/me', undefined, cookie)).status).toBe(200);
      await scim('PATCH', `/Users/${bo.accountId}`, { Operations: [{ op: 'replace', value: { active: false } }] });
      expect((await call('GET', '/api/me', undefined, cookie)).status).toBe(401);
    });

    it('refuses in its own words', async () => {
      const { scim, call, cookie } = await directory();
      await scim('POST', '/Users', DARA);
      const refused = async (method: string, path: string, body?: unknown) => {
        const reply = await scim(method, path, body);
        return [reply.status, (reply.body as { scimType?: string; status: string }).scimType, (reply.body as { status: string }).status];
      };
      expect(await refused('POST', '/Users', DARA)).toEqual([409, 'uniqueness', '409']);
      expect(await refused('POST', '/Users', { ...DARA, userName: 'no address' })).toEqual([400, 'invalidValue', '400']);
      expect(await refused('POST', '/Users', {})).toEqual([400, 'invalidSyntax', '400']);
      expect(await refused('GET', '/Users/0')).toEqual([404, undefined, '404']);
      expect(await refused('GET', `/Users?filter=${encodeURIComponent('userName sw "d"')}`)).toEqual([400, 'invalidFilter', '400']);
      const administrator = ((await call('GET', '/api/me', undefined, cookie)).body as { accountId: string }).accountId;
      expect(await refused('DELETE', `/Users/${administrator}`)).toEqual([403, undefined, '403']);
      expect((await call('GET', '/scim/v2/Users', undefined, cookie)).body).toMatchObject({ code: 'not-yours' });
    });
  });
});
