import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SuiteReport } from '#core/terms/suite-report.ts';
import { OwnReports } from '#store/own-reports.ts';
import { axeFindings, openBrowser, overhang, PHONE, type WatchedPage, watchedPage } from './browser.ts';
import { type ServedPage, servePage } from './served-page.ts';
import { environment, newHome, teamRepository, understudy } from './understudy.ts';

const axis = (label: string) => ({ label, from: 0, to: 1, unit: 'share' as const });

/** As a suite would leave it behind; the figures are invented. */
const REPORT: SuiteReport = {
  suite: 'forecast',
  reading: '4 of 9 absences came as said.',
  figures: [],
  bars: [{ kind: 'aim', says: 'calibrated within 0.05', measured: 0.1, bound: 0.05, better: 'lower', why: 'One history is short.' }],
  plots: [
    {
      key: 'reliability',
      title: 'Said and come true',
      says: 'Nearer the line is better.',
      x: axis('said'),
      y: axis('came true'),
      diagonal: true,
      series: [
        {
          name: 'ours',
          kind: 'points',
          main: true,
          points: [
            { x: 0.2, y: 0.25, low: 0.1, high: 0.45, note: '3 of 12' },
            { x: 0.6, y: 0.5 },
          ],
        },
        { name: 'always the mean', kind: 'line', main: false, points: [{ x: 0.4, y: 0.4 }] },
      ],
    },
  ],
  negative: ['Short absences are not told apart.'],
  leftOut: [],
  notJudged: [],
  method: ['Cut at the day before.'],
};

/** What an absence leaves to others: who could carry it next, who inherits it now, who must not go together; and how often that is right. */
describe('what comes next', () => {
  const home = newHome();
  const team = join(home, 'team');
  let browser: Browser;
  let served: ServedPage;
  let watched: WatchedPage;
  let page: Page;
  const visit = async (path: string): Promise<void> => {
    await page.goto(served.address + path);
    await page.locator('h1').first().waitFor({ state: 'attached' });
  };

  beforeAll(async () => {
    teamRepository(team);
    writeFileSync(join(home, 'gitconfig'), '[user]\n\temail = ana@example.org\n');
    [browser, served] = await Promise.all([openBrowser(), servePage(team, { cwd: home, env: environment(home) })]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), served?.stop()]);
    rmSync(home, { recursive: true });
  });
  beforeEach(async () => {
    watched = await watchedPage(browser);
    ({ page } = watched);
  });
  afterEach(async () => {
    await watched.close();
    expect(watched.problems).toEqual([]);
  });

  it('names candidates of an area with chances, reasons and the part that is nobody yet, as the command line does', async () => {
    await visit('/areas/billing');
    const next = page.locator('section', { has: page.getByRole('heading', { name: 'Who could carry it next' }) }).last();
    await next.getByText('nobody seen here yet', { exact: true }).waitFor();
    const chances = (await next.locator('button').allInnerTexts()).filter((text) => text.endsWith('%'));
    const { stdout } = understudy(['who', 'billing', '--successors', '--json', '--repo', team], { cwd: home, env: environment(home) });
    const rows = (JSON.parse(stdout) as { readonly rows: readonly { readonly chance: number; readonly candidate: string }[] }).rows;
    expect(chances).toHaveLength(rows.length);
    expect(rows.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 6);
    const said = chances.map((text) => Number(text.replace(/[<> %]/g, '')) / 100);
    for (const [row, { chance }] of rows.entries()) expect(Math.abs(said[row]! - chance)).toBeLessThan(0.011);
    await next.getByRole('button').first().click();
    await page.getByRole('dialog', { name: 'Because' }).getByRole('heading', { name: 'Formula' }).waitFor();
    expect(page.url()).toMatch(/why=successors:candidate:\d+/);
  });

  it('says in the lab who inherits the work, each beside their own usual, and who could carry on', async () => {
    await visit('/away?kind=permanent');
    await page.getByRole('heading', { name: 'Who inherits it, and whether that is too much' }).waitFor();
    await page
      .getByText(/would meet [\d.]+ changes? more/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Who could carry on what they lead' }).waitFor();
    await page.getByText('nobody seen here yet', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('lists pairs by area and alphabet, as a matter of dates', async () => {
    await visit('/areas');
    const pairs = page.getByRole('region', { name: 'Pairs that must not be away together' });
    await pairs.waitFor();
    expect(await pairs.innerText()).toMatch(/ledger\/[\s\S]*Bo Example and Cem Example/);
    await page.getByRole('button', { name: 'Why' }).click();
    await page
      .getByRole('dialog', { name: 'Because' })
      .getByText(/third person/)
      .waitFor();
  });

  it('tells how often it is right, or that nobody has measured this build', async () => {
    await visit('/');
    await page.getByRole('link', { name: 'Track record' }).click();
    await page.getByText('understudy evaluate --repo .').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    if (!existsSync(join(import.meta.dirname, '../../docs/evaluation.json'))) {
      await page.getByText('nothing is claimed', { exact: false }).waitFor();
      return;
    }
    await page.getByRole('heading', { level: 1, name: /what it misses is here too/ }).waitFor();
    const all = page.getByRole('region', { name: 'All suites, as a table' });
    expect(await all.getByRole('row').count()).toBeGreaterThan(1);
    await all.getByRole('link').first().click();
    await expect.poll(async () => await page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^suite-/);
    const plots = page.getByRole('figure');
    if ((await plots.count()) > 0) {
      await plots.first().getByText('As a table').click();
      expect(await plots.first().getByRole('row').count()).toBeGreaterThan(1);
    }
  });

  it('shows what was found on these repositories, each plot with its table', async () => {
    const kept = new OwnReports(join(home, 'data'), [realpathSync(join(team, '.git'))]);
    kept.keep({ on: '2026-05-01', heads: [{ repository: 'team', head: 'a'.repeat(40) }], report: REPORT }, 1);
    kept.close();
    await visit('/evaluation');
    const mine = page.getByRole('region', { name: 'On your own history' });
    await mine.getByText(/4 of 9 absences came as said[\s\S]*Measured on 2026-05-01 at team aaaaaaaaa/).waitFor();
    await mine.getByText('One history is short.').waitFor();
    await mine.getByText('aim missed').waitFor();
    const plot = mine.getByRole('figure', { name: 'Said and come true' });
    await plot.getByRole('img', { name: /^Said and come true\. Nearer the line is better/ }).waitFor();
    await plot.getByText('As a table').click();
    expect(await plot.getByRole('row').allInnerTexts()).toEqual([
      'Series\tsaid\tcame true\tInterval\tNote',
      'ours\t20 %\t25 %\t10 %–45 %\t3 of 12',
      'ours\t60 %\t50 %\t\t',
      'always the mean\t40 %\t40 %\t\t',
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await overhang(page)).toBe(0);
  });
});
