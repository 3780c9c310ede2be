/**
 * Unpacks the browser that lies inside an npm package into .tools, once. Run it under a lock (one-at-a-time.sh): the
 * package itself takes any file that exists for a whole one. The folder appears only when everything is in it.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFolder, browserIsReady } from './browser-folder.ts';

const folder = browserFolder();
if (!existsSync(folder)) await unpack();
if (!browserIsReady(folder)) {
  const fonts = `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`;
  writeFileSync(join(folder, 'fonts/fonts.conf'), `<?xml version="1.0"?>\n${fonts}\n`);
}

async function unpack(): Promise<void> {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  process.stderr.write('understudy: unpacking the browser of the journeys (once)\n');
  // The package unpacks into the temporary folder, and its libraries only where it believes to run on that platform.
  process.env['TMPDIR'] = partial;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  renameSync(partial, folder);
}
