import { Buffer } from 'node:buffer';
import { runGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import { textOfBytes } from '#sources/mining/byte-text.ts';
import type { TreeListing } from './read-tree.ts';

/** A small file at HEAD that says something about the repository's shape. */
export interface DeclaredText {
  readonly path: string;
  readonly text: string;
}

/** Files that are read wherever they stand in the tree. */
const ANYWHERE = new Set([
  '.gitattributes',
  'CODEOWNERS',
  'package.json',
  'pnpm-workspace.yaml',
  'lerna.json',
  'nx.json',
  'rush.json',
  'go.work',
  'go.mod',
  'Cargo.toml',
  'pyproject.toml',
  'setup.py',
  'settings.gradle',
  'settings.gradle.kts',
  'build.gradle',
  'build.gradle.kts',
  'build.sbt',
  'project.clj',
  'pubspec.yaml',
  'Package.swift',
  'pom.xml',
  'deno.json',
  'composer.json',
  'mix.exs',
  'MAINTAINERS',
  'OWNERS',
]);
const SLASH = 47;
const ENDINGS = ['.gemspec', '.csproj'];
/** Files that are read only at the top. */
const AT_TOP = new Set([
  '.git-blame-ignore-revs',
  '.mailmap',
  'understudy.yaml',
  'understudy.yml',
  'WORKSPACE',
  'MODULE.bazel',
  'BUILD.bazel',
  'pants.toml',
]);

/** One manifest larger than this is generated; more of them together than this is somebody's test data. */
const MOST_BYTES = 1024 * 1024;
const MOST_TOGETHER = 32 * 1024 * 1024;
const MOST_FILES = 20_000;

/** Reads the declaring files of a tree, shallow paths first, within the bounds. `skipped` counts those beyond them. */
export async function readTexts(
  place: GitPlace,
  tree: TreeListing,
  signal?: AbortSignal,
): Promise<{ readonly texts: readonly DeclaredText[]; readonly skipped: number }> {
  const wanted = tree.files
    .filter((file) => isDeclaring(tree.bytes, file.start, file.end))
    .map((file) => ({ ...file, path: textOfBytes(tree.bytes.subarray(file.start, file.end)) }))
    .toSorted((a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1));
  let room = MOST_TOGETHER;
  const taken = wanted.filter((file, i) => i < MOST_FILES && file.size <= MOST_BYTES && (room -= file.size) > 0);
  if (taken.length === 0) return { texts: [], skipped: wanted.length };
  const input = taken.map((file) => `${file.object}\n`).join('');
  const output = await runGit(place, { args: ['cat-file', '--batch', '--buffer'], input, signal, most: MOST_TOGETHER * 2 });
  const contents = batchContents(output);
  const texts = taken.flatMap((file, i) => (contents[i] === undefined ? [] : [{ path: file.path, text: contents[i].toString('utf8') }]));
  return { texts, skipped: wanted.length - texts.length };
}

function isDeclaring(bytes: Buffer, start: number, end: number): boolean {
  // Within this path only: a look further back would walk over the whole listing of a flat tree.
  const slash = bytes.subarray(start, end).lastIndexOf(SLASH);
  const name = bytes.toString('latin1', start + slash + 1, end);
  return ANYWHERE.has(name) || (slash < 0 && AT_TOP.has(name)) || ENDINGS.some((ending) => name.endsWith(ending));
}

function depth(path: string): number {
  return path.split('/').length;
}

/** `<id> blob <size>\n<content>\n` or `<id> missing\n`, one after another. */
function batchContents(output: Buffer): (Buffer | undefined)[] {
  const found: (Buffer | undefined)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [, kind, size] = output.toString('latin1', at, end).split(' ');
    if (kind !== 'blob') {
      found.push(undefined);
      at = end + 1;
      continue;
    }
    found.push(output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return found;
}
