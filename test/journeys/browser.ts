import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import axe from 'axe-core';
import { browserFolder, browserIsReady } from '#scripts/browser-folder.ts';

/** An installed Chrome or Chromium, for machines that the bundled one does not run on. */
const INSTALLED = process.env['UNDERSTUDY_TEST_BROWSER'];

/** The browser that is inside the npm package (linux-x64), or an installed one named by UNDERSTUDY_TEST_BROWSER. */
export async function openBrowser(): Promise<Browser> {
  if (INSTALLED !== undefined) {
    if (!existsSync(INSTALLED)) throw new Error(`UNDERSTUDY_TEST_BROWSER names ${INSTALLED}, which is not there`);
    return await chromium.launch({ executablePath: INSTALLED, headless: true });
  }
  const { executablePath, args, env } = await unpackedBrowser();
  return await chromium.launch({ executablePath, args, env, headless: true });
}

/** The browser of the package, whole, wherever this machine keeps its temporary files; its libraries and fonts are for it alone. */
async function unpackedBrowser(): Promise<{
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}> {
  const root = join(import.meta.dirname, '..', '..');
  const folder = browserFolder();
  if (!browserIsReady(folder))
    execFileSync('sh', ['scripts/one-at-a-time.sh', '.tools/browser.lock', process.execPath, 'scripts/bring-browser.ts'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
  const { default: bundled } = await import('@sparticuz/chromium');
  return {
    executablePath: join(folder, 'chromium'),
    // One process for everything would end the browser with its first page.
    args: bundled.args.filter((arg) => !['--single-process', '--no-zygote', '--disable-web-security'].includes(arg)),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** A page and everything that went wrong on it, asked from anywhere else included. */
export interface WatchedPage {
  readonly page: Page;
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

export const DESKTOP = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    // That the tests themselves look at the pixels of a canvas is no fault of the page.
    const own = message.text().includes('willReadFrequently');
    if (!own && (message.type() === 'error' || message.type() === 'warning')) problems.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`the content policy forbade ${blockedURI} by ${violatedDirective}`),
    ),
  );
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|file:|blob:|data:)/.test(request.url())) problems.push(`asked elsewhere: ${request.url()}`);
  });
  return { page, problems, close: async () => await context.close() };
}

/** What axe finds wrong with the page as it stands, one line per finding. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // The content policy forbids script elements, so axe comes in through the debugger.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`),
    }));
  });
  return violations.map(({ id, help, at }) => `${id}: ${help} — ${at.slice(0, 3).join(' | ')}`);
}

/** How many different colours a canvas shows; 1 = nothing was drawn. */
export async function coloursOf(page: Page, selector = '[data-testid=map] canvas'): Promise<number> {
  return await page.evaluate((where) => {
    const canvas = document.querySelector<HTMLCanvasElement>(where)!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4) seen.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    return seen.size;
  }, selector);
}

/** The widest the page is, beyond its window: more than 0 scrolls sideways. */
export async function overhang(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
