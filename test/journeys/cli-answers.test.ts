import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '#contract/answer.ts';
import type { Answer } from '#core/terms/answer.ts';
import { environment, newHome, teamRepository, understudy } from './understudy.ts';

/** Every verb in every form, on the history of an invented team. */
describe('the command line', () => {
  const home = newHome();
  const team = join(home, 'code/team');
  const run = (...args: string[]) => understudy(args, { cwd: team, env: environment(home) });
  const json = (...args: string[]): Answer => JSON.parse(run(...args, '--json').stdout) as Answer;
  const verdicts = (answer: Answer) => Object.fromEntries(answer.rows.map((row) => [row['area'], row['verdict']]));

  beforeAll(() => {
    teamRepository(team);
    writeFileSync(join(home, 'gitconfig'), '[user]\n\temail = ana@example.org\n');
  });
  afterAll(() => rmSync(home, { recursive: true }));

  const QUESTIONS: readonly (readonly [string, ...string[]])[] = [
    ['open', '--no-serve'],
    ['areas'],
    ['away', '--me'],
    ['who', 'billing'],
    ['who', 'billing', '--successors'],
    ['review', 'HEAD~1..HEAD'],
    ['explain', 'billing'],
    ['map'],
    ['factor'],
    ['loss', '--most', '2'],
    ['away', '--me', '--simulate'],
    ['factor', 'billing', '--model', 'doa'],
    ['pairs'],
    ['loss', '--leavers', 'all'],
    ['trend', '--months', '3'],
    ['identities'],
    ['doctor'],
    ['scan'],
  ];

  it.each(QUESTIONS.map((args) => ({ verb: args.join(' '), args })))('$verb answers as text, JSON, CSV and Markdown', ({ args }) => {
    const text = run(...args);
    expect([text.status, text.stdout.length > 100]).toEqual([0, true]);
    const answer = json(...args);
    expect(answerSchema.safeParse(answer).error).toBeUndefined();
    const csv = run(...args, '--csv').stdout.split('\r\n');
    expect(csv[0]!.split(',')[0]).toBe(answer.columns[0]!.key);
    expect(csv.length).toBeGreaterThan(answer.rows.length);
    const md = run(...args, '--md').stdout;
    expect(md).toContain(`### ${answer.question.slice(0, 10)}`);
  });

  it('judges as the team would: one carrier stops, two move', () => {
    expect(verdicts(json('areas'))).toMatchObject({ 'billing/': 'stops', 'ledger/': 'moves' });
  });

  it('says on the first page what stops and what to do first, and asks the same question in JSON', () => {
    const { stdout } = run('open', '--no-serve');
    expect(stdout).toMatch(/If any one person were away for two weeks, \d+ %/);
    expect(stdout).toMatch(/○ stops +billing\/ +one carrier/);
    expect(stdout).toMatch(/First step: .*billing\//);
    expect(stdout).toContain('understudy who billing/');
    expect((json('open').value as { northStar: { value: number } }).northStar.value).toBeLessThan(0.8);
  });

  it('lets nobody but the one who asks be away with --me, and several with --who', () => {
    expect(json('away', '--me').reading).toMatch(/^Without you from /);
    const two = json(
      'away',
      '--who',
      'Bo Example',
      '--who',
      'cem@example.org',
      '--kind',
      'sudden',
      '--from',
      '2026-05-04',
      '--to',
      '2026-05-08',
    );
    expect(two.value).toMatchObject({ people: 2, from: '2026-05-04', to: '2026-05-08', kind: 'sudden' });
    expect(two.rows.map((row) => row['area'])).toContain('ledger/');
  });

  it('finds a path from a subfolder, from the top, from outside, and in JSON by row', () => {
    const paths = [
      understudy(['who', 'invoice.ts', '--json'], { cwd: join(team, 'billing'), env: environment(home) }),
      understudy(['who', 'billing/invoice.ts', '--json'], { cwd: team, env: environment(home) }),
      understudy(['who', join(team, 'billing/invoice.ts'), '--json'], { cwd: home, env: environment(home) }),
      understudy(['who', 'billing/invoice.ts', '--json', '--repo', team], { cwd: home, env: environment(home) }),
    ].map(({ stdout }) => (JSON.parse(stdout) as Answer<{ path: string }>).value.path);
    expect(paths).toEqual(['billing/invoice.ts', 'billing/invoice.ts', 'billing/invoice.ts', 'billing/invoice.ts']);
  });

  it('takes a repository as argument, as option and as the place one stands in, with the same answer', () => {
    const outside = { cwd: home, env: environment(home) };
    const answers = [
      understudy(['areas', team, '--json'], outside),
      understudy(['areas', '--json', '-r', team], outside),
      run('areas', '--json'),
    ];
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
  });

  it('answers the same again from what it kept, and anew after a change of configuration', () => {
    const before = run('areas', '--json').stdout;
    expect(run('areas', '--json').stdout).toBe(before);
    writeFileSync(join(team, 'understudy.yaml'), 'areas:\n  - name: money\n    paths: [billing/, ledger/]\n');
    expect(json('areas').rows.map((row) => row['area'])).toContain('money');
    rmSync(join(team, 'understudy.yaml'));
    expect(run('areas', '--json').stdout).toBe(before);
  });

  it('judges an earlier day by what was known then', () => {
    const then = json('areas', '--at', '2026-01-20');
    expect([then.asOf.at.slice(0, 10), then.rows.length > 0]).toEqual(['2026-01-20', true]);
    expect((then.rows[0]!['commits'] as number) < (json('areas').rows[0]!['commits'] as number)).toBe(true);
  });

  it('writes a configuration whose thresholds hold, and fails when one is raised', () => {
    expect(run('check').status).toBe(2);
    expect(run('init').status).toBe(0);
    expect(run('init').stderr).toContain('configuration-exists');
    expect(run('check').status).toBe(0);
    const path = join(team, 'understudy.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/areas-that-stop: \d+/, 'areas-that-stop: 0'));
    const failed = run('check', '--json');
    expect([failed.status, (JSON.parse(failed.stdout) as Answer).rows.map((row) => row['area'])]).toEqual([1, ['billing']]);
    const sarif = JSON.parse(run('check', '--sarif').stdout) as { runs: [{ results: { ruleId: string; locations: unknown[] }[] }] };
    expect(sarif.runs[0].results.map((result) => result.ruleId)).toEqual(['area-stops']);
    rmSync(path);
  });

  it('ratchets: what was written holds, what is worse does not', () => {
    expect(run('check', '--ratchet').stderr).toContain('baseline-missing');
    expect(run('check', '--write-baseline').status).toBe(0);
    expect(run('check', '--ratchet').status).toBe(0);
    const path = join(team, 'understudy.baseline.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/("ledger": \{[^}]*"carried": )[\d.]+/, '$10.999'));
    const worse = run('check', '--baseline', 'understudy.baseline.json');
    expect([worse.status, worse.stdout.includes('ledger/')]).toEqual([1, true]);
    rmSync(path);
  });

  it('writes files whole: --output, badge, one page', () => {
    for (const [file, args] of [
      ['areas.csv', ['areas', '--csv']],
      ['badge.svg', ['export', '--badge']],
      ['map.html', ['map', '--html']],
    ] as const) {
      const { status, stdout } = run(...args, '--output', join(home, file));
      expect([status, stdout, existsSync(join(home, file))]).toEqual([0, '', true]);
    }
    expect(readFileSync(join(home, 'badge.svg'), 'utf8')).toMatch(/^<svg.*two weeks away: \d+ % carried/);
    const page = readFileSync(join(home, 'map.html'), 'utf8');
    expect(['ana@example.org', 'Ana Example', 'src="http', 'href="http'].filter((part) => page.includes(part))).toEqual([]);
  });

  it('exports every answer as one line each', () => {
    const lines = run('export').stdout.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Answer).schema)).toEqual([
      'understudy/overview/1',
      'understudy/areas/1',
      'understudy/map/1',
    ]);
  });

  it('keeps progress off standard output, and says nothing at all when asked to be quiet', () => {
    expect(run('areas', '--json', '--quiet').stderr).toBe('');
    expect(run('scan', '--verbose').stderr).toMatch(/team: 300 commits, 0 new/);
  });

  it('colours nothing that is no terminal', () => {
    expect(run('areas').stdout).not.toContain('\u001b');
    expect(understudy(['areas'], { cwd: team, env: environment(home, { FORCE_COLOR: '1' }) }).stdout).not.toContain('\u001b');
  });

  it('explains itself: --help, help VERB, VERB --help', () => {
    expect(run('--help').stdout).toContain('understudy away --me');
    expect(run('help', 'away').stdout).toBe(run('away', '--help').stdout);
    expect(run('away', '--help').stdout).toContain('--who <name>');
  });
});
