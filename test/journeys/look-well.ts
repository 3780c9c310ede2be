import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './browser.ts';

/** A folder for pictures, where somebody wants to look at them. */
export const SHOTS = process.env['UNDERSTUDY_SHOTS'];
const SETTLED = 500;

/** Well for everybody, and kept as a picture where somebody wants to look. */
export async function isWell(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await page.waitForTimeout(SETTLED);
    await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  }
  expect(await axeFindings(page)).toEqual([]);
}
