import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAsPage } from './ask-as-page.ts';
import { hiddenLabels, overhang, PATIENCE, PHONE, unsaidDates, type WatchedPage } from './browser.ts';
import { isWell } from './look-well.ts';
import { beginAs, comeInBy, type TeamAtWork, teamAtWork } from './team-at-work.ts';
import { newHome, teamRepository } from './understudy.ts';

const REASON = 'Agreed with the works council on Friday.';
const NOTE = 'Bo will lead the next change in billing; I only review.';

/** Dana sets up and is nobody in the history; billing is Ana's alone; Bo works elsewhere. Each step stands on the one before. */
describe('what concerns one person, in a team', () => {
  const home = newHome();
  let team: TeamAtWork;
  const people: Record<'dana' | 'ana' | 'bo', WatchedPage> = {} as never;

  beforeAll(async () => {
    teamRepository(join(home, 'shop'));
    team = await teamAtWork(home);
    for (const name of ['dana', 'ana', 'bo'] as const) people[name] = await team.somebody();
  });
  afterAll(async () => await team?.end());

  const visit = async (page: Page, path: string): Promise<void> => await team.visit(page, path);
  const comeIn = async (page: Page, name: string): Promise<void> => {
    const body = { name: `${name} Example`, email: `${name.toLowerCase()}@example.org`, roles: [] };
    const { status, told } = await askAsPage(people.dana.page, 'POST', '/api/accounts', body);
    expect(status).toBe(201);
    await comeInBy(page, (told as { link: string }).link, name);
  };

  it('asks whoever sets it up what it is for, and reads a repository', async () => {
    const { page } = people.dana;
    await beginAs(page, team, 'Dana');
    await page.getByRole('link', { name: 'See how this runs' }).click();
    await page.getByRole('heading', { name: 'Everybody sees areas and roles' }).waitFor();
    await isWell(page, 'installation-first');
    await page.getByRole('button', { name: 'We use it for this and for nothing else' }).click();
    await page.getByText(/^Acknowledged on \d{4}-\d\d-\d\d\.$/).waitFor();
    expect((await askAsPage(page, 'POST', '/api/sources', { address: join(home, 'shop'), name: 'shop' })).status).toBe(201);
    await visit(page, '/sources');
    await page.getByRole('row', { name: /shop read .* 300 commits/ }).waitFor();
  });

  it('says in words what another mode changes, and takes it with a reason only', async () => {
    const { page } = people.dana;
    await visit(page, '/installation');
    await page.getByRole('radio', { name: /^Council/ }).check();
    await page.getByText('Files and folders close for everybody at once').waitFor();
    await page.getByLabel('Why?').fill('because');
    await page.getByRole('button', { name: 'Change to council mode' }).click();
    await page.getByRole('alert').getByText('at least 20 characters').waitFor();
    await isWell(page, 'installation-mode');
    await page.getByLabel('Why?').fill(REASON);
    await page.getByRole('button', { name: 'Change to council mode' }).click();
    await page.getByRole('heading', { name: 'Everybody sees areas only' }).waitFor();
    await page.getByRole('row', { name: new RegExp(`council mode ${REASON} you`) }).waitFor();
    await page.getByRole('radio', { name: /^Team/ }).check();
    await page.getByLabel('Why?').fill('Council mode comes with the next quarter.');
    await page.getByRole('button', { name: 'Change to team mode' }).click();
    await page.getByRole('heading', { name: 'Everybody sees areas and roles' }).waitFor();
  });

  it('keeps terms that are shorter, and refuses longer ones', async () => {
    const { page } = people.dana;
    const log = page.getByLabel('Who looked at whom');
    await log.fill('365');
    await page.getByRole('button', { name: 'Keep these terms' }).click();
    await page.getByRole('row', { name: /who looked at whom: 365 days/ }).waitFor();
    await isWell(page, 'installation');
    expect((await askAsPage(page, 'PUT', '/api/settings', { retention: { log: 731 } })).status).toBe(422);
  });

  it('tells everybody else that something is held back, and from when on it is shown', async () => {
    const { page } = people.bo;
    await comeIn(page, 'Bo');
    await visit(page, '/r/shop');
    await page
      .getByRole('note')
      .getByText(/A finding about one area is shown from \d{4}-\d\d-\d\d on: whom it concerns looks first/)
      .waitFor();
    await isWell(page, 'held-front');
    await visit(page, '/r/shop/areas');
    await page.getByRole('note').getByText('whom it concerns looks first').waitFor();
    expect(await page.getByRole('row', { name: /billing/ }).count()).toBe(0);
    await isWell(page, 'held-areas');
    await visit(page, '/r/shop/map');
    await page.getByRole('note').getByText('whom it concerns looks first').waitFor();
    await isWell(page, 'held-map');
    await visit(page, '/me');
    await page.getByText('It is not known yet which names in the history are yours').waitFor();
    await isWell(page, 'me-unknown');
    expect((await askAsPage(page, 'POST', '/api/me/claims', { spelling: 'Bo Example <bo@example.org>' })).status).toBeLessThan(300);
    await visit(page, '/r/shop/away');
    await page.getByRole('note').getByText('whom it concerns looks first').waitFor();
    await isWell(page, 'held-lab');
  });

  it('leads whom it concerns from Today to a finding of theirs', async () => {
    const { page } = people.ana;
    await comeIn(page, 'Ana');
    expect(await askAsPage(page, 'POST', '/api/me/claims', { spelling: 'Ana Example <ana@example.org>' })).toMatchObject({
      told: { confirmed: true },
    });
    await visit(page, '/');
    await page.getByText(/^A finding about billing\/ in shop concerns you: look at it first\. 2 days and 2\d hours are left/).waitFor();
    await isWell(page, 'today-finding');
    await page.getByRole('link', { name: 'Look', exact: true }).click();
    await page.getByRole('heading', { name: /One finding concerns you; nobody else sees it before/ }).waitFor();
  });

  it('keeps their note, and shows it to others once they let it go', async () => {
    const { page } = people.ana;
    await page.getByText('Write a note').click();
    await page.getByLabel('What should stand with it?').fill(NOTE);
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.locator('blockquote').getByText(NOTE).waitFor();
    await isWell(page, 'me');
    await page.getByRole('link', { name: 'billing/' }).click();
    await page
      .getByRole('complementary', { name: /^Note on / })
      .getByText('Nobody else sees it before')
      .waitFor();
    await isWell(page, 'area-own');
    await visit(page, '/me');
    await page.getByRole('button', { name: 'Let it go now' }).click();
    await page.getByRole('button', { name: 'Show it to others now?' }).click();
    await page.getByRole('heading', { name: 'One finding concerns you; others see it too, without your name.' }).waitFor();
    await visit(people.bo.page, '/r/shop');
    await people.bo.page
      .getByRole('link', { name: /billing/ })
      .first()
      .waitFor();
    expect(await people.bo.page.getByRole('note').count()).toBe(0);
    await visit(people.bo.page, '/r/shop/areas/billing');
    const note = people.bo.page.getByRole('complementary', { name: /^Note on / });
    await note.getByText(NOTE).waitFor();
    expect(await note.innerText()).not.toContain('Ana');
    await isWell(people.bo.page, 'area-note');
  });

  it('shows in the access log what was asked, to whom it concerns and to the council', async () => {
    const { page } = people.ana;
    await visit(page, '/me');
    await page
      .getByRole('row', { name: /you findings about whoever asked answered/ })
      .first()
      .waitFor();
    await isWell(page, 'me-log');
    const accounts = (await askAsPage(people.dana.page, 'GET', '/api/accounts')).told as { accounts: { id: string; name: string }[] };
    const bo = accounts.accounts.find(({ name }) => name === 'Bo Example')!.id;
    expect((await askAsPage(people.dana.page, 'POST', `/api/accounts/${bo}/roles`, { role: 'council' })).status).toBeLessThan(300);
    const { page: council } = people.bo;
    await visit(council, '/');
    await council.getByRole('link', { name: 'Access log' }).click();
    await council.getByRole('row', { name: new RegExp(`changed to council mode “${REASON}” answered`) }).waitFor();
    expect(await council.getByRole('main').innerText()).not.toMatch(/Ana|Dana/);
    await isWell(council, 'access-log');
    await visit(council, '/installation');
    await council.getByRole('row', { name: /Who looked at whom 365/ }).waitFor();
    expect(await council.getByRole('radio', { name: /^Solo/ }).isDisabled()).toBe(true);
    await isWell(council, 'installation-council');
  });

  it('gives the works agreement to read and to take along, in two languages', async () => {
    const { page } = people.bo;
    await visit(page, '/agreement');
    await page.getByRole('heading', { name: 'Agreement on the use of Understudy (draft)' }).waitFor();
    await isWell(page, 'agreement');
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page
      .getByRole('heading', { name: /Aufbewahr|Speicher/ })
      .first()
      .waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download it (Deutsch)' }).click()]);
    expect(file.suggestedFilename()).toBe('works-agreement-de.md');
    const text = readFileSync(await file.path(), 'utf8');
    expect([text.startsWith('# '), text.includes('365')]).toEqual([true, true]);
  });

  it('fits a phone', async () => {
    for (const [name, paths] of [
      ['dana', ['/installation', '/me', '/agreement']],
      ['bo', ['/access-log', '/r/shop', '/r/shop/areas/billing']],
      ['ana', ['/', '/me']],
    ] as const) {
      const small = await team.browser.newContext({ viewport: PHONE, storageState: await people[name].page.context().storageState() });
      small.setDefaultTimeout(PATIENCE);
      const page = await small.newPage();
      for (const path of paths) {
        await visit(page, path);
        await page.waitForTimeout(400);
        expect([path, await overhang(page), await hiddenLabels(page), await unsaidDates(page)]).toEqual([path, 0, [], []]);
        await isWell(page, `phone-${name}${path.replaceAll('/', '-')}`);
      }
      await small.close();
    }
  });

  it('gives everybody what is kept about them, and has it erased once two agree', async () => {
    const { page } = people.ana;
    await visit(page, '/me');
    const take = page.getByRole('link', { name: 'Download everything that is kept about me' });
    const [file] = await Promise.all([page.waitForEvent('download'), take.click()]);
    expect([file.suggestedFilename(), readFileSync(await file.path(), 'utf8').includes(NOTE)]).toEqual(['my-data.json', true]);
    await page.getByRole('button', { name: 'Ask to be erased' }).click();
    await page.getByRole('button', { name: 'Really ask for it?' }).click();
    await page.getByText(/^You asked to be erased .* UTC. It waits for somebody else who administers/).waitFor();
    await visit(page, '/me');
    await page.getByText(/^You asked to be erased/).waitFor();
    expect(await page.getByRole('button', { name: 'Ask to be erased' }).count()).toBe(0);
    await isWell(page, 'me-data');
    const { page: other } = people.dana;
    await visit(other, '/');
    await other.getByRole('link', { name: 'See who, and confirm it' }).click();
    await other.getByRole('row', { name: /Ana Example/ }).waitFor();
    await isWell(other, 'installation-erasure');
    await other.getByRole('button', { name: 'Confirm', exact: true }).click();
    await other.getByRole('button', { name: 'Erase for good?' }).click();
    await other.getByRole('row', { name: /Ana Example/ }).waitFor({ state: 'detached' });
  });

  it('had nothing go wrong but what it tried', () => {
    const unexpected = Object.values(people).flatMap(({ problems }) => problems.filter((problem) => !/status of 422/.test(problem)));
    expect(unexpected).toEqual([]);
  });
});
