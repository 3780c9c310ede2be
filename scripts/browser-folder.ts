import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the browser of the journeys is unpacked; a new version of its package gets a folder of its own. */
export function browserFolder(): string {
  const root = dirname(import.meta.dirname);
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  return join(root, '.tools', `browser-${version}`);
}

/** Unpacked, and its fonts are looked for where it lies now: a checkout may have been moved. */
export function browserIsReady(folder: string): boolean {
  const fonts = join(folder, 'fonts/fonts.conf');
  return existsSync(fonts) && readFileSync(fonts, 'utf8').includes(`<dir>${join(folder, 'fonts')}</dir>`);
}
