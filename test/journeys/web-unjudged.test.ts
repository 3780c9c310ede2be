import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRepository } from '#test/golden/build-repository.ts';
import { axeFindings, openBrowser, watchedPage } from './browser.ts';
import { type ServedPage, servePage } from './served-page.ts';
import { environment, newHome } from './understudy.ts';

/** Where nothing can be judged, nothing looks good or bad, and every page says what would change that. */
describe('a repository with hardly any history', () => {
  const home = newHome();
  let browser: Browser;
  let served: ServedPage;

  beforeAll(async () => {
    const folder = join(home, 'new');
    const commits = [1, 2, 3].map((day) => ({ by: 'Ana Example <ana@example.org>', files: { [`src/f${day}.ts`]: `${day}\n` } }));
    buildRepository({ commits, folder, checkout: true });
    [browser, served] = await Promise.all([openBrowser(), servePage(folder, { cwd: home, env: environment(home) })]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), served?.stop()]);
    rmSync(home, { recursive: true });
  });

  it.each([
    ['/', /Too little history[\s\S]*With \d+ commits behind an area, this page says/],
    ['/map', /not judged/],
    ['/areas', /not judged/],
    ['/away?who=nobody', /Who is away\?/],
  ])('%s teaches instead of judging', async (path, words) => {
    const { page, problems, close } = await watchedPage(browser);
    await page.goto(served.address + path);
    await expect.poll(async () => await page.locator('main').innerText()).toMatch(words);
    expect(await page.locator('main').innerText()).not.toMatch(/\d %\s*(carried|still carried)/);
    expect(await axeFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it('the lab says that it cannot say', async () => {
    const { page, problems, close } = await watchedPage(browser);
    await page.goto(`${served.address}/away`);
    await page.getByPlaceholder('Type a name').fill('ana');
    await page.getByRole('option', { name: 'Ana Example' }).click();
    await page.getByRole('heading', { level: 1, name: /No area has enough history to be judged/ }).waitFor();
    await page.getByRole('heading', { name: 'Not judged', exact: true }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('still carried');
    expect(problems).toEqual([]);
    await close();
  });
});
