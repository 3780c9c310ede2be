import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { coloursOf, openBrowser, overhang, PHONE, type WatchedPage, watchedPage } from './browser.ts';
import { type ServedPage, servePage } from './served-page.ts';
import { environment, newHome, teamRepository } from './understudy.ts';

/** The page as somebody meets it after `understudy open`, in a real browser. */
describe('the page', () => {
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
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'gitconfig'), '[user]\n\temail = ana@example.org\n');
    teamRepository(team);
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

  describe('first', () => {
    it('answers before anybody clicks: sentence, band, areas, first step, picture, blind spots', async () => {
      await visit('/');
      expect(await page.locator('h1').innerText()).toMatch(
        /If any one person were away for two weeks, \d+ % of the expected work would still be carried/,
      );
      await page.getByRole('img', { name: /Still carried in the worst single absence: \d+ %, between \d+ % and \d+ %/ }).waitFor();
      const first = page.getByRole('article').first();
      expect(await first.innerText()).toMatch(/billing\/[\s\S]*stops[\s\S]*First step/);
      await page.getByRole('img', { name: /Map of \d+ files in 3 areas/ }).waitFor();
      await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(5);
      for (const words of ['who is paged', 'who may deploy', 'who decides']) await page.getByText(words, { exact: true }).waitFor();
    });

    it('shows how the figure came to be, as a line and as a table', async () => {
      await visit('/');
      const chart = page.getByRole('img', { name: /Work still carried in the worst single absence, over time\. \d+ %/ });
      await chart.waitFor();
      await page.getByText('As a table').first().click();
      expect(await page.getByRole('row').count()).toBeGreaterThan(3);
    });

    it('opens the because of a number, with a link that leads back to it', async () => {
      await visit('/');
      await page
        .locator('h1')
        .getByRole('button', { name: /^\d+ %$/ })
        .click();
      const because = page.getByRole('dialog', { name: 'Because' });
      for (const part of ['How sure', 'What would change it', 'Inputs', 'Formula'])
        await because.getByRole('heading', { name: part }).waitFor();
      expect(page.url()).toContain('why=overview:value');
      const link = page.url();
      await page.keyboard.press('Escape');
      await because.waitFor({ state: 'hidden' });
      expect(page.url()).not.toContain('why=');
      await page.goto(link);
      await page
        .getByRole('dialog', { name: 'Because' })
        .getByText(/In the single absence that costs most/)
        .waitFor();
    });

    it('names the commits behind an area by their subjects, read only then', async () => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await visit('/');
      expect(asked).not.toContain('/api/commits');
      await page
        .getByRole('button', { name: /% carried$/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('heading', { name: 'Evidence' }).waitFor();
      await expect.poll(() => asked).toContain('/api/commits');
    });
  });

  const crumb = () => page.getByRole('navigation', { name: 'Where the map is' });

  describe('map', () => {
    it('goes in by mouse, says where it is, and climbs out by Escape', async () => {
      await visit('/map');
      const map = page.getByTestId('map');
      await map.waitFor();
      await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(5);
      const box = (await map.boundingBox())!;
      await page.mouse.move(box.x + 40, box.y + 60);
      await page.getByText(/would still be carried if the one person it leans on most were away/).waitFor();
      await page.mouse.click(box.x + 40, box.y + 60);
      await expect.poll(() => new URL(page.url()).searchParams.get('in')).toMatch(/^(billing|ledger|docs)/);
      await crumb().getByText('Everything').waitFor();
      await page
        .getByRole('complementary', { name: /^Area / })
        .getByText('Still carried')
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => new URL(page.url()).searchParams.get('in')).toBeNull();
    });

    it('zooms where the wheel turns and moves where the hand drags, without leaving the place', async () => {
      await visit('/map');
      const map = page.getByTestId('map');
      await map.waitFor();
      await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(5);
      const box = (await map.boundingBox())!;
      const before = await page.locator('[data-testid=map] canvas').first().screenshot();
      await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3);
      for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -200);
      await expect.poll(async () => (await page.locator('[data-testid=map] canvas').first().screenshot()).equals(before)).toBe(false);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
      await page.mouse.up();
      expect(new URL(page.url()).searchParams.get('in')).toBeNull();
    });

    it('is walked by keyboard through its outline: arrows, Enter, Escape', async () => {
      await visit('/map');
      const outline = page.getByRole('tree', { name: 'Outline of the map' });
      await outline.getByRole('treeitem').nth(3).waitFor();
      await outline.getByRole('treeitem').first().focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(async () => await page.locator(':focus').innerText()).toMatch(/^stops\s+billing\//);
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('in')).toBe('billing');
      await page.keyboard.press('ArrowRight');
      await expect.poll(async () => await page.locator(':focus').getAttribute('aria-level')).toBe('3');
      await page.keyboard.press('Escape');
      await expect.poll(() => new URL(page.url()).searchParams.get('in')).toBeNull();
    });

    it('filters by path and verdict, and keeps all of it in the address', async () => {
      await visit('/map');
      await page.getByPlaceholder('Filter paths').fill('tax');
      await page.getByText('5 files', { exact: true }).waitFor();
      await page.getByLabel('Verdict', { exact: true }).selectOption('moves');
      await page.getByText('0 files', { exact: true }).waitFor();
      await page.getByLabel('Colour', { exact: true }).selectOption('demand');
      await expect.poll(() => new URL(page.url()).search).toBe('?colour=demand&find=tax&verdict=moves');
      await page.reload();
      await page.getByText('0 files', { exact: true }).waitFor();
    });

    it('goes back in time, and everything with it', async () => {
      await visit('/map');
      const time = page.getByRole('slider', { name: 'Date the map shows' });
      await time.waitFor();
      await time.focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => new URL(page.url()).searchParams.get('at')).toMatch(/^2026-0\d-\d\d$/);
      const at = new URL(page.url()).searchParams.get('at')!;
      await page.getByRole('link', { name: 'Answer', exact: true }).click();
      await page.getByRole('button', { name: `as of ${at}` }).waitFor();
      expect(new URL(page.url()).searchParams.get('at')).toBe(at);
    });

    it('plays the history until the last commit', async () => {
      await visit('/map');
      await page.getByRole('button', { name: 'Play the history' }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('at')).toMatch(/^2026-01/);
      await page.getByRole('button', { name: 'Pause' }).waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBeNull();
      await page.getByRole('button', { name: 'Play the history' }).waitFor();
    });
  });

  describe('absence lab', () => {
    it('starts with whoever git signs as here, and shows what would stop', async () => {
      await visit('/away');
      await page.getByText('It starts with you', { exact: false }).waitFor();
      await page.getByRole('heading', { level: 1, name: /1 area would stop/ }).waitFor();
      const changed = page.getByRole('complementary', { name: 'Areas' });
      expect(await changed.innerText()).toMatch(/One verdict changes[\s\S]*billing\/[\s\S]*would wait/);
      await page.getByRole('heading', { name: 'What queues up, day by day' }).waitFor();
    });

    it('takes others away instead, with dates and kind in the address and no name in it', async () => {
      await visit('/away');
      await page.getByRole('button', { name: 'Nobody away' }).click();
      await page.getByRole('heading', { level: 1, name: /Who is away\?/ }).waitFor();
      // Before anybody is picked it answers for whoever it is.
      expect(await page.getByRole('complementary', { name: 'Areas' }).innerText()).toMatch(/Whoever it is[\s\S]*billing\/[\s\S]*stops/);
      await page.getByRole('heading', { name: 'Not on the same days' }).waitFor();
      await page.getByPlaceholder('Type a name').fill('bo');
      await page.getByRole('option', { name: 'Bo Example' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'A month' }).click();
      await page.getByRole('radio', { name: /Planned/ }).check();
      await expect
        .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
        .toMatchObject({ kind: 'planned', who: expect.stringMatching(/^[a-z0-9]+$/) });
      expect(page.url().toLowerCase()).not.toContain('bo%20');
      const sentence = await page.locator('h1').innerText();
      expect(sentence).toMatch(/Bo Example/);
      await page.reload();
      await expect.poll(async () => await page.locator('h1').innerText()).toBe(sentence);
    });

    it('answers at once', async () => {
      await visit('/away');
      await page.getByRole('heading', { level: 1, name: /would stop/ }).waitFor();
      const took = await page.evaluate(async () => {
        const began = performance.now();
        document.querySelector<HTMLInputElement>('input[value=saturated]')!.click();
        while (!location.search.includes('saturated')) await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - began;
      });
      // bench/map.ts measures it on a quiet machine and on 100,000 files; here anything slow in kind is caught.
      expect(took).toBeLessThan(500);
    });
  });

  describe('areas', () => {
    it('stand in one table, worst first, each with its own page', async () => {
      await visit('/areas');
      const rows = page.getByRole('table').first().getByRole('row');
      await rows.nth(3).waitFor();
      expect(await rows.nth(1).innerText()).toMatch(/billing\/\s+stops/);
      await page.getByRole('link', { name: 'billing/' }).click();
      await page.getByRole('heading', { name: 'Who carries it' }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/areas\/billing/);
      await page.getByRole('rowheader', { name: 'Ana Example' }).waitFor();
      await page.getByRole('heading', { name: 'What would change it' }).waitFor();
      await page.getByRole('heading', { name: 'Recent changes' }).waitFor();
    });

    it('print on one sheet', async () => {
      await visit('/areas');
      await page.getByRole('link', { name: 'billing/' }).click();
      await page.getByRole('img', { name: /Changes expected in 14 days\. / }).waitFor();
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    });

    it('say what to do where an address names none', async () => {
      await page.goto(`${served.address}/areas/biling`);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(/biling[\s\S]*billing\//);
      await page.goto(`${served.address}/nowhere`);
      await page.getByRole('heading', { name: /leads nowhere/ }).waitFor();
    });
  });

  describe('hands', () => {
    it('find anything with /', async () => {
      await visit('/');
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: /^Find a page/ }).fill('tax3');
      await page.getByRole('option', { name: /tax3\.ts/ }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('in')).toBe('billing//tax3.ts');
      await crumb().getByText('tax3.ts').waitFor();
    });

    it('turn the light off, and it stays off', async () => {
      await visit('/');
      const ground = async (): Promise<string> => await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await ground();
      await page.getByRole('button', { name: 'Use the dark theme' }).click();
      await expect.poll(ground).not.toBe(light);
      const dark = await ground();
      await page.reload();
      await page.getByRole('button', { name: 'Use the light theme' }).waitFor();
      expect(await ground()).toBe(dark);
    });

    it.each(['/', '/map', '/away', '/areas', '/areas/billing', '/evaluation'])('fit a phone: %s does not scroll sideways', async (path) => {
      await page.setViewportSize(PHONE);
      await visit(path);
      await page.waitForTimeout(400);
      expect(await overhang(page)).toBe(0);
    });
  });
});
