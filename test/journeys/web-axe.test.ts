import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, DESKTOP, openBrowser, PHONE, watchedPage } from './browser.ts';
import { type ServedPage, servePage } from './served-page.ts';
import { environment, newHome, teamRepository } from './understudy.ts';

/** Every page, light and dark, at a desk and on a phone, as axe-core sees it. */
describe('every page is accessible', () => {
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

  const PATHS = [
    '/',
    '/?why=overview:value',
    '/map',
    '/map?in=billing/&shape=packing',
    '/away',
    '/areas',
    '/areas/billing',
    '/away?who=nobody',
    '/evaluation',
    '/nowhere',
  ];
  const LOOKS = [
    ['light', DESKTOP],
    ['dark', DESKTOP],
    ['light', PHONE],
    ['dark', PHONE],
  ] as const;

  it.each(PATHS.flatMap((path) => LOOKS.map(([colorScheme, viewport]) => ({ path, colorScheme, viewport }))))(
    '$path, $colorScheme, $viewport.width wide',
    async ({ path, colorScheme, viewport }) => {
      const { page, problems, close } = await watchedPage(browser, { colorScheme, viewport, reducedMotion: 'reduce' });
      await page.goto(served.address + path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.waitForTimeout(700);
      expect(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    },
  );
});
