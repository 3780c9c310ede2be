/**
 * Writes src/core/published/programming-names.ts: the file endings and names that belong to programming languages.
 *
 *   node scripts/write-languages.ts
 *
 * Data of github-linguist through the dev dependency linguist-languages (both MIT, see NOTICE); only names and endings are taken.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as table from 'linguist-languages';

const root = new URL('..', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('node_modules/linguist-languages/package.json', root), 'utf8')) as { version: string };

interface Language {
  readonly name: string;
  readonly type: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
}

/** Endings that several kinds of languages share and that mostly mean prose, data or markup. */
const MOSTLY_OTHER = new Set([
  '.asc',
  '.gml',
  '.gst',
  '.md',
  '.ms',
  '.nb',
  '.nl',
  '.odin',
  '.pbt',
  '.spec',
  '.sql',
  '.tpl',
  '.workflow',
  '.yy',
]);

const languages = (Object.values(table) as readonly Language[]).filter((one) => typeof one.name === 'string' && one.type === 'programming');
const endings = [...new Set(languages.flatMap((one) => one.extensions ?? []))]
  .map((e) => e.toLowerCase())
  .filter((e) => !MOSTLY_OTHER.has(e));
const names = [...new Set(languages.flatMap((one) => one.filenames ?? []))].map((n) => n.toLowerCase());

function words(list: readonly string[]): string {
  const lines: string[] = [''];
  for (const word of [...new Set(list)].sort()) {
    if (lines.at(-1)!.length + word.length > 128) lines.push('');
    lines[lines.length - 1] += `${word} `;
  }
  return lines.map((line) => `  '${line}'`).join(' +\n');
}

writeFileSync(
  new URL('src/core/published/programming-names.ts', root),
  `// Written by scripts/write-languages.ts from linguist-languages ${version} (MIT, github-linguist contributors). Do not edit.
/** Endings (with their dot) and whole names of files in programming languages, lower case. */
export const PROGRAMMING_ENDINGS =
${words(endings)};

export const PROGRAMMING_NAMES =
${words(names.filter((name) => !name.includes("'")))};
`,
);
