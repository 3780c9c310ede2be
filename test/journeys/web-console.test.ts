import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, openBrowser, PHONE, watchedPage } from './browser.ts';
import { type ServedPage, servePage } from './served-page.ts';
import { environment, newHome, teamRepository } from './understudy.ts';

/** Whatever opens, shuts, flies or prints: the browser has nothing to complain about, its content policy least of all. */
describe('the console stays empty', () => {
  const home = newHome();
  let browser: Browser;
  let served: ServedPage;

  beforeAll(async () => {
    const team = join(home, 'team');
    teamRepository(team);
    writeFileSync(join(home, 'gitconfig'), '[user]\n\temail = ana@example.org\n');
    [browser, served] = await Promise.all([openBrowser(), servePage(team, { cwd: home, env: environment(home) })]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), served?.stop()]);
    rmSync(home, { recursive: true });
  });

  const PATHS = ['/', '/map', '/map?in=billing', '/away', '/areas', '/areas/billing', '/away?who=nobody', '/evaluation', '/nowhere'];
  const SIZES = [DESKTOP, PHONE];

  it.each(PATHS.flatMap((path) => SIZES.map((viewport) => ({ path, viewport }))))(
    'on $path, $viewport.width wide, with every panel opened once',
    async ({ path, viewport }) => {
      const { page, problems, close } = await watchedPage(browser, { viewport });
      await page.goto(served.address + path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.waitForTimeout(700);
      const figures = page.locator('button[aria-haspopup=dialog]:visible');
      if ((await figures.count()) > 0) {
        await figures.first().click();
        await page.getByRole('dialog', { name: 'Because' }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog', { name: 'Because' }).waitFor({ state: 'hidden' });
      }
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: /^Find a page/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Use the dark theme' }).click();
      await page.emulateMedia({ media: 'print' });
      await page.waitForTimeout(200);
      expect(problems).toEqual([]);
      await close();
    },
  );
});
