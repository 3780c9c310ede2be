import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

/** What somebody gets who installs the published package: the packed files and the named dependencies, nothing of this checkout. */
describe('the installed package', () => {
  const home = mkdtempSync(join(tmpdir(), 'understudy-installed-'));
  const inside = join(home, 'node_modules/understudy');
  const understudy = (...args: string[]) =>
    spawnSync(process.execPath, [join(inside, manifest.bin['understudy']!), ...args], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home, UNDERSTUDY_DATA: join(home, 'data'), NO_COLOR: '1' },
    });

  beforeAll(() => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], { cwd: ROOT, encoding: 'utf8' }),
    ) as [{ filename: string }];
    mkdirSync(inside, { recursive: true });
    execFileSync('tar', ['-xzf', join(home, packed.filename), '-C', inside, '--strip-components=1']);
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
    const shipped = Object.keys(packages).filter(
      (path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !packages[path]!.dev && !packages[path]!.optional,
    );
    for (const path of shipped) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      cpSync(join(ROOT, path), join(home, path), { recursive: true, dereference: true });
    }
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it('says its version', () => {
    const { stdout, stderr, status } = understudy('--version');
    expect([stdout.trim(), stderr, status]).toEqual([manifest.version, '', 0]);
  });

  it('answers a question about a repository', () => {
    const repository = join(home, 'library');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Ana Example', '-c', 'user.email=ana@example.org', '-C', repository, ...args], {
        encoding: 'utf8',
      });
    mkdirSync(repository);
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'Begin');
    const { stdout, status } = understudy('areas', repository, '--json');
    expect([0, 3]).toContain(status);
    expect((JSON.parse(stdout) as { schema: string }).schema).toMatch(/^understudy\/areas\//);
  });

  it('holds the built command, the pages, the guide and the licences, and no sources, tests or build marks', () => {
    const names = readdirSync(inside, { recursive: true, encoding: 'utf8' });
    for (const wanted of [
      'LICENSE',
      'NOTICE',
      'README.md',
      'CHANGELOG.md',
      'package.json',
      'dist/cli/main.js',
      'dist/web/index.html',
      'docs/guide/answers.md',
    ])
      expect(names).toContain(wanted);
    expect(names.filter((name) => /\.test\.|tsbuildinfo|(^|\/)\.|^src|^test|\.tsx?$/.test(name))).toEqual([]);
  });
});
