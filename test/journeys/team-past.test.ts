import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRepository } from '#test/golden/build-repository.ts';
import { axeFindings, openBrowser, overhang, PHONE, type WatchedPage, watchedPage } from './browser.ts';
import { serveTeam, type ServedTeamPage } from './served-team-page.ts';
import { environment, newHome, understudy } from './understudy.ts';

const SHOTS = process.env['UNDERSTUDY_SHOTS'];
const DAYS = 600;
const TERM = 90;

/** Six people in shop/, in turn, until today; billing/ is Ana's alone. */
function repository(folder: string): void {
  const at = (day: number): string => new Date(Date.now() - (DAYS - day) * 86_400_000).toISOString().replace('Z', '+00:00');
  const commits = Array.from({ length: DAYS / 3 }, (_, n) => {
    const [day, person] = [n * 3, 'Ana Bo Cem Dara Eli Fay'.split(' ')[n % 6]!];
    const billing = n % 3 === 0 ? [{ by: 'Ana Example <ana@example.org>', at: at(day), files: { 'billing/invoice.ts': `${n}\n` } }] : [];
    return [
      { by: `${person} Example <${person.toLowerCase()}@example.org>`, at: at(day), files: { 'shop/cart.ts': `${n}\n` } },
      ...billing,
    ];
  }).flat();
  const cut = { by: 'Ana Example <ana@example.org>', at: at(0), files: { CODEOWNERS: '/billing/ @a\n/shop/ @b\n' } };
  buildRepository({ commits: [cut, ...commits], checkout: true, folder });
}

describe('what the term leaves, in a team', () => {
  const home = newHome();
  let browser: Browser;
  let served: ServedTeamPage;
  let dana: WatchedPage;

  beforeAll(async () => {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'gitconfig'), '');
    repository(join(home, 'shop'));
    [browser, served] = await Promise.all([openBrowser(), serveTeam({ cwd: home, env: environment(home) })]);
    dana = await watchedPage(browser, { reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), served?.stop()]);
    rmSync(home, { recursive: true, force: true });
  });

  it('stands on the page of an area and on the front page, and is taken along', async () => {
    const { page } = dana;
    await page.goto(served.firstLink);
    await page.getByLabel('Your name').fill('Dana Example');
    await page.getByLabel('E-mail address').fill('dana@example.org');
    await page.getByLabel('Password').fill('tulip harbour quiet lantern');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    const ask = async (method: string, path: string, body: unknown): Promise<number> =>
      await page.evaluate(
        async ([how, where, sent]) => {
          const options = { method: how, headers: { 'x-understudy': 'page', 'content-type': 'application/json' }, body: sent };
          return (await fetch(where, options)).status;
        },
        [method, path, JSON.stringify(body)] as const,
      );
    expect(await ask('PUT', '/api/settings', { retention: { evidence: TERM } })).toBe(200);
    // Another worker comes, looks what is past its term, and reads what is new.
    expect(understudy(['work', '--once'], { cwd: home, env: environment(home) }).status).toBe(0);
    expect(await ask('POST', '/api/sources', { address: join(home, 'shop'), name: 'shop' })).toBe(201);
    await page.goto(`${served.address}/sources`);
    await page.getByRole('row', { name: /shop read/ }).waitFor();
    await expect
      .poll(async () => await page.evaluate(async () => await (await fetch('/api/sources/shop/past-counts')).text()))
      .toContain('"spans":[{');
    await page.goto(`${served.address}/r/shop/areas/shop`);
    const past = page.getByRole('region', { name: /^Before \d{4}-\d\d-\d\d$/ });
    await past.getByText(/^What was done earlier is past its term and weighs in no figure. \d+ acts in shop\/ from /).waitFor();
    await past.getByText('The same as a table').click();
    expect(await past.getByRole('row').count()).toBeGreaterThan(8);
    await isWell('past-area');
    await page.emulateMedia({ colorScheme: 'dark' });
    await isWell('past-area-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${served.address}/r/shop`);
    const take = page.getByRole('link', { name: 'Take them along' });
    await take.waitFor();
    await isWell('past-front');
    const [file] = await Promise.all([page.waitForEvent('download'), take.click()]);
    expect(file.suggestedFilename()).toBe('shop-past-counts.csv');
  });

  it('fits a phone, and nothing went wrong', async () => {
    const small = await browser.newContext({ viewport: PHONE, storageState: await dana.page.context().storageState() });
    const page = await small.newPage();
    await page.goto(`${served.address}/r/shop/areas/shop`);
    await page.getByText('The same as a table').waitFor();
    expect([await overhang(page), dana.problems]).toEqual([0, []]);
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/phone-past-area.png`, fullPage: true });
    await small.close();
  });

  async function isWell(name: string): Promise<void> {
    if (SHOTS !== undefined) {
      mkdirSync(SHOTS, { recursive: true });
      await dana.page.waitForTimeout(500);
      await dana.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    }
    expect(await axeFindings(dana.page)).toEqual([]);
  }
});
