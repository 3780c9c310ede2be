import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '#contract/answer.ts';
import { buildRepository } from '#test/golden/build-repository.ts';
import { type Ended, endOf, environment, newHome, startUnderstudy, teamRepository, understudy } from './understudy.ts';

const LABELS =
  'system,self_rated_knowledge_1to5,doa_norm,commit_norm,blame_norm,first_author,DL_deliveries,AC_others_changes,loc,days_since_last_commit,commits_after';

interface Envelope {
  readonly schema: string;
  readonly value: Readonly<Record<string, number>>;
  readonly notJudged: readonly { readonly what: string; readonly remedy: string }[];
  readonly leftOut: readonly { readonly count: number }[];
}

describe('how often it is right, from the command line', () => {
  const home = newHome();
  const team = join(home, 'team');
  const run = (...args: string[]): Ended => understudy(args, { cwd: home, env: environment(home) });
  const told = ({ stdout }: Ended): Envelope => answerSchema.parse(JSON.parse(stdout)) as unknown as Envelope;

  beforeAll(() => {
    teamRepository(team);
    const head = execFileSync('git', ['-C', team, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    writeFileSync(join(home, 'factors.csv'), `repo_2015,repo_now,commit,tf_published\nteam,team,${head},2\nbad,bad,HEAD,1\n`);
    const rows = Array.from({ length: 40 }, (_, i) =>
      [`s${i % 2}`, 1 + (i % 5), 0.5, 0.5, 0.5, 0, (i % 5) * 4, 3, 80, 30 * i, 1].join(','),
    );
    writeFileSync(join(home, 'labels.csv'), `${[LABELS, ...rows].join('\r\n')}\r\n`);
    mkdirSync(join(home, 'docs'));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('holds one suite to its data: figures by name, rows that cannot be read counted', () => {
    const ended = run('evaluate', 'truck-factor', '--repo', team, '--data', 'factors.csv', '--json');
    const { schema, value, leftOut } = told(ended);
    expect(schema).toBe('understudy/evaluate/1');
    expect(Object.keys(value)).toEqual(expect.arrayContaining(['exact', 'withinOne', 'mae', 'n']));
    expect(leftOut.map(({ count }) => count)).toEqual([1]);
    // Gates are held to what was given: one factor of one repository is right or it is not.
    expect(ended.status).toBe(value['exact'] === 1 ? 0 : 1);
  });

  it('needs no repository for labels alone, and gives figures without bounds for a handful of them', () => {
    const ended = run('evaluate', 'calibration', '--data', 'labels.csv', '--json');
    const { value, notJudged } = told(ended);
    expect([value['n'], ended.status]).toEqual([40, 0]);
    expect(value['auc']).toBeGreaterThan(0.5);
    expect(notJudged.map(({ what }) => what)).toEqual(['the bounds of calibration']);
  });

  it('says what is missing: not judged with a remedy and 3, a file without its columns refused with 2', () => {
    const without = run('evaluate', 'calibration', '--json');
    expect([without.status, told(without).notJudged[0]!.remedy]).toEqual([3, expect.stringContaining('--data FILE')]);
    const wrong = run('evaluate', 'calibration', '--data', 'factors.csv');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('(data-columns)')]);
    const typo = run('evaluate', 'calibraton');
    expect([typo.status, typo.stderr]).toEqual([2, expect.stringContaining('Did you mean "calibration"?')]);
  });

  it('hears Ctrl-C in the middle of a step, and goes on from there', async () => {
    const rows = Array.from({ length: 900 }, (_, i) =>
      [`s${i % 12}`, 1 + (i % 5), 0.5, 0.5, 0.5, 0, (i % 5) * 4, i % 7, 80, (37 * i) % 900, 1].join(','),
    );
    writeFileSync(join(home, 'many.csv'), `${[LABELS, ...rows].join('\n')}\n`);
    const child = startUnderstudy(['evaluate', 'calibration', '--data', 'many.csv'], { cwd: home, env: environment(home) });
    const ended = endOf(child);
    await new Promise((done) => setTimeout(done, 1500));
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ status: 130, stdout: '', stderr: expect.stringContaining('goes on from here') as string });
  });

  it('writes the page, its twin and its pictures into a folder', () => {
    run('evaluate', 'calibration', 'truck-factor', '--repo', team, '--data', 'labels.csv', '--data', 'factors.csv', '--write', 'docs');
    const page = readFileSync(join(home, 'docs/evaluation.md'), 'utf8');
    expect(page).toMatch(/^# How often is it right\?/);
    for (const [, picture] of page.matchAll(/\]\((evaluation\/[^)]+\.svg)\)/g)) expect(existsSync(join(home, 'docs', picture!))).toBe(true);
    expect((JSON.parse(readFileSync(join(home, 'docs/evaluation.json'), 'utf8')) as { schema: string }).schema).toBe(
      'understudy/evaluation-record/1',
    );
  });

  it('corrects knowledge by a team’s answers only when asked to, and takes it back', () => {
    const people = ['ana', 'bo', 'cem'];
    const commits = Array.from({ length: 36 }, (_, i) => ({
      by: `${people[i % 3]!} Example <${people[i % 3]!}@example.org>`,
      files: { [`src/part${Math.floor(i / 3)}.ts`]: `// ${i}\n` },
    }));
    const { path: team } = buildRepository({ commits, checkout: true, folder: join(home, 'parts') });
    const rows = commits.map((_, i) => `src/part${Math.floor(i / 3)}.ts,${people[i % 3]!}@example.org,${i % 4 === 0 ? 'no' : '5'}`);
    writeFileSync(join(home, 'answers.csv'), ['path,person,knows', ...rows].join('\n'));
    const asked = run('calibrate', 'answers.csv', '--repo', team, '--json');
    expect([asked.status, existsSync(join(team, 'understudy.yaml'))]).toEqual([0, false]);
    run('calibrate', 'answers.csv', '--repo', team, '--write');
    const text = existsSync(join(team, 'understudy.yaml')) ? readFileSync(join(team, 'understudy.yaml'), 'utf8') : '';
    const { better, correction } = told(asked).value as unknown as { better: boolean; correction: { shift: number } };
    expect(text.includes(`knowledge-shift: ${correction.shift}`)).toBe(better);
    run('calibrate', '--undo', '--repo', team);
    expect(existsSync(join(team, 'understudy.yaml')) ? readFileSync(join(team, 'understudy.yaml'), 'utf8') : '').not.toContain(
      'knowledge-',
    );
    writeFileSync(join(home, 'few.csv'), 'path,person,knows\nsrc/part1.ts,ana@example.org,yes\n');
    expect(run('calibrate', 'few.csv', '--repo', team).status).toBe(3);
  });
});
