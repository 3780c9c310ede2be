import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEAM_VERBS } from '#cli/team/team-verbs.ts';
import { filesUnder } from '#scripts/files-under.ts';
import { buildRepository, type ScriptedCommit } from '#test/golden/build-repository.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const documents = [join(ROOT, 'README.md'), ...filesUnder(join(ROOT, 'docs/guide'))].filter((path) => path.endsWith('.md'));
/** What tends a team's database needs one: test/databases/team-commands.test.ts follows it. */
const OF_A_TEAM = new RegExp(`^understudy (${TEAM_VERBS.map(({ name }) => name).join('|')})\\b`);
const commands = [...new Set(documents.flatMap((path) => commandsIn(readFileSync(path, 'utf8'))))].filter((one) => !OF_A_TEAM.test(one));

/** Every command that README, guide and help show is run as it stands, in the home of an invented team. */
describe('commands in the docs', () => {
  const home = mkdtempSync(join(tmpdir(), 'understudy-home-'));
  const api = join(home, 'code/api');

  beforeAll(() => {
    buildRepository({
      folder: api,
      checkout: true,
      commits: historyOf(filesOf('billing/invoice', 'ledger/close', 'infra/deploy')),
    });
    buildRepository({ folder: join(home, 'code/web'), checkout: true, commits: historyOf(filesOf('src/pages', 'src/parts')) });
    writeFileSync(join(api, 'answers.csv'), 'path,person,knows\nbilling/invoice.ts,ana@example.org,yes\n');
    writeFileSync(join(api, 'labels.csv'), labelsOfTwoSystems());
    mkdirSync(join(home, 'bin'));
    writeFileSync(join(home, 'bin/understudy'), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'dist/cli/main.js')}" "$@"\n`);
    chmodSync(join(home, 'bin/understudy'), 0o755);
    writeFileSync(join(home, 'gitconfig'), '[user]\n\tname = Ana Example\n\temail = ana@example.org\n');
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it('are many', () => {
    expect(commands.length).toBeGreaterThan(12);
  });

  it.each(commands)('%s', (command) => {
    if (command === 'understudy init') rmSync(join(api, 'understudy.yaml'), { force: true });
    else if (!existsSync(join(api, 'understudy.yaml'))) run('understudy init');
    const { status, stdout, stderr } = run(command);
    expect([0, 1, 3], stderr).toContain(status);
    const target = /(?:> |-o |--output |--html )(\S*\.\S+)/.exec(command)?.[1];
    const written = target === undefined ? '' : readFileSync(join(api, target), 'utf8');
    expect(`${stdout}${stderr}${written}`.trim()).not.toBe('');
  });

  it('suggest lines for .mailmap that keep the written-out name', () => {
    expect(run('understudy identities --mailmap --repo .').stdout).toBe(
      'Cyrus Long <cyrus@example.org> cyruslong <cyruslong@mail.example>\n',
    );
  });

  it('are refused when they are wrong, so that the above can fail', () => {
    expect(run('understudy aeras').status).toBe(2);
  });

  function run(command: string): SpawnSyncReturns<string> {
    const env = {
      PATH: `${join(home, 'bin')}:${process.env['PATH']}`,
      HOME: home,
      UNDERSTUDY_DATA: join(home, 'data'),
      GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
      GIT_CONFIG_NOSYSTEM: '1',
      NO_COLOR: '1',
    };
    return spawnSync('sh', ['-c', runnable(command)], { cwd: api, encoding: 'utf8', env });
  }
});

describe('npm scripts in the docs', () => {
  it('exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...documents, join(ROOT, 'CONTRIBUTING.md'), ...filesUnder(join(ROOT, 'docs/runbooks'))]
      .flatMap((path) => [
        ...readFileSync(path, 'utf8').matchAll(/\bnpm (?:run )?(start|test|check|build|bench|fit|docs|format|[a-z]+(?= --))\b/g),
      ])
      .map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].filter((name) => !(name in scripts) && !['install', 'version', 'ci', 'publish'].includes(name))).toEqual([]);
  });

  it('are what the first screen of the README says', () => {
    const [first] = readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n## ');
    expect(first).toMatch(/^npm start/m);
    expect(first).toMatch(/^npm test/m);
    expect(execFileSync('sh', ['-n', join(ROOT, 'scripts/start.sh')], { encoding: 'utf8' })).toBe('');
  });
});

/** Two invented systems in which who changed a file often knows it. */
function labelsOfTwoSystems(): string {
  const head =
    'system,self_rated_knowledge_1to5,doa_norm,commit_norm,blame_norm,first_author,DL_deliveries,AC_others_changes,loc,days_since_last_commit,commits_after';
  const rows = Array.from({ length: 24 }, (_, i) => [i % 2, 1 + (i % 5), 0.5, 0.5, 0.5, 0, (i % 5) * 4, 3, 80, 30 * i, 1].join(','));
  return `${[head, ...rows].join('\n')}\n`;
}

function commandsIn(text: string): readonly string[] {
  const fences = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, body]) => body!.split('\n'));
  return fences.filter((line) => /^(\.\/|npx )?understudy\b/.test(line)).map((line) => line.trim());
}

/** As written, except for what only this machine lacks: a checkout in the way, a reader behind a pipe, somebody to press Ctrl-C. */
function runnable(command: string): string {
  const [own] = command
    .replace(/^(\.\/|npx )/, '')
    .replace(/\s+#.*$/, '')
    .split(' | ');
  return /^understudy( open\b|$)/.test(own!) && !own!.includes('--no-serve') ? `${own} --no-serve` : own!;
}

/** Five files a folder: `billing/invoice.ts`, `billing/invoice-1.ts` … */
function filesOf(...stems: readonly string[]): readonly string[] {
  return stems.flatMap((stem) => ['', '-1', '-2', '-3', '-4'].map((number) => `${stem}${number}.ts`));
}

const AGENT = 'copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>';

/** Two years of an invented team: Ana carries most, Bo helps, Cyrus came late and writes his name in two ways, and an agent helps. */
function historyOf(paths: readonly string[]): readonly ScriptedCommit[] {
  const people = [
    'Ana Example <ana@example.org>',
    'Ana Example <ana@example.org>',
    'Bo Example <bo@example.org>',
    'Cyrus Long <cyrus@example.org>',
  ];
  return Array.from({ length: 140 }, (_, i) => ({
    by: i % 20 === 15 ? AGENT : i % 20 === 10 ? 'cyruslong <cyruslong@mail.example>' : people[i < 60 ? i % 3 : i % 4]!,
    at: new Date(Date.UTC(2025, 0, 6, 9) + i * 5 * 86_400_000).toISOString().replace('.000Z', '+00:00'),
    message: `Change ${i}`,
    files: Object.fromEntries(
      paths.filter((_path, p) => i === 0 || (i * 7 + p * 3) % 5 < 2).map((path) => [path, `${path} ${i}\n`.repeat(5 + (i % 9))]),
    ),
  }));
}
