import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRepository, git } from '#test/golden/build-repository.ts';
import { boobyTrapped, hostileNames } from '#test/golden/hostile.ts';
import { type Ended, endOf, environment, newHome, startUnderstudy, teamRepository, understudy } from './understudy.ts';

/** Everything that somebody gets wrong, or that a repository tries: a refusal with code and remedy, or shown harmlessly. */
describe('bad input', () => {
  const home = newHome();
  const team = join(home, 'team');
  const run = (...args: string[]): Ended => understudy(args, { cwd: team, env: environment(home) });
  const codeOf = ({ stderr }: Ended): string | undefined => /\(([a-z-]+)\)\n$/.exec(stderr)?.[1];

  beforeAll(() => {
    teamRepository(team);
    teamRepository(join(home, 'other'));
    mkdirSync(join(home, 'nothing'));
    buildRepository({ commits: [], folder: join(home, 'empty') });
    git(home, ['clone', '-q', '--depth', '1', `file://${team}`, 'shallow']);
    writeFileSync(join(home, 'typo.yaml'), 'check:\n  nort-star: 0.5\n');
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it.each<[string, string, string[], string]>([
    ['no repository', 'not-a-repository', ['areas', '../nothing'], 'clone'],
    ['nothing there', 'path-unreadable', ['areas', '../nowhere'], 'spelling'],
    ['a file instead of a folder', 'path-unreadable', ['areas', 'billing/invoice.ts'], ''],
    ['no commits', 'no-commits', ['areas', '../empty'], 'Commit something'],
    ['a shallow clone', 'shallow-clone', ['areas', '../shallow'], '--unshallow'],
    ['an unknown person', 'unknown-person', ['away', '--who', 'Ana Exampel'], 'Did you mean "Ana Example"?'],
    ['several people', 'ambiguous-person', ['away', '--who', 'Example'], 'e-mail'],
    ['nobody', 'nobody-away', ['away'], '--me'],
    ['an identity that git does not know', 'no-identity', ['away', '--me'], 'user.email'],
    [
      'reversed dates',
      'dates-reversed',
      ['away', '--who', 'Bo Example', '--from', '2026-12-24', '--to', '2026-12-01'],
      '--from 2026-12-01 --to 2026-12-24',
    ],
    ['no such day', 'bad-date', ['away', '--who', 'Bo Example', '--from', '2026-02-30'], '2026-12-24'],
    ['a length of nothing', 'bad-number', ['away', '--who', 'Bo Example', '--days', '0'], '1 to 365'],
    ['two lengths', 'bad-combination', ['away', '--who', 'Bo Example', '--to', '2026-12-24', '--days', '3'], 'Leave one'],
    ['an unknown kind', 'unknown-option', ['away', '--who', 'Bo Example', '--kind', 'suden'], 'Did you mean "sudden"?'],
    ['an unknown model', 'unknown-model', ['factor', '--model', 'dao'], 'Did you mean "doa"?'],
    ['an unknown area', 'unknown-area', ['explain', 'biling'], 'Did you mean "billing/"?'],
    ['no area', 'unknown-option', ['explain'], 'needs AREA'],
    ['two areas', 'unknown-option', ['explain', 'a', 'b'], 'one AREA'],
    ['an unknown path', 'unknown-path', ['who', 'biling/invoice.ts'], 'billing/invoice.ts'],
    [
      'a path that stands in two repositories',
      'ambiguous-path',
      ['who', 'billing/invoice.ts', '-r', '.', '-r', '../other'],
      'team:billing/invoice.ts',
    ],
    ['an unknown verb', 'unknown-verb', ['aeras'], 'Did you mean "areas"?'],
    ['an unknown option', 'unknown-option', ['areas', '--jsno'], 'Did you mean --json?'],
    ['an option without its word', 'unknown-option', ['areas', '--output'], 'argument missing'],
    ['two forms at once', 'bad-combination', ['areas', '--csv', '--md'], 'Leave one'],
    ['a data folder that nothing was kept in', 'nothing-kept', ['joins', '--data-folder', '../mistyped'], 'Check the path'],
    ['an unknown commit', 'unknown-commit', ['areas', '--at', 'v9.9.9'], 'tag'],
    ['a commit that looks like an option', 'unknown-commit', ['areas', '--at=--output=pwned'], 'tag'],
    ['a day before the history', 'before-history', ['areas', '--at', '1999-01-01'], '2026-01-01'],
    ['a typo in the configuration', 'configuration', ['areas', '--config', '../typo.yaml'], 'Did you mean "north-star"?'],
    ['a configuration that is not there', 'configuration-missing', ['areas', '--config', '../none.yaml'], 'understudy init'],
    ['nothing to check', 'nothing-to-check', ['check'], 'understudy init'],
    ['no baseline', 'baseline-missing', ['check', '--ratchet'], '--write-baseline'],
    ['a place that cannot be written', 'cannot-write', ['areas', '--output', '../nowhere/x.txt'], 'does not exist'],
    ['a folder instead of a file', 'cannot-write', ['areas', '--output', '../nothing'], 'folder'],
    ['a port that is none', 'bad-number', ['open', '--port', '99999'], '65535'],
  ])('%s is refused', (_what, code, args, says) => {
    const ended = run(...args);
    expect([ended.status, codeOf(ended), ended.stdout]).toEqual([2, code, expect.any(String)]);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).not.toMatch(/\bat .*\.js:\d/);
  });

  it.each(['connect', 'signals', 'verify', 'sources', 'facets', 'open --no-serve'])(
    '%s makes no data folder out of a slip of the pen',
    (line) => {
      expect(codeOf(run(...line.split(' '), '--data-folder', '../mistyped'))).toBe('nothing-kept');
      expect(existsSync(join(home, 'mistyped'))).toBe(false);
    },
  );

  it('a refusal with --json is one object on standard error, and standard output stays empty', () => {
    const { status, stdout, stderr } = run('explain', 'biling', '--json');
    expect([status, stdout, (JSON.parse(stderr) as { code: string }).code]).toEqual([2, '', 'unknown-area']);
  });

  it('one bad repository among several is said and left out', () => {
    const { status, stdout, stderr } = run('areas', '.', '../empty', '--json');
    expect([status, stderr.includes('no-commits'), (JSON.parse(stdout) as { rows: unknown[] }).rows.length]).toEqual([0, true, 3]);
  });

  it('too little history is no good answer: exit code 3', () => {
    buildRepository({ folder: join(home, 'young'), commits: [{ by: 'Ana Example <ana@example.org>', files: { 'a.txt': 'a' } }] });
    for (const args of [['open', '--no-serve'], ['areas'], ['explain', 'all'], ['init', '--output', '-']]) {
      expect([args[0], run(...args, '--repo', '../young').status]).toEqual([args[0], 3]);
    }
    expect(run('areas', '../young').stdout).toContain('▨ not judged');
  });

  it('a corrupt object is refused, and a mended repository judged', () => {
    const broken = buildRepository({
      folder: join(home, 'broken'),
      commits: [{ by: 'Ana Example <ana@example.org>', files: { 'a.txt': 'a' }, label: 'one' }],
    });
    git(broken.path, ['repack', '-adq']);
    const pack = readdirSync(join(broken.path, '.git/objects/pack')).find((name) => name.endsWith('.pack'))!;
    const path = join(broken.path, '.git/objects/pack', pack);
    const whole = readFileSync(path);
    chmodSync(path, 0o644);
    writeFileSync(path, whole.subarray(0, Math.floor(whole.length / 2)));
    const ended = run('areas', '../broken');
    expect([ended.status, ['corrupt-object', 'repository-unreadable', 'missing-objects'].includes(codeOf(ended)!)]).toEqual([2, true]);
    writeFileSync(path, whole);
    expect(run('areas', '../broken').status).toBe(3);
  });

  it('git that is missing is said so', () => {
    const ended = understudy(['areas'], { cwd: team, env: { ...environment(home), PATH: join(home, 'nothing') } });
    expect([ended.status, codeOf(ended)]).toEqual([2, 'git-missing']);
  });

  it('two scans at once both end well, and the next run is right', async () => {
    const env = environment(home, { UNDERSTUDY_DATA: join(home, 'shared-data') });
    const both = await Promise.all([1, 2, 3].map(async () => await endOf(startUnderstudy(['areas', '--json'], { cwd: team, env }))));
    expect(both.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    expect(new Set([...both.map(({ stdout }) => stdout), understudy(['areas', '--json'], { cwd: team, env }).stdout]).size).toBe(1);
  });

  it('Ctrl-C in the middle of reading ends with 130 and loses nothing', async () => {
    const slow = join(home, 'slow');
    mkdirSync(slow);
    writeFileSync(
      join(slow, 'git'),
      '#!/bin/sh\ncase "$*" in *log*|*rev-list*|*diff-tree*) : > "$SLOW_MARK"; sleep 20;; esac\nexec "$REAL_GIT" "$@"\n',
      { mode: 0o755 },
    );
    const mark = join(home, 'slow-mark');
    const env = environment(home, { UNDERSTUDY_DATA: join(home, 'stopped-data') });
    // The process keeps only PATH for git, so the wrapper carries what it needs in its own text.
    writeFileSync(join(slow, 'git'), readFileSync(join(slow, 'git'), 'utf8').replace('$SLOW_MARK', mark).replace('$REAL_GIT', gitPath()));
    const child = startUnderstudy(['areas'], { cwd: team, env: { ...env, PATH: `${slow}:${env['PATH']}` } });
    const ended = endOf(child);
    await appears(mark);
    child.kill('SIGINT');
    const { status, stdout, stderr } = await ended;
    expect([status, stdout, stderr.includes('Nothing was lost')]).toEqual([130, '', true]);
    expect(understudy(['areas'], { cwd: team, env }).status).toBe(0);
  });

  it('a closed pipe is no error', async () => {
    const child = startUnderstudy(['map', '--csv'], { cwd: team, env: environment(home) });
    child.stdout!.destroy();
    expect((await endOf(child)).status).toBe(0);
  });
});

describe('a hostile repository', () => {
  const home = newHome();
  const { path } = hostileNames();
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const VERBS: readonly string[][] = [
    ['open', '--no-serve'],
    ['areas'],
    ['who', '.'],
    ['explain', 'all'],
    ['map'],
    ['identities'],
    ['identities', '--mailmap'],
    ['doctor'],
    ['scan', '-v'],
    ['export'],
  ];

  it.each(VERBS)('shows its names harmlessly: %s %s', (...given) => {
    const args = given.filter((word) => word !== undefined);
    for (const form of [[], ['--explain'], ['--json'], ['--csv'], ['--md']]) {
      const { status, stdout, stderr } = understudy([...args, ...form], { cwd: path, env: environment(home) });
      if (status === 2) continue;
      expect([0, 3]).toContain(status);
      expect(stdout.match(UNSAFE)).toBeNull();
      expect(stderr.match(UNSAFE)).toBeNull();
    }
    expect(existsSync(join(path, 'pwned'))).toBe(false);
  });

  it('runs nothing, whatever is asked', () => {
    const { path: trapped, trap } = boobyTrapped();
    for (const args of [
      ...VERBS,
      ['check', '--write-baseline'],
      ['away', '--who', 'Ben Example'],
      ['areas', '--at', '2024-01-01'],
      ['map', '--html'],
    ]) {
      understudy(args, { cwd: trapped, env: environment(home) });
    }
    expect(readdirSync(trap)).toEqual([]);
  });
});

/** What a terminal would obey: controls other than the new line (and the carriage return of CSV), C1, bidi. */
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function gitPath(): string {
  return (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, 'git'))
    .find((path) => existsSync(path))!;
}

async function appears(path: string): Promise<void> {
  for (let tries = 0; tries < 200 && !existsSync(path); tries++) await new Promise((done) => setTimeout(done, 50));
  if (!existsSync(path)) throw new Error('git was never asked for the history');
}
