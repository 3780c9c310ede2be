import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildRepository, type ScriptedCommit } from '#test/golden/build-repository.ts';
import { axeFindings, openBrowser, type WatchedPage, watchedPage } from './browser.ts';
import { type ServedPage, servePage } from './served-page.ts';
import { environment, newHome } from './understudy.ts';

/** An agent writes one area alone; the page says what no person has shown to understand, and lets the agent be away. */
describe('code that an agent wrote', () => {
  const home = newHome();
  let browser: Browser;
  let served: ServedPage;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'gitconfig'), '[user]\n\temail = ana@example.org\n');
    const commits = Array.from({ length: 60 }, (_, day): ScriptedCommit[] => [
      { by: 'OpenHands <openhands@example.org>', files: { [`gen/part${day % 5}.ts`]: `// ${day}\n` } },
      { by: 'Ana Example <ana@example.org>', files: { [`billing/tax${day % 5}.ts`]: `// ${day}\n` } },
    ]).flat();
    const folder = join(home, 'mixed');
    buildRepository({ commits, folder, checkout: true });
    [browser, served] = await Promise.all([openBrowser(), servePage(folder, { cwd: home, env: environment(home) })]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), served?.stop()]);
    rmSync(home, { recursive: true });
  });
  beforeEach(async () => {
    watched = await watchedPage(browser, { reducedMotion: 'reduce' });
    ({ page } = watched);
  });
  afterEach(async () => {
    expect(await axeFindings(page)).toEqual([]);
    await watched.close();
    expect(watched.problems).toEqual([]);
  });

  it('is named in the table of areas and on the area’s page, each share with its because', async () => {
    await page.goto(`${served.address}/areas`);
    const line = page.getByRole('row', { name: /gen\// });
    await line.getByText('100 % not understood by anybody').waitFor();
    expect(await page.getByText('not understood by anybody').count()).toBe(1);
    await page.getByRole('link', { name: 'gen/' }).first().click();
    await page.getByText('Nobody has shown to understand').waitFor();
    await page.getByText('Made by AI agents').waitFor();
    await page.getByRole('rowheader', { name: 'OpenHands' }).waitFor();
    await page.locator('dl').getByRole('button', { name: '100 %' }).first().click();
    await page.getByRole('dialog', { name: 'Because' }).getByRole('heading', { name: 'Formula' }).waitFor();
    await page.waitForTimeout(400);
  });

  it('waits when the agent is away, who stands apart from people', async () => {
    await page.goto(`${served.address}/away?who=nobody`);
    await page.getByPlaceholder('Type a name').click();
    await page.getByRole('group', { name: 'AI agents' }).getByRole('option', { name: 'OpenHands' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: /Without OpenHands \(an AI agent\)/ }).waitFor();
  });
});
