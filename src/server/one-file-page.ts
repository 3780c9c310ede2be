import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { allow } from '#core/policy/allow.ts';
import { packWorld } from '#core/world/pack-world.ts';
import type { World } from '#core/world/world.ts';
import { builtPages } from './page-routes.ts';

export interface OneFileOrder {
  readonly world: World;
  /** True only when somebody on their own machine asked for names in so many words; otherwise everybody is a number. */
  readonly names: boolean;
  /** The built pages; default: those that were built with this code. */
  readonly pages?: string;
}

/** Nothing may be fetched, sent or embedded: the page works with what is in it. Blob workers need `blob:`. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob: data:; style-src 'unsafe-inline'; font-src data:; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'";

const squeeze = promisify(gzip);

/** The whole page as one text: the template of dist/web/one-file with the packed world inside. */
export async function oneFilePage({ world, names, pages = builtPages() }: OneFileOrder): Promise<string> {
  allow(world.viewer, { question: 'world' });
  const template = await readFile(join(pages, 'one-file', 'map.html'), 'utf8');
  const seen: World = names ? world : { ...world, viewer: { mode: 'team' } };
  const squeezed = await squeeze(packWorld(seen), { level: 9 });
  // Base64 has no character that could end an element, so no name in the world can leave it.
  const data = `<script type="application/octet-stream" id="understudy-world">${squeezed.toString('base64')}</script>`;
  const policy = `<meta http-equiv="content-security-policy" content="${POLICY}">`;
  return template.replace('<head>', () => `<head>${policy}`).replace('<div id="page">', () => `${data}<div id="page">`);
}
