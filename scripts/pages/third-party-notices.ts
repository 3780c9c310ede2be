import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { filesUnder } from '../files-under.ts';

const root = dirname(dirname(import.meta.dirname));

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** THIRD-PARTY-NOTICES: the licence of every package whose code or typeface can be in dist/web, word by word. */
export function thirdPartyNotices(): string {
  const packages = bundled().toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const notices = packages.map(
    (one) => `${RULE}\n${one.name} ${one.version} (${one.license ?? 'licence below'})\n${RULE}\n\n${licenceOf(one)}\n`,
  );
  return `${INTRODUCTION}\n${notices.join('\n')}`;
}

const RULE = '-'.repeat(80);
const INTRODUCTION = `Third-party notices

The pages in dist/web contain code and a typeface of the packages below. Written by npm run docs.
`;

/** Packages that hold types and nothing that could be in a bundle. */
const TYPES_ONLY = new Set(['csstype', 'type-fest', 'tagged-tag', 'typescript']);

/** What the rooms import that the page is built of, and what that needs. */
function bundled(): readonly Manifest[] {
  const named = ['web', 'core', 'contract']
    .flatMap((room) => filesUnder(join(root, 'src', room)))
    .filter((path) => /\.(tsx?|css)$/.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap(packagesIn);
  const found = new Map<string, Manifest>();
  const queue = [...new Set(named)];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name) || name.startsWith('@types/') || TYPES_ONLY.has(name)) continue;
    const manifest = JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as Manifest;
    found.set(name, manifest);
    queue.push(...Object.keys(manifest.dependencies ?? {}));
  }
  return [...found.values()];
}

/** Names of packages that code or style sheets import; type imports leave nothing in the bundle. */
function packagesIn(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  const styles = [...text.matchAll(/(?:@import\s+|url\(\s*)["']?(@?[a-z][\w-]*\/?[^"')\s]*)/g)].map(([, name]) => name!);
  const imports = path.endsWith('.css') ? styles : importsOf(path, text);
  return imports.filter((name) => !/^[.#]|^(node|data|https?):/.test(name)).map(packageName);
}

function importsOf(path: string, text: string): readonly string[] {
  const { module } = parseSync(path, text);
  const named = module.staticImports.filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType));
  return named.map(({ moduleRequest }) => moduleRequest.value);
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function folderOf(name: string): string {
  return join(root, 'node_modules', name);
}

/** The licence file of the package; a package under MIT that carries none gets the text with its author's name. */
function licenceOf({ name, license, author }: Manifest): string {
  const file = readdirSync(folderOf(name)).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  if (file !== undefined) return readFileSync(join(folderOf(name), file), 'utf8').trim();
  const holder = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || holder === undefined) throw new Error(`${name} carries no licence: find out whether it may be bundled`);
  return MIT.replace('HOLDER', holder.replace(/ *[<(].*$/, ''));
}

const MIT = readFileSync(join(root, 'node_modules/react/LICENSE'), 'utf8')
  .trim()
  .replace(/^Copyright .*$/m, 'Copyright (c) HOLDER');
