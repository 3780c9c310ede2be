/** `npm run docs`: writes the generated pages of docs/. A test says when one of them is stale. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './generated-pages.ts';

const root = dirname(import.meta.dirname);
for (const [path, text] of await generatedPages()) {
  writeFileSync(join(root, path), text);
  process.stdout.write(`${path}\n`);
}
