import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAsPage } from './ask-as-page.ts';
import { overhang, PATIENCE, PHONE, type WatchedPage } from './browser.ts';
import { isWell } from './look-well.ts';
import { beginAs, comeInBy, type TeamAtWork, teamAtWork } from './team-at-work.ts';
import { newHome, teamRepository } from './understudy.ts';

const REASON = 'Invoices are wrong and whoever knows billing has to be reached.';

/** Dana sets up, Lea asks, Cem is of the council, billing is Ana's. Each step stands on the one before. */
describe('names behind four eyes, in council mode', () => {
  const home = newHome();
  let team: TeamAtWork;
  const people: Record<'dana' | 'ana' | 'lea' | 'cem', WatchedPage> = {} as never;

  beforeAll(async () => {
    teamRepository(join(home, 'shop'));
    team = await teamAtWork(home);
    for (const name of ['dana', 'ana', 'lea', 'cem'] as const) people[name] = await team.somebody();
  });
  afterAll(async () => await team?.end());

  const visit = async (page: Page, path: string): Promise<void> => await team.visit(page, path);
  const comeIn = async (name: 'ana' | 'lea' | 'cem', roles: readonly string[]): Promise<void> => {
    const called = name[0]!.toUpperCase() + name.slice(1);
    const body = { name: `${called} Example`, email: `${name}@example.org`, roles };
    const { status, told } = await askAsPage(people.dana.page, 'POST', '/api/accounts', body);
    expect(status).toBe(201);
    await comeInBy(people[name].page, (told as { link: string }).link, called);
  };

  it('are no page of team mode, and one of council mode', async () => {
    const { page } = people.dana;
    await beginAs(page, team, 'Dana');
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    expect((await askAsPage(page, 'POST', '/api/sources', { address: join(home, 'shop'), name: 'shop' })).status).toBe(201);
    await visit(page, '/sources');
    await page.getByRole('row', { name: /shop read .* 300 commits/ }).waitFor();
    await comeIn('ana', []);
    await comeIn('lea', ['lead']);
    await comeIn('cem', ['council']);
    await visit(people.lea.page, '/names');
    await people.lea.page.getByRole('heading', { name: 'In team mode nobody opens names: ask whom it concerns.' }).waitFor();
    expect(await people.lea.page.getByRole('link', { name: 'Names' }).count()).toBe(0);
    const mode = { mode: 'council', reason: 'Agreed with the works council on Friday.' };
    expect((await askAsPage(page, 'PUT', '/api/settings', mode)).status).toBe(200);
  });

  it('teach the council, where nobody asks', async () => {
    const { page } = people.cem;
    await visit(page, '/');
    await page.getByRole('link', { name: 'Names' }).click();
    await page.getByText('Nobody asks for names. When somebody does').waitFor();
    await isWell(page, 'names-empty');
  });

  it('are asked for from the page of an area, once its first look is over', async () => {
    const { page } = people.ana;
    expect(await askAsPage(page, 'POST', '/api/me/claims', { spelling: 'Ana Example <ana@example.org>' })).toMatchObject({
      told: { confirmed: true },
    });
    const { told } = await askAsPage(page, 'GET', '/api/me/findings');
    for (const { id } of (told as { findings: { id: string }[] }).findings)
      expect((await askAsPage(page, 'POST', `/api/me/findings/${id}/let-go`)).status).toBe(204);
    const { page: lea } = people.lea;
    await visit(lea, '/r/shop/areas/billing');
    await lea.getByRole('link', { name: 'Ask the council, if somebody must be reached' }).click();
    await lea.getByRole('heading', { name: 'No names are open to you.' }).waitFor();
    await lea.getByRole('checkbox', { name: 'billing/' }).waitFor();
    expect(await lea.getByRole('checkbox', { name: 'billing/' }).isChecked()).toBe(true);
    await lea.getByLabel('Why?').fill('because');
    await lea.getByRole('button', { name: 'Ask the council' }).click();
    await lea.getByRole('alert').getByText('at least 20 characters').waitFor();
    await lea.getByLabel('Why?').fill(REASON);
    await isWell(lea, 'names-ask');
    await lea.getByRole('button', { name: 'Ask the council' }).click();
    await lea.getByRole('heading', { name: 'What you asked for waits for the council.' }).waitFor();
    await isWell(lea, 'names-waiting');
  });

  it('open once the council agrees, to whoever asked', async () => {
    const { page: cem } = people.cem;
    await visit(cem, '/');
    await cem.getByText('Somebody asks for the names behind billing/ in shop.').waitFor();
    await cem.getByRole('link', { name: 'Agree or refuse' }).click();
    await cem.getByText(REASON).waitFor();
    await isWell(cem, 'names-decide');
    await cem.getByRole('button', { name: 'Agree', exact: true }).click();
    await cem.getByRole('button', { name: 'Open names now?' }).click();
    await cem.getByRole('button', { name: 'Close it now' }).waitFor();
    expect(await cem.getByRole('main').innerText()).not.toMatch(/Ana|Show the names/);
    const { page: lea } = people.lea;
    await visit(lea, '/');
    await lea.getByRole('link', { name: 'See them' }).click();
    await lea.getByRole('heading', { name: /^Names of billing\/ in shop are open to you until/ }).waitFor();
    expect(await lea.getByRole('main').innerText()).not.toContain('Ana');
    await lea.getByRole('button', { name: 'Show the names' }).click();
    await lea.getByText('Ana Example').waitFor();
    await isWell(lea, 'names-open');
    await lea.emulateMedia({ colorScheme: 'dark' });
    await isWell(lea, 'names-open-dark');
    await lea.emulateMedia({ colorScheme: 'light' });
  });

  it('tell whom they name who read them, when and why', async () => {
    const { page } = people.ana;
    await visit(page, '/me');
    await page.getByRole('row', { name: new RegExp(`read names that were opened about you “${REASON}” answered`) }).waitFor();
    await page.getByRole('row', { name: /agreed that names be opened about you/ }).waitFor();
    await visit(page, '/names');
    await page.getByText('Your name is among those that it shows.').waitFor();
    await isWell(page, 'names-about-me');
    await visit(people.cem.page, '/access-log');
    await people.cem.page.getByRole('row', { name: /read names that were opened/ }).waitFor();
    expect(await people.cem.page.getByRole('main').innerText()).not.toMatch(/Ana|Lea/);
  });

  it('fit a phone', async () => {
    for (const [name, dark] of [
      ['lea', false],
      ['cem', true],
      ['ana', false],
    ] as const) {
      const state = await people[name].page.context().storageState();
      const small = await team.browser.newContext({ viewport: PHONE, storageState: state, colorScheme: dark ? 'dark' : 'light' });
      small.setDefaultTimeout(PATIENCE);
      const page = await small.newPage();
      await visit(page, '/names');
      await page.getByText(REASON).waitFor();
      expect([name, await overhang(page)]).toEqual([name, 0]);
      await isWell(page, `phone-names-${name}`);
      await small.close();
    }
  });

  it('close when the council says so, and are gone at once', async () => {
    const { page: cem } = people.cem;
    await visit(cem, '/names');
    await cem.getByRole('button', { name: 'Close it now' }).click();
    await cem.getByText('and closed by the council.').waitFor();
    await isWell(cem, 'names-decided');
    const { page: lea } = people.lea;
    await lea.getByRole('button', { name: 'I need them no more' }).waitFor();
    const id = ((await askAsPage(lea, 'GET', '/api/me/openings')).told as { openings: { id: string }[] }).openings[0]!.id;
    expect(await askAsPage(lea, 'GET', `/api/openings/${id}/names`)).toMatchObject({ status: 422, told: { code: 'opening-decided' } });
  });

  it('had nothing go wrong but what it tried', () => {
    const unexpected = Object.values(people).flatMap(({ problems }) => problems.filter((problem) => !/status of 422/.test(problem)));
    expect(unexpected).toEqual([]);
  });
});
