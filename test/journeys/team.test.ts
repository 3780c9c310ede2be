import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, hiddenLabels, overhang, PATIENCE, PHONE, unsaidDates, type WatchedPage, watchedPage } from './browser.ts';
import { comeInBy, inviteFrom, PASSWORD, type TeamAtWork, teamAtWork } from './team-at-work.ts';
import { newHome, teamRepository } from './understudy.ts';

/** From an empty data folder to an answer, as the people of a team meet it; each step stands on the one before. */
describe('a team', () => {
  const home = newHome();
  const repository = join(home, 'shop');
  let team: TeamAtWork;
  let ana: WatchedPage;
  let bo: WatchedPage;
  let invitation = '';

  beforeAll(async () => {
    teamRepository(repository);
    team = await teamAtWork(home);
    [ana, bo] = await Promise.all([team.somebody(), team.somebody()]);
  });
  afterAll(async () => await team?.end());

  const visit = async (page: Page, path: string): Promise<void> => await team.visit(page, path);
  const isWell = async (page: Page): Promise<void> => expect(await axeFindings(page)).toEqual([]);

  it('lets its first administrator in by the link that the terminal printed', async () => {
    const { page } = ana;
    await page.goto(team.served.firstLink);
    await page.getByLabel('Your name').fill('Ana Example');
    await page.getByLabel('E-mail address').fill('ana@example.org');
    await page.getByLabel('Password').fill('password1234');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('alert').getByText('everybody tries').waitFor();
    await isWell(page);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('link', { name: 'Read the first repository' }).first().waitFor();
    await page.getByText('There is one administrator.').waitFor();
    await isWell(page);
  });

  it('reads a repository, and shows how far that is without being asked again', async () => {
    const { page } = ana;
    await visit(page, '/sources');
    await page.getByLabel('Address', { exact: true }).fill(join(home, 'nothing-here'));
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('alert').getByText('there is no folder at this path').waitFor();
    await page.getByLabel('Address', { exact: true }).fill(repository);
    await page.getByLabel('What people call it').fill('shop');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('row', { name: /shop read .* 300 commits/ }).waitFor();
    await isWell(page);
  });

  it('invites somebody, who comes in by the link, once', async () => {
    invitation = await inviteFrom(ana.page, team, 'Bo');
    await isWell(ana.page);
    await bo.page.goto(invitation);
    await bo.page.getByRole('heading', { name: 'Welcome, Bo Example' }).waitFor();
    await comeInBy(bo.page, invitation, 'Bo');
    await bo.page.getByRole('link', { name: 'Say who you are' }).waitFor();
    const late = await watchedPage(team.browser);
    await late.page.goto(invitation);
    await late.page.getByRole('heading', { name: 'This link opens nothing' }).waitFor();
    await late.close();
  });

  it('shows a member how repositories stand, and no accounts, and of sources only what is judged', async () => {
    const { page } = bo;
    await visit(page, '/');
    // One person carries billing/ alone: they look first, and what is told meanwhile is how the rest stands.
    await page.getByRole('row', { name: /shop/ }).getByText('1 more not shown yet: whom it concerns looks first').waitFor();
    await page.getByRole('img', { name: /Still carried in shop: \d+ %, between \d+ % and \d+ %/ }).waitFor();
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
      'Today',
      'Map',
      'Absence lab',
      'Areas',
      'My picture',
      'Sources',
      'Settings',
    ]);
    await isWell(page);
  });

  it('makes a second administrator, and is not asked for one any more', async () => {
    const { page } = ana;
    await visit(page, '/people');
    await page.getByLabel('Give Bo Example another role').selectOption({ label: 'Administrator' });
    await page.getByText('Two administrators or more').waitFor();
    await visit(page, '/');
    await page.getByRole('link', { name: 'Say who you are' }).waitFor();
    expect(await page.getByText('There is one administrator.').count()).toBe(0);
  });

  it('knows who somebody is in the history once somebody else has said so', async () => {
    const { page } = ana;
    await visit(page, '/settings');
    await page.getByRole('button', { name: 'This is me' }).click();
    const asked = page.getByRole('table', { name: 'What you say you are' });
    await asked.getByText('waits for somebody else’s word').waitFor();
    const link = await asked.getByRole('status').locator('code').innerText();
    await isWell(page);
    await page.goto(link);
    await page.getByText('nobody decides on their own claim').waitFor();
    await visit(bo.page, '/');
    await bo.page.getByText('Ana Example says: ana@example.org in the history is me.').waitFor();
    await bo.page.getByRole('link', { name: 'Confirm or refuse it' }).click();
    await bo.page.getByRole('heading', { name: 'Is that so?' }).waitFor();
    expect(bo.page.url()).toBe(link);
    await isWell(bo.page);
    await bo.page.getByRole('button', { name: 'Confirm' }).click();
    await bo.page.getByText('It is settled').waitFor();
    await visit(page, '/settings');
    await asked.getByText('confirmed').waitFor();
    await visit(page, '/');
    await page.getByText('A finding about billing/ in shop concerns you: look at it first.').waitFor();
  });

  it('shows whoever is known what two weeks without them mean, and what to hand over before', async () => {
    const { page } = ana;
    await visit(page, '/');
    const shop = await page.getByRole('link', { name: 'shop' }).getAttribute('href');
    await visit(page, `${shop}/away?from=2026-04-13&to=2026-04-26`);
    await expect.poll(async () => await page.locator('h1').innerText()).toMatch(/^Without you from 2026-04-13 to 2026-04-26/);
    const ready = page.getByRole('region', { name: 'Before you go' });
    await ready.getByRole('heading', { name: 'Hand over by 2026-04-12' }).waitFor();
    await ready.getByText('billing').first().waitFor();
    await isWell(page);
    await visit(bo.page, `${shop}/away?from=2026-04-13&to=2026-04-26`);
    await bo.page.getByRole('heading', { name: 'Which person of this history are you?' }).waitFor();
  });

  it('fits a phone', async () => {
    const small = await team.browser.newContext({ viewport: PHONE, storageState: await ana.page.context().storageState() });
    small.setDefaultTimeout(PATIENCE);
    const page = await small.newPage();
    for (const path of ['/', '/me', '/people', '/sources', '/settings']) {
      await visit(page, path);
      await page.waitForTimeout(300);
      expect([path, await overhang(page), await hiddenLabels(page), await unsaidDates(page)]).toEqual([path, 0, [], []]);
      await isWell(page);
    }
    await small.close();
  });

  it('shuts the door behind whoever signs out, everywhere else at once', async () => {
    const { page } = bo;
    await visit(page, '/settings');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await isWell(page);
    await page.getByLabel('E-mail address').fill('bo@example.org');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('do not open an account').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation').waitFor();
  });

  it('had nothing go wrong but what it tried', () => {
    const unexpected = [...ana.problems, ...bo.problems].filter((problem) => !/status of (401|422)/.test(problem));
    expect(unexpected).toEqual([]);
  });
});
