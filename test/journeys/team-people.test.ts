import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, hiddenLabels, overhang, PATIENCE, PHONE, unsaidDates, type WatchedPage } from './browser.ts';
import { beginAs, comeInBy, inviteFrom, PASSWORD, type TeamAtWork, teamAtWork } from './team-at-work.ts';
import { newHome } from './understudy.ts';

const SHOTS = process.env['UNDERSTUDY_SHOTS'];

/** Teams, tokens, services, who is one person, passkeys: what an administrator sets up for people; each step stands on the one before. */
describe('the people of a team', () => {
  const home = newHome();
  // Nothing listens there: what people are told then is what is tried.
  const provider = {
    UNDERSTUDY_OIDC_ISSUER: 'https://127.0.0.1:9',
    UNDERSTUDY_OIDC_CLIENT_ID: 'understudy',
    UNDERSTUDY_OIDC_CLIENT_SECRET_FILE: join(home, 'secret'),
  };
  let team: TeamAtWork;
  let ana: WatchedPage;
  let bo: WatchedPage;

  beforeAll(async () => {
    writeFileSync(provider.UNDERSTUDY_OIDC_CLIENT_SECRET_FILE, 'invented-secret-of-a-test');
    team = await teamAtWork(home, { env: provider });
    [ana, bo] = await Promise.all([team.somebody(), team.somebody()]);
    await beginAs(ana.page, team, 'Ana');
    await ana.page.getByRole('heading', { name: 'What needs you' }).waitFor();
    await comeInBy(bo.page, await inviteFrom(ana.page, team, 'Bo'), 'Bo');
    await bo.page.getByRole('link', { name: 'Say who you are' }).waitFor();
  });
  afterAll(async () => await team?.end());

  const visit = async (page: Page, path: string, address?: string): Promise<void> => await team.visit(page, path, address);
  const isWell = async (page: Page): Promise<void> => expect(await axeFindings(page)).toEqual([]);

  it('stand in teams, by name, as long as somebody says so', async () => {
    const { page } = ana;
    await visit(page, '/people');
    await page.getByText('Make a team').click();
    await page.getByLabel('Name of the team').fill('Payments');
    await page.getByRole('button', { name: 'Make the team' }).click();
    const payments = page.getByRole('table', { name: 'Teams' }).getByRole('row', { name: /^Payments/ });
    for (const name of ['Bo Example', 'Ana Example']) await payments.getByRole('combobox').selectOption({ label: name });
    await payments
      .getByRole('button', { name: /^Take / })
      .nth(1)
      .waitFor();
    const members = async () =>
      await payments.getByRole('button', { name: /^Take / }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(await members()).toEqual(['Take Ana Example out of Payments', 'Take Bo Example out of Payments']);
    await isWell(page);
    await payments.getByRole('button', { name: 'Take Ana Example out of Payments' }).click();
    await payments.getByText('Before: Ana Example').waitFor();
    expect(await members()).toEqual(['Take Bo Example out of Payments']);
    await page.getByLabel('Name of the team').fill('Payments');
    await page.getByRole('button', { name: 'Make the team' }).click();
    await page.getByRole('form', { name: 'Make a team' }).getByRole('alert').waitFor();
    await visit(bo.page, '/settings');
    await bo.page.getByText('You are in the team Payments.').waitFor();
  });

  it('say what belongs together, and others say whether that is so', async () => {
    await visit(bo.page, '/settings');
    await bo.page.getByText('Propose who is one person').click();
    const form = bo.page.getByRole('form', { name: 'Propose who is one person' });
    await form.getByLabel('One spelling').fill('bo@example.org');
    await form.getByLabel('The other spelling').fill('bo@home.example');
    await form.getByRole('button', { name: 'Propose it' }).click();
    const proposed = bo.page.getByRole('row', { name: /bo@example.org is also bo@home.example/ });
    await proposed.getByText('waits for somebody else’s word').waitFor();
    expect(await proposed.getByRole('button').allInnerTexts()).toEqual(['Take back']);
    await isWell(bo.page);
    await visit(ana.page, '/');
    await ana.page.getByText('Somebody proposes that bo@example.org and bo@home.example are one person.').waitFor();
    await visit(ana.page, '/people');
    const asked = ana.page.getByRole('row', { name: /bo@example.org is also bo@home.example/ });
    await asked.getByRole('button', { name: 'Confirm' }).click();
    await asked.getByText('confirmed').waitFor();
    await visit(bo.page, '/settings');
    await proposed.getByText('confirmed').waitFor();
    await proposed.getByRole('button', { name: 'Take back' }).click();
    await proposed.getByRole('button', { name: 'Really take it back?' }).click();
    await proposed.getByText('taken back').waitFor();
  });

  it('are confirmed at once where whoever invited them vouches for the address', async () => {
    await visit(bo.page, '/settings');
    await bo.page.getByRole('button', { name: 'This is me' }).click();
    await bo.page.getByRole('table', { name: 'What you say you are' }).getByText('confirmed').waitFor();
    await visit(bo.page, '/');
    await bo.page.getByText('Nothing waits for you.').waitFor();
  });

  it('make tokens, which are told once and open what they are let open', async () => {
    const { page } = bo;
    await visit(page, '/settings');
    await page.getByText('Make a token').click();
    const form = page.getByRole('form', { name: 'Make a token' });
    await form.getByLabel('What it is for').fill('nightly report');
    await form.getByLabel('Days until it ends').fill('7');
    await form.getByRole('button', { name: 'Make the token' }).click();
    const token = await page.getByRole('status').locator('code').innerText();
    const knock = async () => (await fetch(`${team.served.address}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await knock()).toBe(200);
    const row = page.getByRole('row', { name: /^nightly report ust_/ });
    await row.getByText('ask', { exact: true }).waitFor();
    await isWell(page);
    await page.reload();
    await row.waitFor();
    expect(await page.content()).not.toContain(token);
    await row.getByRole('button', { name: 'Take back' }).click();
    await row.getByRole('button', { name: /Really/ }).click();
    await row.waitFor({ state: 'detached' });
    expect(await knock()).toBe(401);
  });

  it('make services, whose tokens bring accounts and nothing else', async () => {
    const { page } = ana;
    await visit(page, '/people');
    await page.getByText('Make a service').click();
    await page.getByLabel('Name of the service').fill('Directory');
    await page.getByRole('button', { name: 'Make the service' }).click();
    const directory = page.getByRole('region', { name: 'Directory', exact: true });
    await directory.getByText('Make a token for Directory').click();
    await directory.getByLabel('What it is for').fill('sync');
    await directory.getByLabel(/^Ask/).uncheck();
    await directory.getByLabel(/SCIM/).check();
    await directory.getByRole('button', { name: 'Make the token' }).click();
    const token = await directory.getByRole('status').locator('code').innerText();
    const knock = async (path: string) =>
      (await fetch(team.served.address + path, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await knock('/scim/v2/Users'), await knock('/api/me')]).toEqual([200, 403]);
    await isWell(page);
    await directory.getByRole('button', { name: 'Deactivate' }).click();
    await directory.getByRole('button', { name: 'Really deactivate?' }).click();
    await directory.getByText('its tokens open nothing').waitFor();
    expect(await knock('/scim/v2/Users')).toBe(401);
  });

  it('come in by a passkey to the page that they asked for, where the address has a name', async () => {
    await visit(ana.page, '/settings');
    await ana.page.getByText('None can be made on this page').waitFor();
    const named = team.served.address.replace('127.0.0.1', 'localhost');
    const at = await team.somebody();
    const { page } = at;
    const devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    });
    await visit(page, '/settings', named);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
    await isWell(page);
    await page.getByLabel('E-mail address').fill('ana@example.org');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const form = page.getByRole('form', { name: 'Add a passkey' });
    await form.getByLabel('What you call it').fill('my laptop');
    await form.getByRole('button', { name: 'Add a passkey' }).click();
    const row = page.getByRole('table', { name: 'Your passkeys' }).getByRole('row', { name: /^my laptop/ });
    await row.getByText('never').waitFor();
    await isWell(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await visit(page, '/settings', named);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('by passkey').waitFor();
    await row.getByRole('button', { name: 'Remove' }).click();
    await row.getByRole('button', { name: /Really/ }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('alert').waitFor();
    await isWell(page);
    expect(at.problems.filter((problem) => !problem.includes('asked elsewhere: http://localhost:') && !/401|422/.test(problem))).toEqual(
      [],
    );
    await at.close();
  });

  it('are told why the provider did not let them in, and come back to the page that they asked for', async () => {
    const at = await team.somebody();
    const { page } = at;
    await visit(page, '/settings');
    await page.getByRole('link', { name: 'Sign in with your company’s account' }).click();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await page.getByText('The sign-in at the provider did not open an account').waitFor();
    await isWell(page);
    await page.getByRole('link', { name: 'Back to signing in' }).click();
    await page.getByLabel('Password').waitFor();
    expect(new URL(page.url()).pathname).toBe('/settings');
    expect(at.problems.filter((problem) => !/401|422/.test(problem))).toEqual([]);
    await at.close();
  });

  it('have all of it on a phone', async () => {
    const small = await team.browser.newContext({ viewport: PHONE, storageState: await ana.page.context().storageState() });
    small.setDefaultTimeout(PATIENCE);
    const page = await small.newPage();
    for (const path of ['/people', '/settings']) {
      await visit(page, path);
      await page.waitForTimeout(300);
      expect([path, await overhang(page), await hiddenLabels(page), await unsaidDates(page)]).toEqual([path, 0, [], []]);
      await isWell(page);
      if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `phone${path.replace('/', '-')}.png`), fullPage: true });
    }
    await small.close();
  });

  it.runIf(SHOTS)('are looked at', async () => {
    mkdirSync(SHOTS!, { recursive: true });
    for (const path of ['/', '/people', '/settings']) {
      await visit(ana.page, path);
      await ana.page.waitForTimeout(500);
      await ana.page.screenshot({ path: join(SHOTS!, `ana${path.replace('/', '-')}.png`), fullPage: true });
    }
  });

  it('had nothing go wrong but what was tried', () => {
    const unexpected = [...ana.problems, ...bo.problems].filter((problem) => !/status of (401|422)/.test(problem));
    expect(unexpected).toEqual([]);
  });
});
