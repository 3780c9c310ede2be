/**
 * Builds dist/: JavaScript for command line and server (tsc), the pages (Vite), and files that are read at run time.
 * dist/.built appears last and carries the time at which the build began, so a build that failed or was
 * interrupted never looks whole. Stale outputs of removed sources are taken away.
 * `--if-stale`: do nothing when somebody else has just built (the caller waited for a lock).
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesUnder } from './files-under.ts';

const root = dirname(import.meta.dirname);
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const bin = join(dist, 'cli/main.js');
/** Shown by the pages. */
const record = join(root, 'docs/evaluation.json');

function build(): void {
  const begun = new Date();
  rmSync(stamp, { force: true });
  run('tsc', ['-b']);
  removeOrphans();
  copyReadFiles();
  if (existsSync(bin)) chmodSync(bin, 0o755);
  buildPages();
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
}

/** Outputs whose source is gone would still be found by an import, and be packed. */
function removeOrphans(): void {
  for (const path of filesUnder(dist, { skip: isOwnOutput })) {
    const source = join(root, 'src', relative(dist, path).replace(/(\.d\.ts|\.js)$/, ''));
    if (![source, `${source}.ts`, `${source}.tsx`].some(existsSync)) rmSync(path);
  }
}

/** Files that are neither code nor tests nor rules, e.g. SQL and JSON, stand beside the code that reads them. */
function copyReadFiles(): void {
  for (const path of filesUnder(join(root, 'src'), { skip: (name) => name === 'web' })) {
    if (/\.(tsx?|md)$/.test(path)) continue;
    const target = join(dist, relative(join(root, 'src'), path));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(path, target);
  }
}

/** The pages are built only when something that they are made of has changed, beside the old ones, and then put in place. */
function buildPages(): void {
  const config = join(root, 'vite.config.ts');
  if (!existsSync(config)) {
    process.stderr.write('understudy: no pages in this checkout (vite.config.ts is missing)\n');
    return;
  }
  const pages = join(dist, 'web');
  const digestFile = join(dist, '.web-digest');
  const digest = digestOf([
    config,
    join(root, 'package-lock.json'),
    ...[record].filter(existsSync),
    ...['web', 'core', 'contract'].flatMap((room) => filesUnder(join(root, 'src', room))),
  ]);
  if (existsSync(pages) && existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest) return;
  const next = join(dist, '.web-next');
  rmSync(digestFile, { force: true });
  rmSync(next, { recursive: true, force: true });
  run('vite', ['build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', next]);
  if (!existsSync(next)) throw new Error('vite build wrote no pages');
  rmSync(pages, { recursive: true, force: true });
  renameSync(next, pages);
  writeFileSync(digestFile, digest);
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.filter((path) => !/\.test\.tsx?$|\.md$/.test(path))) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function isOwnOutput(name: string): boolean {
  return name === 'web' || name.startsWith('.');
}

function run(tool: string, args: readonly string[]): void {
  execFileSync(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: ['ignore', 2, 2] });
}

/** The same look as built.sh: anything newer than the stamp, folders included. */
function isFresh(): boolean {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  const singles = [
    'docs/evaluation.json',
    'scripts/build.ts',
    'package.json',
    'vite.config.ts',
    'tsconfig.json',
    'tsconfig.base.json',
    'tsconfig.core.json',
    'tsconfig.contract.json',
    'tsconfig.node.json',
    'tsconfig.web.json',
  ];
  const paths = [...filesUnder(join(root, 'src'), { folders: true }), ...singles.map((name) => join(root, name))];
  return paths.every((path) => !existsSync(path) || statSync(path).mtimeMs <= built);
}

if (!(process.argv.includes('--if-stale') && isFresh())) {
  try {
    build();
  } catch (problem) {
    if ((problem as { status?: number }).status === undefined) throw problem;
    process.stderr.write('understudy: the build failed; see the lines above\n');
    process.exitCode = 1;
  }
}
