import { expect, it } from 'vitest';
import { makeFirstLink } from '#app/actions/accounts/first-administrator.ts';
import type { Database } from '#store/database/database.ts';
import { OTHER, PASSWORD } from './admit.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { type Heard, type ServedTeam, servedTeam } from './served-team.ts';

const ANA = { email: 'ana@shop.example', name: 'Ana', password: PASSWORD };
const cookieOf = ({ headers }: Heard): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Calls as whoever this cookie belongs to. */
const as =
  ({ call }: ServedTeam, cookie: string) =>
  async (method: string, path: string, body?: unknown): Promise<Heard> =>
    await call(method, path, body, { cookie });

async function begun(database: Database) {
  const served = await servedTeam(database, 'as they say');
  const made = await makeFirstLink(database, { now: NOW, anew: false });
  if (typeof made === 'string') throw new Error(made);
  const first = await served.call('POST', '/api/links/first', { link: made.secret, ...ANA });
  return { served, first, link: made.secret, ana: as(served, cookieOf(first)) };
}

onBothEngines(({ open }) => {
  it('lets the first administrator in by the link, once', async () => {
    const { served, first, link, ana } = await begun(await open());
    expect(first.status).toBe(200);
    expect(first.headers.getSetCookie()[0]).toMatch(/^understudy_session=[^;]{40,}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await ana('GET', '/api/me')).body).toMatchObject({
      name: 'Ana',
      email: ANA.email,
      roles: expect.arrayContaining([{ role: 'administrator' }, { role: 'member' }]),
    });
    const again = await served.call('POST', '/api/links/first', { link, ...ANA, email: 'eve@shop.example' });
    expect([again.status, again.body]).toMatchObject([422, { code: 'link-over' }]);
    expect((await ana('GET', '/api/accounts')).body).toMatchObject({ secondAdministratorMissing: true, accounts: [{ name: 'Ana' }] });
  });

  it('lets somebody in by an invitation, gives and takes roles, and shuts the door behind them', async () => {
    const { served, ana } = await begun(await open());
    const invited = await ana('POST', '/api/accounts', { email: 'Bo@Shop.example', name: 'Bo', roles: ['administrator'] });
    const { link, accountId } = invited.body as { link: string; accountId: string };
    const secret = new URL(link).hash.slice(1);
    expect((await served.call('POST', '/api/links/look', { link: secret })).body).toMatchObject({
      kind: 'invitation',
      email: 'bo@shop.example',
    });
    const came = await served.call('POST', '/api/links/use', { link: secret, password: OTHER });
    expect((await served.call('POST', '/api/links/use', { link: secret, password: OTHER })).body).toMatchObject({ code: 'link-over' });
    const bo = as(served, cookieOf(came));
    const { accounts, secondAdministratorMissing } = (await bo('GET', '/api/accounts')).body as {
      accounts: { name: string; roles: { id: string; role: string }[] }[];
      secondAdministratorMissing: boolean;
    };
    expect([accounts.map(({ name }) => name), secondAdministratorMissing]).toEqual([['Ana', 'Bo'], false]);
    const grant = accounts[1]!.roles.find(({ role }) => role === 'administrator')!;
    expect((await ana('DELETE', `/api/accounts/${accountId}/roles/${grant.id}`)).status).toBe(204);
    expect((await bo('GET', '/api/accounts')).status).toBe(403);
    expect((await ana('POST', `/api/accounts/${accountId}/deactivate`)).status).toBe(204);
    expect((await bo('GET', '/api/me')).status).toBe(401);
    expect((await served.call('POST', '/api/session', { email: 'bo@shop.example', password: OTHER })).body).toMatchObject({
      code: 'sign-in-refused',
    });
  });

  it('never goes on with a session that was there before, and ends those that are given up', async () => {
    const { served, first } = await begun(await open());
    const planted = cookieOf(first);
    const anew = await served.call('POST', '/api/session', { email: ANA.email, password: PASSWORD }, { cookie: planted });
    expect([anew.status, cookieOf(anew) === planted]).toEqual([200, false]);
    expect((await as(served, planted)('GET', '/api/me')).status).toBe(401);
    const here = as(served, cookieOf(anew));
    const there = as(served, cookieOf(await served.call('POST', '/api/session', { email: ANA.email, password: PASSWORD })));
    expect(((await here('GET', '/api/me/sessions')).body as { sessions: unknown[] }).sessions).toHaveLength(2);
    expect((await here('DELETE', '/api/me/sessions')).status).toBe(204);
    expect([(await there('GET', '/api/me')).status, (await here('GET', '/api/me')).status]).toEqual([401, 200]);
    expect((await here('DELETE', '/api/session')).status).toBe(204);
    expect((await here('GET', '/api/me')).status).toBe(401);
  });

  it('says the same of a wrong password and of nobody, and makes whoever guesses wait', async () => {
    const { served } = await begun(await open());
    const guess = async (email: string) => (await served.call('POST', '/api/session', { email, password: 'not the password' })).body;
    const wrong = await guess(ANA.email);
    expect(wrong).toMatchObject({ code: 'sign-in-refused' });
    expect(await guess('nobody@shop.example')).toEqual(wrong);
    for (let n = 0; n < 8; n++) await guess(ANA.email);
    expect(await guess(ANA.email)).toMatchObject({ code: 'sign-in-waits' });
    expect((await served.call('POST', '/api/session', { email: ANA.email, password: PASSWORD })).body).toMatchObject({
      code: 'sign-in-waits',
    });
  });
});
