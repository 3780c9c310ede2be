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
/** What a page waits for comes late on a busy machine; milliseconds. */
export const PATIENCE = 120_000;

export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  context.setDefaultTimeout(PATIENCE);
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

/** Labels that lie over each other or beyond the edge: dates of drawings and figures of tables are short, and there is no way to read them then. */
export async function hiddenLabels(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('svg text, time, output, th, td, small')].flatMap((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const text = (one.textContent ?? '').trim();
      return text === '' || right - left === 0 || !one.checkVisibility() ? [] : [{ one, text, left, right, top, bottom }];
    });
    const wide = document.documentElement.clientWidth;
    const scrolls = (one: Element): boolean =>
      one.closest('[tabindex="0"]') !== null && getComputedStyle(one.closest('[tabindex="0"]')!).overflowX === 'auto';
    const cut = boxes.filter(({ one, left, right }) => (left < -1 || right > wide + 1) && !scrolls(one)).map(({ text }) => `cut: ${text}`);
    const drawn = boxes.filter(({ one }) => one.tagName === 'text');
    const over = drawn.flatMap((a, i) =>
      drawn.slice(i + 1).flatMap((b) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 1 && down > 2 ? [`over each other: ${a.text} / ${b.text}`] : [];
      }),
    );
    return [...cut, ...over];
  });
}

/** Cells that hold a date and nothing that says which, where the headings of their table are hidden; a date in the first cell is when. */
export async function unsaidDates(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLTableCellElement>('td')].flatMap((cell) => {
      const heads = cell.closest('table')?.tHead;
      const isHidden = heads !== null && heads !== undefined && !heads.checkVisibility();
      const isDate = /^\d{4}-\d\d-\d\d/.test(cell.innerText.trim()) && cell.cellIndex > 0;
      return isHidden && isDate && getComputedStyle(cell, '::before').content === 'none' ? [cell.innerText] : [];
    }),
  );
}
