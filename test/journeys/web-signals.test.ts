import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, DESKTOP, openBrowser, overhang, PATIENCE, PHONE, type WatchedPage, watchedPage } from './browser.ts';
import { isWell, SHOTS } from './look-well.ts';
import { serveTeam, type ServedTeamPage } from './served-team-page.ts';
import { endOf, environment, newHome, startUnderstudy, understudy } from './understudy.ts';

const MINUTES = 600_000;

describe('signals, on an invented company', { timeout: MINUTES }, () => {
  const home = newHome();
  const empty = { cwd: home, env: environment(home) };
  const told = { cwd: home, env: environment(home, { UNDERSTUDY_DATA: join(home, 'company', 'data') }) };
  let browser: Browser;
  let served: ServedTeamPage;
  let dana: WatchedPage;

  beforeAll(async () => {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'gitconfig'), '');
    const demo = await endOf(startUnderstudy(['demo', 'company', '--seed', '12'], empty));
    expect(demo.status).toBe(0);
    browser = await openBrowser();
    served = await serveTeam(told);
    dana = await watchedPage(browser, { reducedMotion: 'reduce' });
    await begin(dana.page, served, 'solo');
  }, MINUTES);
  afterAll(async () => {
    await Promise.all([browser?.close(), served?.stop()]);
    rmSync(home, { recursive: true, force: true });
  });

  it('are told in the terminal, with their cases', () => {
    const { status, stdout } = understudy(['signals'], told);
    expect(status).toBe(0);
    expect(stdout).toMatch(/patterns in \d+ places are worth a look/);
    const { rows } = JSON.parse(understudy(['signals', '--json'], told).stdout) as { rows: { kind: string; area: string }[] };
    expect(stdout).toContain('One row for each pattern');
    const tableRows = (text: string, kind: string): number => text.split('\n').filter((line) => line.includes(` ${kind} `)).length;
    const [many] = [...Map.groupBy(rows, ({ kind }) => kind)].find(([, of]) => of.length > 3)!;
    expect(tableRows(stdout, many)).toBe(1);
    expect(understudy(['signals', many], told).stdout).not.toContain('One row for each pattern');
    const one = understudy(['signals', '--explain', rows[0]!.kind], told).stdout;
    expect(one).toMatch(/bound/);
    const wrong = understudy(['signals', 'reviewwait'], told);
    expect([wrong.status, wrong.stderr.includes('signal-not-known')]).toEqual([2, true]);
  });

  it('stand on a page that opens their reasons', async () => {
    const { page } = dana;
    await page.goto(served.address);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Signals' }).click();
    await page.getByRole('heading', { level: 1, name: /worth a look/ }).waitFor();
    await page.getByRole('region', { name: 'Drift' }).waitFor();
    await isWell(dana.page, 'signals');
    const why = page.getByRole('button', { name: /n = \d+: why/ }).first();
    await why.click();
    const panel = page.getByRole('dialog', { name: 'Because' });
    await panel.getByText('How sure').waitFor();
    expect(await panel.getByRole('listitem').count()).toBeGreaterThan(3);
    await isWell(dana.page, 'signals-because');
    const link = page.url();
    await panel.getByText('Say a word about it').first().click();
    await panel.getByLabel('Why, or what was done').fill('A second reviewer from May on.');
    await panel.getByRole('button', { name: 'Keep it' }).click();
    await panel.getByText('Kept; it rests for 90 days.').waitFor();
    await page.goto(link);
    await page.getByRole('dialog', { name: 'Because' }).getByText('How sure').waitFor();
    await page.getByRole('button', { name: 'Close the explanation' }).click();
    await page.getByText('A second reviewer from May on.').first().waitFor();
    for (const view of [
      'Where knowledge concentrates',
      'Which ways of sharing live',
      'What cannot be read from the system',
      'What is rewarded',
    ]) {
      await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click();
      await page.getByRole('region', { name: view, exact: true }).waitFor();
      await page.getByRole('region', { name: 'Signals that speak to it' }).waitFor();
      await isWell(dana.page, `signals-${view.replaceAll(' ', '-').toLowerCase()}`);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${served.address}/signals`);
    await page.getByRole('region', { name: 'Drift' }).waitFor();
    await isWell(dana.page, 'signals-dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('are folded by pattern, filtered by state and place, and a link keeps the filter', async () => {
    const { page } = dana;
    await page.goto(`${served.address}/signals`);
    await page.getByRole('region', { name: 'Drift' }).waitFor();
    const worth = page.getByRole('region', { name: 'What is worth a look', exact: true });
    const fold = worth.getByRole('group').first();
    expect(await fold.getByRole('button', { name: /why$/ }).count()).toBe(0);
    await fold.locator('summary').click();
    expect(await fold.getByRole('button', { name: /why$/ }).count()).toBeGreaterThan(1);
    await isWell(dana.page, 'signals-unfolded');

    await worth.getByLabel('State').selectOption('explained');
    await worth.getByText(/^1 of \d+ signals$/).waitFor();
    const { pathname, search } = new URL(page.url());
    expect([pathname, search]).toEqual(['/signals', '?state=explained']);
    await page.goto(page.url());
    await worth.getByText(/^1 of \d+ signals$/).waitFor();
    expect(await worth.getByRole('button', { name: /n = \d+: why/ }).count()).toBe(1);

    await worth.getByLabel('Area or team').fill('nowhere at all');
    await worth.getByText('None of these.').waitFor();
    await worth.getByRole('button', { name: 'Show all' }).click();
    expect(new URL(page.url()).search).toBe('');
    await worth.getByLabel('Area or team').fill('shop');
    await worth.getByText(/^\d+ of \d+ signals$/).waitFor();
    for (const said of await worth.getByRole('group').getByRole('list').allInnerTexts()) expect(said).toContain('shop');
    await isWell(dana.page, 'signals-filtered');

    await page.goto(`${served.address}/signals`);
    const changed = page.getByRole('region', { name: /^Since the look of / });
    await changed.getByRole('heading', { name: 'Explained' }).waitFor();
    await changed
      .getByRole('button', { name: /: why$/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: 'Because' }).getByText('How sure').waitFor();
    await page.getByRole('button', { name: 'Close the explanation' }).click();
  });

  it('go by a limit that the team sets, say who set it and why, and come back when it is taken back', async () => {
    const { page } = dana;
    const rows = async () => {
      const reply = await page.request.get(`${served.address}/api/signals`, { timeout: 0 });
      return ((await reply.json()) as { rows: { kind: string; signal: string; state: string }[] }).rows;
    };
    const before = await rows();
    const [, [{ kind, signal }, ...others]] = [...Map.groupBy(before, (row) => row.kind)].find(([, of]) => of.length > 2)! as [
      string,
      typeof before,
    ];
    expect(others.length).toBeGreaterThan(1);
    const states = async () => [...new Set((await rows()).filter((row) => row.kind === kind).map(({ state }) => state))];
    const why = 'We know of these and want to see the rest';

    await page.goto(`${served.address}/installation`);
    await page.getByLabel('Limits of', { exact: true }).selectOption({ label: signal });
    const form = page.getByRole('form', { name: `Limits of ${signal}` });
    expect(await form.getByLabel('As shipped again').count()).toBe(0);
    await form.getByLabel('From … cases on').fill('1000');
    await form.getByLabel('Why?').fill(why);
    await form.getByRole('button', { name: 'Keep these limits' }).click();
    const own = page.getByRole('table', { name: 'Own limits of signals' });
    await own.getByRole('row', { name: signal }).getByText('from 1000 cases on').waitFor();
    await page.getByRole('table', { name: 'What was changed' }).getByRole('row', { name: why }).getByText('you').waitFor();
    await isWell(page, 'installation-limits');

    await expect.poll(states, { timeout: MINUTES / 2 }).toEqual(['silenced']);
    await page.goto(`${served.address}/signals`);
    const changed = page.getByRole('region', { name: /^Since the look of / });
    await changed.getByRole('heading', { name: 'Silenced by a limit' }).waitFor();
    await changed.getByText(`No longer raised because the limit was changed by you on`).waitFor();
    expect(await changed.getByText(`: ${why}. Under the one before`).count()).toBe(1);
    expect(await changed.getByRole('heading', { name: 'Cleared' }).count()).toBe(0);
    const said = understudy(['signals', kind], told);
    expect(said.stdout.replaceAll(/\s+/g, ' ')).toContain(`: ${why}. Under the one before`);
    await isWell(page, 'signals-silenced');

    await page.goto(`${served.address}/installation`);
    await page.getByLabel('Limits of', { exact: true }).selectOption({ label: signal });
    await form.getByLabel('As shipped again').check();
    await form.getByLabel('Why?').fill('We have seen the rest.');
    await form.getByRole('button', { name: 'Keep these limits' }).click();
    await page.getByText(/^All \d+ signals speak as shipped/).waitFor();
    await page.getByRole('row', { name: 'signals: all as shipped' }).getByText('We have seen the rest.').waitFor();
    await expect.poll(rows, { timeout: MINUTES / 2 }).toEqual(before);
    await page.goto(`${served.address}/signals`);
    await page.getByRole('region', { name: 'Drift' }).waitFor();
    expect(await page.getByText('Silenced by a limit').count()).toBe(0);
  });

  it('stand beside what is judged beyond code, of all areas and of one', async () => {
    const { page } = dana;
    // However long the scene takes on this machine: afterwards it is there.
    const facets = async () => (await page.request.get(`${served.address}/api/sources/shop/answers/facets`, { timeout: 0 })).status();
    await expect.poll(facets, { timeout: MINUTES / 2 }).toBe(200);
    await page.goto(`${served.address}/r/shop/areas`);
    const table = page.getByRole('region', { name: 'Facets of areas, as a table' });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBeGreaterThan(6);
    const rules = page.getByRole('region', { name: 'Rules of CODEOWNERS' });
    await rules.waitFor();
    expect(await rules.getByRole('row').count()).toBe(5);
    await isWell(dana.page, 'beyond-areas');
    await table.getByRole('link', { name: 'billing' }).first().click();
    const beyond = page.getByRole('region', { name: 'Beyond code' });
    await beyond.getByRole('heading', { name: 'Operating' }).waitFor();
    expect(await beyond.getByText('expected in a fortnight').count()).toBe(3);
    expect(await beyond.getByText('reviewed it with substance', { exact: false }).count()).toBe(1);
    // What git cannot say, sources beyond it do here.
    expect(await page.getByText('Not judged here').count()).toBe(0);
    await page.getByRole('region', { name: 'Rules of CODEOWNERS' }).getByRole('row', { name: '/billing/' }).waitFor();
    await isWell(dana.page, 'beyond-area');
    await beyond.getByRole('button').first().click();
    await page.getByRole('dialog', { name: 'Because' }).getByText('How sure').waitFor();
    await page.getByRole('button', { name: 'Close the explanation' }).click();
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await overhang(page)).toBe(0);
    await page.setViewportSize(DESKTOP);

    await page.goto(`${served.address}/r/shop`);
    const first = page.getByRole('region', { name: 'Beyond code' });
    await first.getByText(/hangs? on one person|left to nobody|hangs on one/).waitFor();
    await first.scrollIntoViewIfNeeded();
    // However far somebody scrolls, the map stays above what stands below it.
    const ends = (await page.locator('[data-testid=map]').boundingBox())!;
    expect(ends.y + ends.height).toBeLessThanOrEqual((await first.boundingBox())!.y);
    await isWell(page, 'beyond-front');
  });

  it('fit a phone, and nothing went wrong', async () => {
    const small = await browser.newContext({ viewport: PHONE, storageState: await dana.page.context().storageState() });
    small.setDefaultTimeout(PATIENCE);
    const page = await small.newPage();
    await page.goto(`${served.address}/signals`);
    await page.getByRole('region', { name: 'Drift' }).waitFor();
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/phone-signals.png` });
    expect([await overhang(page), dana.problems]).toEqual([0, []]);
    await small.close();
  });

  it('teach where nothing was told, and lead nowhere', async () => {
    const other = await serveTeam(empty);
    const { page, problems } = await watchedPage(browser, { reducedMotion: 'reduce' });
    try {
      await begin(page, other, 'solo');
      expect(await page.getByRole('link', { name: 'Signals' }).count()).toBe(0);
      await page.goto(`${other.address}/signals`);
      await page.getByRole('heading', { level: 1, name: /nothing beyond git is connected/ }).waitFor();
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/signals-empty.png`, fullPage: true });
      expect([await axeFindings(page), problems]).toEqual([[], []]);
    } finally {
      await other.stop();
    }
  });
});

async function begin(page: Page, served: ServedTeamPage, mode: string): Promise<void> {
  await page.goto(served.firstLink);
  await page.getByLabel('Your name').fill('Dana Example');
  await page.getByLabel('E-mail address').fill('dana@example.org');
  await page.getByLabel('Password').fill('tulip harbour quiet lantern');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  const status = await page.evaluate(async (wanted) => {
    const headers = { 'x-understudy': 'page', 'content-type': 'application/json' };
    return (
      await fetch('/api/settings', {
        method: 'PUT',
        headers,
        body: JSON.stringify({ mode: wanted, reason: 'One person on their own machine.' }),
      })
    ).status;
  }, mode);
  expect(status).toBe(200);
}
