import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRepository } from '#test/golden/build-repository.ts';
import { axeFindings, openBrowser, overhang, PHONE, type WatchedPage, watchedPage } from './browser.ts';
import { type ServedPage, servePage } from './served-page.ts';
import { environment, newHome, understudy } from './understudy.ts';

const SHOTS = process.env['UNDERSTUDY_SHOTS'];
const CODEOWNERS = '/billing/ ana@example.org\n/ledger/ bo@example.org cem@example.org\n/gone/ bo@example.org\n';
const ACCESS = `person,right,place,from
ana@example.org,deploy,service:billing,2026-01-15
bo@example.org,deploy,service:ledger,2026-01-15
cem@example.org,deploy,service:ledger,2026-01-15
`;
const BY = ['Ana Example <ana@example.org>', 'Bo Example <bo@example.org>', 'Cem Example <cem@example.org>'] as const;

/** Billing is Ana's, the ledger Bo's and Cem's; CODEOWNERS says so, and a table says who may roll out what. */
function repositoryIn(folder: string, codeowners: string | undefined): void {
  const at = (day: number, hour: number) =>
    `2026-0${1 + Math.floor(day / 28)}-${String((day % 28) + 1).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+00:00`;
  const commits = Array.from({ length: 80 }, (_, day) => [
    { by: BY[0], at: at(day, 9), files: { 'billing/invoice.ts': `// ${day}\n`, [`billing/tax${day % 5}.ts`]: `// ${day}\n` } },
    { by: BY[1 + (day % 2)]!, at: at(day, 12), files: { 'ledger/close.ts': `// ${day}\n`, [`ledger/open${day % 5}.ts`]: `// ${day}\n` } },
  ]).flat();
  const first = codeowners === undefined ? [] : [{ by: BY[0], at: at(0, 8), files: { '.github/CODEOWNERS': codeowners } }];
  buildRepository({ commits: [...first, ...commits], folder, checkout: true });
}

interface Told {
  readonly reading: string;
}

/** On one's own machine: the same parts as on a team's server, about anybody. */
describe('beyond git, on one’s own machine', () => {
  const home = newHome();
  const folder = join(home, 'shop');
  let browser: Browser;
  let served: ServedPage;
  let watched: WatchedPage;

  beforeAll(async () => {
    mkdirSync(home, { recursive: true });
    repositoryIn(folder, CODEOWNERS);
    writeFileSync(join(home, 'gitconfig'), '[user]\n\temail = ana@example.org\n');
    writeFileSync(join(home, 'access.csv'), ACCESS);
    const told = understudy(['import', 'access.csv'], { cwd: home, env: environment(home) });
    expect([told.status, told.stderr]).toEqual([0, expect.any(String)]);
    [browser, served] = await Promise.all([openBrowser(), servePage(folder, { cwd: home, env: environment(home) })]);
    watched = await watchedPage(browser);
  });
  afterAll(async () => {
    await watched?.close();
    await Promise.all([browser?.close(), served?.stop()]);
    rmSync(home, { recursive: true });
  });

  const isWell = async (): Promise<void> => expect([await axeFindings(watched.page), await overhang(watched.page)]).toEqual([[], 0]);

  it('the first page says what is judged besides, and of nothing told that git cannot tell it', async () => {
    const { page } = watched;
    await page.goto(served.address);
    await page.getByText('judged: change, part of review, part of explain, access').waitFor();
    await page.getByText('who is paged', { exact: true }).waitFor();
    expect(await page.getByText('who may deploy', { exact: true }).count()).toBe(0);
    const { stdout } = understudy(['open', '--no-serve'], { cwd: folder, env: environment(home) });
    expect([stdout.includes('part of explain, access'), stdout.includes('who may deploy')]).toEqual([true, false]);
  });

  it('signals, as the command line notices them, with their reasons', async () => {
    const { page } = watched;
    await page.goto(served.address);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Signals' }).click();
    await page.getByRole('heading', { level: 1, name: /signals can be judged/ }).waitFor();
    await page.getByRole('region', { name: 'Not judged' }).waitFor();
    await isWell();
    const asked = async (): Promise<string> => ((await (await fetch(`${served.address}/api/answers/signals`)).json()) as Told).reading;
    const { stdout } = understudy(['signals', '--json'], { cwd: folder, env: environment(home) });
    expect(await asked()).toBe((JSON.parse(stdout) as Told).reading);
    await page.goto(`${served.address}/signals?kind=concentration`);
    await page.getByRole('region', { name: 'Where knowledge concentrates' }).waitFor();
    await isWell();
  });

  it('all areas: what is judged beyond code, and CODEOWNERS rule by rule', async () => {
    const { page } = watched;
    await page.goto(`${served.address}/areas`);
    const rules = page.getByRole('table').filter({ hasText: 'In fact, not known by name' });
    await rules.getByRole('row', { name: /\/gone\/.*dead/ }).waitFor();
    const facets = page.getByRole('region', { name: 'Beyond code' });
    await facets.getByRole('row', { name: /billing.*may deploy/ }).waitFor();
    await facets.getByText('not judged').first().waitFor();
    await facets.getByRole('button', { name: 'Why' }).first().click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await isWell();
  });

  it('one area, and nothing of it beside an earlier day', async () => {
    const { page } = watched;
    await page.goto(`${served.address}/areas/billing`);
    await page.getByRole('region', { name: 'Beyond code' }).getByText('Rights with one holder or none').waitFor();
    await page.getByRole('region', { name: 'CODEOWNERS against who works there' }).getByText('/billing/').first().waitFor();
    await isWell();
    await page.goto(`${served.address}/areas/billing?at=2026-02-20`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('region', { name: 'Beyond code' }).count()).toBe(0);
  });

  it('the lab: what nobody could approve without anybody, with the lines that would end it', async () => {
    const { page } = watched;
    await page.goto(`${served.address}/away`);
    const part = page.getByRole('region', { name: 'What nobody could approve' });
    await part.getByText('In these days changes under 1 rule of CODEOWNERS could be approved by nobody').waitFor();
    expect(await part.getByRole('listitem').first().innerText()).toContain('/billing/');
    await isWell();
    await page.goto(`${served.address}/away?who=nobody`);
    await page.getByPlaceholder('Type a name').fill('bo');
    await page.getByRole('option', { name: 'Bo Example' }).click();
    await part.getByText('CODEOWNERS leaves somebody to approve every change that could be approved without this absence').waitFor();
  });

  it('says the same as the command line, and refuses what is no question', async () => {
    const get = async (path: string) => await fetch(`${served.address}/api/answers/${path}`);
    const said = JSON.parse(understudy(['owners', folder, '--json'], { cwd: home, env: environment(home) }).stdout) as { rows: unknown };
    expect(((await (await get('owners')).json()) as { rows: unknown }).rows).toEqual(said.rows);
    for (const path of ['owners?people=x', 'owners?people=-1', 'facets?moon=1', 'owners?from=never'])
      expect((await get(path)).status, path).toBe(400);
    expect(((await (await get('facets?area=moon')).json()) as { code: string }).code).toBe('unknown-area');
    expect(((await (await get('owners?people=999')).json()) as { code: string }).code).toBe('unknown-person');
  });

  it('stands on a phone, in the dark, too', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, problems, close } = await watchedPage(browser, { viewport: PHONE, colorScheme });
      for (const [path, name] of [
        ['/areas', 'CODEOWNERS against who works there'],
        ['/areas/billing', 'CODEOWNERS against who works there'],
        ['/away', 'What nobody could approve'],
      ] as const) {
        await page.goto(served.address + path);
        await page.getByRole('region', { name }).getByText('/billing/').first().waitFor();
        expect([await axeFindings(page), await overhang(page)], path).toEqual([[], 0]);
        if (SHOTS !== undefined) {
          mkdirSync(SHOTS, { recursive: true });
          await page.screenshot({ path: join(SHOTS, `beyond-${colorScheme}${path.replaceAll(/\W/g, '-')}.png`), fullPage: true });
        }
      }
      expect(problems).toEqual([]);
      await close();
    }
  });

  it('wrote nothing wrong to the console', () => expect(watched.problems).toEqual([]));

  it('is silent where nothing is told and nobody is named', async () => {
    const bare = newHome();
    mkdirSync(bare, { recursive: true });
    repositoryIn(join(bare, 'shop'), undefined);
    const other = await servePage(join(bare, 'shop'), { cwd: bare, env: environment(bare) });
    const { page, problems, close } = await watchedPage(browser);
    await page.goto(`${other.address}/areas`);
    await page
      .getByRole('row', { name: /billing/ })
      .first()
      .waitFor();
    expect(await page.getByRole('region', { name: 'Beyond code' }).count()).toBe(0);
    const { headers } = await fetch(`${other.address}/api/world`, { method: 'HEAD' });
    expect([headers.get('x-world-beyond'), headers.get('x-world-closed')]).toEqual([null, null]);
    expect(await page.getByRole('link', { name: 'Signals' }).count()).toBe(0);
    const none = await fetch(`${other.address}/api/answers/signals`);
    expect(((await none.json()) as { code: string }).code).toBe('nothing-told');
    await page.goto(`${other.address}/signals`);
    await page.getByRole('heading', { level: 1, name: /nothing beyond git is connected/ }).waitFor();
    expect(problems).toEqual([]);
    await close();
    await other.stop();
    rmSync(bare, { recursive: true });
  });
});
