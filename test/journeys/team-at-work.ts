import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, type WatchedPage, watchedPage } from './browser.ts';
import { serveTeam, type ServedTeamPage } from './served-team-page.ts';
import { environment } from './understudy.ts';

export const PASSWORD = 'tulip harbour quiet lantern';

export interface TeamAtWork {
  readonly browser: Browser;
  readonly served: ServedTeamPage;
  /** Somebody at a browser of their own. */
  readonly somebody: () => Promise<WatchedPage>;
  /** A page as it stands once it has a heading; under another name of the server where one is given. */
  readonly visit: (page: Page, path: string, address?: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

export interface TeamOrder {
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number;
}

/** A server with an empty database in `home`, and a browser before it. */
export async function teamAtWork(home: string, { env = {}, port = 0 }: TeamOrder = {}): Promise<TeamAtWork> {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'gitconfig'), '');
  const [browser, served] = await Promise.all([openBrowser(), serveTeam({ cwd: home, env: environment(home, env) }, port)]);
  return {
    browser,
    served,
    somebody: async () => await watchedPage(browser, { reducedMotion: 'reduce' }),
    visit: async (page, path, address = served.address) => {
      await page.goto(address + path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
    },
    end: async () => {
      await Promise.all([browser.close(), served.stop()]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Who may set everything up, by the link that the terminal printed. `name`: the first name. */
export async function beginAs(page: Page, { served }: TeamAtWork, name: string): Promise<void> {
  await page.goto(served.firstLink);
  await page.getByLabel('Your name').fill(`${name} Example`);
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Begin' }).click();
}

/** The link that whoever administers makes for somebody, on the page People. */
export async function inviteFrom(page: Page, { visit }: TeamAtWork, name: string): Promise<string> {
  await visit(page, '/people');
  await page.getByLabel('Name', { exact: true }).fill(`${name} Example`);
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.org`);
  await page.getByRole('button', { name: 'Make the link' }).click();
  return await page.getByRole('status').locator('code').innerText();
}

/** By a link of one's own. */
export async function comeInBy(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(`Password for ${name.toLowerCase()}@example.org`).fill(PASSWORD);
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
}
