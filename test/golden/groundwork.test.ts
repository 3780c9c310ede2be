import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCommand } from '#cli/run-command.ts';
import { buildRepository, git } from './build-repository.ts';
import { folder, story } from './scanning.ts';

/** What is derived from a scan is kept beside it; nobody may be able to tell from an answer. */
const BASE = 'Ada Example <ada@example.org>';
const QUESTIONS = [
  ['review', 'HEAD~9..HEAD~7'],
  ['review', 'HEAD~3..', '--away', 'ben@example.org', '--json'],
  ['away', '--who', 'ada@example.org', '--from', '2024-02-01', '--explain'],
  ['away', '--who', 'ada@example.org', '--who', 'ben@example.org', '--simulate', '--json'],
  ['who', 'dir/', '--json'],
  ['who', 'dir/', '--successors'],
  ['areas', '--explain'],
  ['factor', '--json'],
  ['areas', '--at', 'HEAD~40', '--json'],
  ['areas', '--at', 'now', '--json'],
  ['open', '--no-serve'],
] as const;

function repository(format: 'sha1' | 'sha256' = 'sha1'): string {
  const commits = [
    ...story(120),
    { by: BASE, label: 'wide', files: Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`wide/w${i}.ts`, `${i}\n`])) },
    { by: 'Robo[bot] <robo[bot]@example.org>', label: 'bot', files: { 'dir/bot.txt': 'beep\n' } },
    { by: 'Dé Example <dé@example.org>', label: 'odd', files: { 'dir/naïve file.txt': 'x\n', 'package-lock.json': '{}\n' } },
    { by: 'Ada E. <ada@home.example>', label: 'mapped', files: { '.mailmap': 'Ada Example <ada@example.org> <ada@home.example>\n' } },
    ...story(30).map((commit) => ({ ...commit, label: `again-${commit.label}` })),
  ];
  return buildRepository({ commits, checkout: true, format }).path;
}

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function told(args: readonly string[], cwd: string, data: string): Promise<Told> {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => void (said[name] += text), isTerminal: false, columns: 100 });
  const env = { UNDERSTUDY_DATA: data, HOME: data, PATH: process.env['PATH'], GIT_AUTHOR_EMAIL: 'ada@example.org', NO_COLOR: '1' };
  const door = { cwd, env, out: sink('out'), err: sink('err'), now: () => 1_735_700_000_000, signal: new AbortController().signal };
  return { code: await runCommand(args, door), ...said };
}

function inData<T>(data: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(data, 'understudy.sqlite'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

interface Kept {
  readonly key: string;
  readonly stamp: string;
  readonly bytes: Uint8Array;
}
const keptIn = (data: string): Kept[] =>
  inData(data, (database) => database.prepare('select key, stamp, bytes from groundwork order by key').all()) as unknown as Kept[];
const forgetAnswers = (data: string): void => inData(data, (database) => database.exec('delete from kept_answer'));

describe.each([
  ['SHA-1, alone', 'sha1', ''],
  ['SHA-256, in a team that sees no names', 'sha256', 'privacy:\n  mode: team\n'],
  [
    'SHA-1, configured',
    'sha1',
    'ignore: ["wide/"]\nareas:\n  - name: dir/\n    paths: ["dir/"]\n    tier: 1\npeople:\n  same: [["ben@example.org", "cy1@example.org"]]\n',
  ],
] as const)('what was derived from a scan (%s)', (_, format, configuration) => {
  it('changes no byte of any answer', { timeout: 600_000 }, async () => {
    const cwd = repository(format);
    if (configuration !== '') writeFileSync(join(cwd, 'understudy.yaml'), configuration);
    const data = folder();
    await told(['areas'], cwd, data);
    const before = keptIn(data);
    expect(before).toHaveLength(1);
    for (const question of QUESTIONS) {
      const fresh = await told(question, cwd, folder());
      forgetAnswers(data);
      expect(fresh.code).not.toBe(70);
      expect([question, await told(question, cwd, data)]).toEqual([question, fresh]);
    }
    expect(keptIn(data)).toEqual(before);
  });
});

describe('what was derived from a scan', () => {
  const cwd = repository();

  it('is where the next answer comes from', async () => {
    const data = folder();
    const first = await told(['who', 'dir/'], cwd, data);
    expect(first.out).toContain('Ada Example');
    rewrite(data, (bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('Ada Example', 'Abe Example'), 'latin1'));
    forgetAnswers(data);
    const second = await told(['who', 'dir/'], cwd, data);
    expect(second.out).toBe(first.out.replaceAll('Ada Example', 'Abe Example'));
  });

  it('is put aside and derived again where a byte has changed, or where it is no packed groundwork at all', async () => {
    const data = folder();
    const first = await told(['areas'], cwd, data);
    const [kept] = keptIn(data);
    const damages: ((bytes: Uint8Array) => Uint8Array)[] = [
      (bytes) => bytes.map((value, at) => (at === bytes.length - 3 ? value ^ 1 : value)),
      (bytes) => bytes.subarray(0, bytes.length - 40),
      () => new Uint8Array(0),
    ];
    for (const damage of damages) {
      for (const withSum of [false, true]) {
        rewrite(data, damage, withSum);
        if (withSum && damage === damages[0]) continue;
        forgetAnswers(data);
        expect(await told(['areas'], cwd, data)).toEqual(first);
        expect(keptIn(data)).toEqual([kept]);
      }
    }
  });

  it('holds for one head, one configuration and one kept scan', async () => {
    const [path, data] = [repository(), folder()];
    const stamps = new Set<string>();
    const stamp = async (): Promise<void> => {
      await told(['areas'], path, data);
      const rows = keptIn(data);
      expect(rows).toHaveLength(1);
      stamps.add(rows[0]!.stamp);
    };
    await stamp();
    await stamp();
    expect(stamps.size).toBe(1);
    git(path, ['commit', '-q', '--allow-empty', '-m', 'more', '--author', BASE]);
    await stamp();
    expect(stamps.size).toBe(2);
    writeFileSync(join(path, 'understudy.yaml'), 'ignore: ["wide/"]\n');
    await stamp();
    expect(stamps.size).toBe(3);
    writeFileSync(join(path, 'understudy.yaml'), 'ignore: ["wide/"]\njudgement:\n  absence-days: 21\n');
    await stamp();
    expect(stamps.size).toBe(3);
    inData(data, (database) => database.exec('delete from scan'));
    forgetAnswers(data);
    await stamp();
    expect(stamps.size).toBe(4);
  });

  it('is kept whole by several processes at once', async () => {
    const data = folder();
    const main = join(import.meta.dirname, '../../src/cli/main.ts');
    const env = { ...process.env, UNDERSTUDY_DATA: data, XDG_CACHE_HOME: folder() };
    const run = promisify(execFile);
    const all = await Promise.all(
      [1, 2, 3].map(() => run(process.execPath, ['--conditions=understudy-source', main, 'areas', '--json'], { cwd, env })),
    );
    expect(new Set(all.map(({ stdout }) => stdout)).size).toBe(1);
    forgetAnswers(data);
    const { stdout } = await run(process.execPath, ['--conditions=understudy-source', main, 'areas', '--json'], { cwd, env });
    expect(stdout).toBe(all[0]!.stdout);
    expect(keptIn(data)).toHaveLength(1);
  });
});

function rewrite(data: string, change: (bytes: Uint8Array) => Uint8Array, withSum = true): void {
  const [{ key, bytes }] = keptIn(data) as [Kept];
  const changed = change(bytes);
  inData(data, (database) => {
    database.prepare('update groundwork set bytes = ? where key = ?').run(changed, key);
    if (withSum) database.prepare('update groundwork set crc = ? where key = ?').run(crc32(changed), key);
  });
}
