import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackWorld } from '#core/world/pack-world.ts';
import { buildRepository, type ScriptedCommit } from '#test/golden/build-repository.ts';
import { hostileNames } from '#test/golden/hostile.ts';
import { coloursOf, openBrowser, watchedPage } from './browser.ts';
import { servePage } from './served-page.ts';
import { environment, newHome, teamRepository, understudy } from './understudy.ts';

/** Paths that would run in a careless page; folders let even a closing tag into a path. */
const TRAPS = [
  '<img src=x onerror=window.trapped=1>.js',
  '</script><script>window.trapped=1</script>',
  '"onmouseover="window.trapped=1',
  "';window.trapped=1;'",
  '{{constructor}}',
  '${window.trapped=1}',
  '--><svg onload=window.trapped=1>',
  '__proto__/constructor',
];

const trapped = async (page: Page): Promise<unknown> => await page.evaluate(() => (globalThis as { trapped?: unknown }).trapped);

/** What a repository calls its files and people is shown and never run. */
describe('a hostile repository', () => {
  const home = newHome();
  const traps = join(home, 'traps');
  let browser: Browser;

  beforeAll(async () => {
    const commits = Array.from(
      { length: 40 },
      (_, day): ScriptedCommit => ({
        by: `${TRAPS[day % 2 === 0 ? 3 : 6]!.replaceAll(/[<>]/g, '_')} <trap${day % 2}@example.org>`,
        message: `${TRAPS[day % TRAPS.length]!}\n`,
        files: { [`area/${TRAPS[day % TRAPS.length]!}`]: `${day}\n` },
      }),
    );
    buildRepository({ commits, checkout: false, folder: traps });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true });
  });

  it('is shown harmlessly by the local server', async () => {
    const served = await servePage(traps, { cwd: home, env: environment(home) });
    const { page, problems, close } = await watchedPage(browser);
    for (const path of [
      '/',
      '/?why=overview:value',
      '/map',
      '/away',
      '/areas',
      '/map?in=%3Cimg+src%3Dx+onerror%3Dwindow.trapped%3D1%3E',
      '/areas/%3Cscript%3E',
    ]) {
      await page.goto(served.address + path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
    }
    await page.goto(`${served.address}/map`);
    await page.getByRole('tree', { name: 'Outline of the map' }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: /^Find a page/ }).fill('onerror');
    await page.getByRole('option', { name: '<img src=x onerror=window.trapped=1>.js' }).click();
    await page.getByRole('navigation', { name: 'Where the map is' }).getByText('<img src=x onerror=window.trapped=1>.js').waitFor();
    expect(await trapped(page)).toBeUndefined();
    expect(problems).toEqual([]);
    await close();
    await served.stop();
  });

  it('is shown harmlessly by the one-file page, from the disk and without a network', async () => {
    const file = join(home, 'traps.html');
    expect(
      understudy(['map', '--repo', traps, '--html', '--names', '--output', file], { cwd: home, env: environment(home) }).status,
    ).not.toBe(70);
    const { page, problems, close } = await watchedPage(browser, { offline: true });
    await page.goto(pathToFileURL(file).href);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.getByRole('tree', { name: 'Outline of the map' }).waitFor();
    expect(page.url()).toMatch(/traps\.html#\/map$/);
    await expect.poll(async () => await coloursOf(page)).toBeGreaterThan(1);
    expect(await trapped(page)).toBeUndefined();
    expect(problems).toEqual([]);
    await close();
  });

  it('with names that steer terminals still gives a page', async () => {
    const served = await servePage(hostileNames().path, { cwd: home, env: environment(home) });
    const { page, problems, close } = await watchedPage(browser);
    await page.goto(`${served.address}/map`);
    await page.getByRole('tree', { name: 'Outline of the map' }).getByRole('treeitem').nth(1).waitFor();
    await page.goto(`${served.address}/away`);
    await page.locator('h1').waitFor();
    expect(problems).toEqual([]);
    await close();
    await served.stop();
  });
});

describe('the one-file page', () => {
  const home = mkdtempSync(join(tmpdir(), 'understudy-one-file-'));
  const team = join(home, 'team');
  const write = (name: string, ...more: string[]): string => {
    const file = join(home, name);
    const { status, stderr } = understudy(['map', '--repo', team, '--html', '--output', file, ...more], {
      cwd: home,
      env: environment(home),
    });
    expect([status, stderr.includes('error')]).toEqual([0, false]);
    return file;
  };
  const worldIn = (file: string) =>
    unpackWorld(new Uint8Array(gunzipSync(Buffer.from(/id="understudy-world">([^<]+)</.exec(readFileSync(file, 'utf8'))![1]!, 'base64'))));

  beforeAll(() => void teamRepository(team));
  afterAll(() => rmSync(home, { recursive: true }));

  it('holds no name and no address of anybody unless asked in so many words', () => {
    const without = JSON.stringify(worldIn(write('without.html')).evidence.people);
    expect(without).not.toMatch(/Ana|Example|example\.org/);
    expect(JSON.stringify(worldIn(write('with.html', '--names')).evidence.people)).toMatch(/Ana Example/);
  });

  it('answers everything by itself: first page, lab, area', async () => {
    const browser = await openBrowser();
    const { page, problems, close } = await watchedPage(browser, { offline: true });
    await page.goto(pathToFileURL(write('page.html')).href);
    await page.getByRole('heading', { level: 1, name: /If any one person were away for two weeks/ }).waitFor();
    await page.getByRole('link', { name: 'Absence lab' }).click();
    await page.getByPlaceholder('Type a name').fill('1');
    await page.getByRole('option', { name: 'Person 1', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Without this person/ }).waitFor();
    await page.getByRole('link', { name: 'Areas' }).click();
    await page.getByRole('link', { name: 'billing/' }).click();
    await page.getByRole('heading', { name: 'Who carries it' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/Ana|Example/);
    expect(problems).toEqual([]);
    await close();
    await browser.close();
  });
});
