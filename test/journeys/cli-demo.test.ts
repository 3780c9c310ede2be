import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '../../dist/cli/main.js');
const room = mkdtempSync(join(tmpdir(), 'understudy-demo-'));

function run(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: room, encoding: 'utf8', timeout: 500_000 });
  return { code: status, out: stdout, err: stderr };
}

function heads(folder: string): readonly string[] {
  return ['shop', 'fleet', 'foundation', 'insight'].map((name) =>
    execFileSync('git', [`--git-dir=${join(room, folder, 'repositories', `${name}.git`)}`, 'rev-parse', 'main'], {
      encoding: 'utf8',
    }).trim(),
  );
}

describe('understudy demo', { timeout: 600_000 }, () => {
  afterAll(() => rmSync(room, { recursive: true, force: true }));

  it('writes a company, brings in everything that its tools told, and says where to look', () => {
    const { code, out, err } = run('demo', 'company', '--seed', '12');
    expect({ code, err: err.split('\n').at(-2) }).toEqual({ code: 0, err: ' looking at its signals …' });
    const planted = out.split('\n').filter((line) => / (raised|not raised|not judged)(:|$)/.test(line));
    const [, raised, all] = /what its signal says there now \((\d+) of (\d+) raised\)/.exec(out)!.map(Number);
    expect(planted).toHaveLength(all!);
    expect(planted.filter((line) => line.includes(' raised: ') && !line.includes('not raised')).length).toBe(raised);
    expect(raised! / all!).toBeGreaterThan(0.5);
    expect(JSON.parse(run('signals', '--data-folder', 'company/data', '--json').out).notJudged).toEqual([]);
    const facts = Number(/commits and ([\d,]+) facts/.exec(out)![1]!.replaceAll(',', ''));
    expect(facts).toBeGreaterThan(50_000);
    expect(readdirSync(join(room, 'company')).toSorted()).toEqual(['data', 'exports', 'repositories']);
    const sources = run('sources', '--data-folder', 'company/data', '--json');
    expect(
      JSON.parse(sources.out)
        .rows.map(({ source }: { readonly source: string }) => source)
        .toSorted(),
    ).toEqual(['fleet', 'foundation', 'insight', 'shop']);
  });

  it('knows all of it already when its exports are imported twice', () => {
    expect(run('import', 'company/exports', '--data-folder', 'own').code).toBe(0);
    const { code, out } = run('import', 'company/exports', '--data-folder', 'own', '--json');
    expect(code).toBe(0);
    const rows = JSON.parse(out).rows as readonly { readonly fresh: number; readonly known: number; readonly skipped: number }[];
    const sum = (of: 'fresh' | 'known' | 'skipped'): number => rows.reduce((all, row) => all + row[of], 0);
    expect([sum('fresh'), sum('skipped')]).toEqual([0, 0]);
    expect(sum('known')).toBeGreaterThan(50_000);
  });

  it('gives the same repositories for the same seed, and refuses a folder with something in it', () => {
    expect(run('demo', 'again', '--seed', '12').code).toBe(0);
    expect(heads('again')).toEqual(heads('company'));
    const { code, err } = run('demo', 'again');
    expect(code).toBe(2);
    expect(err).toContain('demo-folder');
    expect(existsSync(join(room, 'understudy-demo'))).toBe(false);
  });
});
