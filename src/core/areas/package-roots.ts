import { parse } from 'yaml';
import { compilePattern } from './compile-pattern.ts';
import type { DeclaringText } from './declared.ts';

/** Files that make their folder a package by standing in it. */
const MANIFESTS = new Set([
  'package.json',
  'go.mod',
  'Cargo.toml',
  'pyproject.toml',
  'setup.py',
  'pom.xml',
  'composer.json',
  'mix.exs',
  'deno.json',
  'settings.gradle',
  'settings.gradle.kts',
  'build.gradle',
  'build.gradle.kts',
  'build.sbt',
  'project.clj',
  'pubspec.yaml',
  'Package.swift',
]);
const ENDINGS = ['.gemspec', '.csproj'];

/** Folders whose manifests are material of tests, examples or templates, not parts of the system. */
const ASIDE =
  /(^|\/)(tests?|testing|testdata|spec|specs|fixtures?|__\w+__|e2e|examples?|samples?|demos?|templates?|benchmarks?|node_modules|vendor|third_party|playground|docs?)(\/|$)/i;

/**
 * Folders (without trailing slash, never the root) that hold a package of their own. Where a workspace manifest lists
 * its members (package.json, pnpm, lerna), packages of that ecosystem must be on the list; elsewhere a manifest in a
 * folder is enough, unless the folder belongs to tests, examples or templates.
 */
export function packageRoots(texts: readonly DeclaringText[]): readonly string[] {
  const members = workspaceMembers(texts);
  const roots = new Set<string>();
  for (const { path, text } of texts) {
    const slash = path.lastIndexOf('/');
    const folder = slash < 0 ? '' : path.slice(0, slash);
    const file = path.slice(slash + 1);
    if (folder === '' || !isManifest(file, text)) continue;
    const listed = members !== undefined && file === 'package.json';
    if (listed ? members(folder) : !ASIDE.test(folder)) roots.add(folder);
  }
  return [...roots].sort();
}

/** `setup.py` is a common name for a script too: a manifest is one that calls the packager. */
function isManifest(file: string, text: string): boolean {
  if (file === 'setup.py' && !(/\b(?:setuptools|distutils|skbuild)\b/.test(text) && /\bsetup\s*\(/.test(text))) return false;
  return MANIFESTS.has(file) || ENDINGS.some((ending) => file.endsWith(ending));
}

/** Whether a folder is a member of the JavaScript workspace at the root; undefined where there is no workspace. */
function workspaceMembers(texts: readonly DeclaringText[]): ((folder: string) => boolean) | undefined {
  const globs = texts.flatMap(workspaceGlobs);
  if (globs.length === 0) return undefined;
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(memberTest);
  const refused = globs.filter((glob) => glob.startsWith('!')).map((glob) => memberTest(glob.slice(1)));
  return (folder) => wanted.some((test) => test(folder)) && !refused.some((test) => test(folder));
}

function memberTest(glob: string): (folder: string) => boolean {
  return compilePattern(`/${glob.replace(/^\.?\//, '').replace(/\/$/, '')}`);
}

function workspaceGlobs({ path, text }: DeclaringText): readonly string[] {
  if (path === 'package.json') {
    const { workspaces } = fieldsOf(text, JSON.parse);
    return strings(Array.isArray(workspaces) ? workspaces : (workspaces as { packages?: unknown } | undefined)?.packages);
  }
  if (path === 'pnpm-workspace.yaml') return strings(fieldsOf(text, parse)['packages']);
  if (path === 'lerna.json') return strings(fieldsOf(text, JSON.parse)['packages']);
  return [];
}

/** The fields of a manifest; a malformed one has none: it declares nothing that can be used. */
function fieldsOf(text: string, read: (text: string) => unknown): Record<string, unknown> {
  try {
    const value = read(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item.length < 500) : [];
}
