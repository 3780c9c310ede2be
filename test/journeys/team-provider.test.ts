import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#test/databases/free-port.ts';
import { type RunningProvider, startProvider } from '#test/databases/identity-provider.ts';
import { inventedCertificate } from '#test/invented-certificate.ts';
import { axeFindings, type WatchedPage, watchedPage } from './browser.ts';
import { beginAs, inviteFrom, type TeamAtWork, teamAtWork } from './team-at-work.ts';
import { newHome } from './understudy.ts';

/** Signing in where a company signs in, to its end: the built server, a certified provider over https, and a browser that is sent from one to the other. */
describe('people of a company', () => {
  const home = newHome();
  let team: TeamAtWork;
  let provider: RunningProvider;
  let bo: WatchedPage;
  /** Where the provider sent the browser back to, with what opens a session once. */
  let back = '';

  beforeAll(async () => {
    const port = await freePort();
    const { folder, ...tls } = inventedCertificate('localhost');
    const person = { subject: 'bo-1', email: 'Bo@example.org', verified: true };
    provider = await startProvider(`http://127.0.0.1:${port}/api/session/provider/back`, person, tls);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'secret'), provider.clientSecret);
    const env = {
      UNDERSTUDY_OIDC_ISSUER: provider.issuer,
      UNDERSTUDY_OIDC_CLIENT_ID: provider.clientId,
      UNDERSTUDY_OIDC_CLIENT_SECRET_FILE: join(home, 'secret'),
      NODE_EXTRA_CA_CERTS: join(folder, 'chain.pem'),
    };
    team = await teamAtWork(home, { env, port });
    const ana = await team.somebody();
    await beginAs(ana.page, team, 'Ana');
    await ana.page.getByRole('heading', { name: 'What needs you' }).waitFor();
    await inviteFrom(ana.page, team, 'Bo');
    bo = await watchedPage(team.browser, { reducedMotion: 'reduce', ignoreHTTPSErrors: true });
    bo.page.on('request', (request) => {
      if (request.url().includes('/api/session/provider/back?')) back = request.url();
    });
  });
  afterAll(async () => {
    provider?.stop();
    await team?.end();
  });

  const signIn = async (): Promise<void> => {
    await bo.page.getByRole('link', { name: 'Sign in with your company’s account' }).click();
    await bo.page.getByRole('heading', { name: 'The company' }).waitFor();
    expect(new URL(bo.page.url()).origin).toBe(provider.issuer);
    await bo.page.getByRole('button', { name: 'It is me' }).click();
  };
  const signOut = async (): Promise<void> => {
    await team.visit(bo.page, '/settings');
    await bo.page.getByRole('button', { name: 'Sign out' }).click();
    await bo.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  };

  it('come in by their company’s account once they are invited, to the page that they asked for', async () => {
    const { page } = bo;
    await team.visit(page, '/settings');
    await signIn();
    await page.getByText('by your company’s sign-in').waitFor();
    expect([new URL(page.url()).origin, new URL(page.url()).pathname]).toEqual([team.served.address, '/settings']);
    expect(await axeFindings(page)).toEqual([]);
    const [session, ...others] = (await page.context().cookies()).filter(({ name }) => name === 'understudy_session');
    expect([session?.httpOnly, session?.sameSite, others.length]).toEqual([true, 'Lax', 0]);
  });

  it('open nothing by going there again: what came back is good once, and who is in stays in', async () => {
    const { page } = bo;
    const left = new URL(page.url()).pathname;
    await page.goto(back);
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await team.visit(page, left);
    await page.getByText('by your company’s sign-in').waitFor();
    const other = await team.somebody();
    await other.page.goto(back);
    await other.page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await team.visit(other.page, '/settings');
    await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await other.close();
  });

  it('are who they were when the company gives them another address', async () => {
    await signOut();
    provider.person = { ...provider.person, email: 'renamed@example.org' };
    await bo.page.context().clearCookies({ domain: 'localhost' });
    await team.visit(bo.page, '/settings');
    await signIn();
    await bo.page.getByText('Bo Example').first().waitFor();
    await bo.page.getByText('by your company’s sign-in').waitFor();
  });

  it('stay outside, and are told so, where nobody invited them or the company does not vouch for them', async () => {
    const { page } = bo;
    for (const [person, why] of [
      [{ subject: 'eve-1', email: 'eve@example.org', verified: true }, 'there is no account for this login'],
      [{ subject: 'eve-2', email: 'ana@example.org', verified: false }, 'the provider does not vouch for the e-mail address'],
    ] as const) {
      await signOut();
      provider.person = person;
      await page.context().clearCookies({ domain: 'localhost' });
      await signIn();
      await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
      await page.getByText(why).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Back to signing in' }).click();
      await page.getByLabel('Password').waitFor();
      provider.person = { subject: 'bo-1', email: 'bo@example.org', verified: true };
      await page.context().clearCookies({ domain: 'localhost' });
      await signIn();
      await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    }
  });

  it('had nothing go wrong but what was tried', () => {
    expect(bo.problems.filter((problem) => !/status of (401|422)|asked elsewhere: https:\/\/localhost:/.test(problem))).toEqual([]);
  });
});
