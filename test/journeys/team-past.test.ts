import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRepository } from '#test/golden/build-repository.ts';
import { askAsPage } from './ask-as-page.ts';
import { overhang, PATIENCE, PHONE, type WatchedPage } from './browser.ts';
import { isWell, SHOTS } from './look-well.ts';
import { beginAs, type TeamAtWork, teamAtWork } from './team-at-work.ts';
import { environment, newHome, understudy } from './understudy.ts';

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
  let team: TeamAtWork;
  let dana: WatchedPage;

  beforeAll(async () => {
    repository(join(home, 'shop'));
    team = await teamAtWork(home);
    dana = await team.somebody();
  });
  afterAll(async () => await team?.end());

  it('stands on the page of an area and on the front page, and is taken along', async () => {
    const { page } = dana;
    await beginAs(page, team, 'Dana');
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    expect(await askAsPage(page, 'PUT', '/api/settings', { retention: { evidence: TERM } })).toMatchObject({ status: 200 });
    // Another worker comes, looks what is past its term, and reads what is new.
    expect(understudy(['work', '--once'], { cwd: home, env: environment(home) }).status).toBe(0);
    expect(await askAsPage(page, 'POST', '/api/sources', { address: join(home, 'shop'), name: 'shop' })).toMatchObject({ status: 201 });
    await page.goto(`${team.served.address}/sources`);
    await page.getByRole('row', { name: /shop read/ }).waitFor();
    await expect
      .poll(async () => await page.evaluate(async () => await (await fetch('/api/sources/shop/past-counts')).text()))
      .toContain('"spans":[{');
    await page.goto(`${team.served.address}/r/shop/areas/shop`);
    const past = page.getByRole('region', { name: /^Before \d{4}-\d\d-\d\d$/ });
    await past.getByText(/^What was done earlier is past its term and weighs in no figure. \d+ acts in shop\/ from /).waitFor();
    await past.getByText('The same as a table').click();
    expect(await past.getByRole('row').count()).toBeGreaterThan(8);
    await isWell(page, 'past-area');
    await page.emulateMedia({ colorScheme: 'dark' });
    await isWell(page, 'past-area-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${team.served.address}/r/shop`);
    const take = page.getByRole('link', { name: 'Take them along' });
    await take.waitFor();
    await isWell(page, 'past-front');
    const [file] = await Promise.all([page.waitForEvent('download'), take.click()]);
    expect(file.suggestedFilename()).toBe('shop-past-counts.csv');
  });

  it('fits a phone, and nothing went wrong', async () => {
    const small = await team.browser.newContext({ viewport: PHONE, storageState: await dana.page.context().storageState() });
    small.setDefaultTimeout(PATIENCE);
    const page = await small.newPage();
    await page.goto(`${team.served.address}/r/shop/areas/shop`);
    await page.getByText('The same as a table').waitFor();
    expect([await overhang(page), dana.problems]).toEqual([0, []]);
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/phone-past-area.png`, fullPage: true });
    await small.close();
  });
});
