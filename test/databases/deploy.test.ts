import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEAM_VERBS } from '#cli/team/team-verbs.ts';
import { COMMON_OPTIONS } from '#cli/options/common-options.ts';
import { onSqlite } from './on-both-engines.ts';
import { startedServer } from './started-server.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy');
const read = (path: string): string => readFileSync(join(DEPLOY, path), 'utf8');
const UNITS = ['understudy', 'understudy-work'];
const container = read('Containerfile');
/** Words of `CMD ["serve", "--host"]`: of the health check first, then of the container. */
const [healthCheck, command] = [...container.matchAll(/CMD (\[.*\])$/gm)].map(([, words]) => JSON.parse(words!) as readonly string[]);

function unknownOptions([verb, ...words]: readonly string[]): readonly string[] {
  const options = [...TEAM_VERBS.find(({ name }) => name === verb)!.options, ...COMMON_OPTIONS];
  const known = new Set(options.map(({ flags }) => /--[\w-]+/.exec(flags)![0]));
  return words.filter((word) => word.startsWith('--') && !known.has(word));
}

describe.each(UNITS)('the unit %s', (name) => {
  const unit = read(`systemd/${name}.service`);
  const start = /^ExecStart=\/usr\/local\/bin\/understudy (.*)$/m.exec(unit)![1]!;

  it('starts a verb with options that it knows', () => {
    expect(unknownOptions(start.split(' '))).toEqual([]);
    expect(unknownOptions(['serve', '--gone'])).toEqual(['--gone']);
  });

  it('is told apart from the system that it runs on', () => {
    const wanted = [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'User=understudy',
      'KillMode=mixed',
      'StateDirectory=understudy',
    ];
    expect(wanted.filter((line) => !unit.split('\n').includes(line))).toEqual([]);
  });

  it('is one that systemd takes', ({ skip }) => {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) skip();
    const file = join(mkdtempSync(join(tmpdir(), 'understudy-unit-')), `${name}.service`);
    const verify = (text: string) => {
      writeFileSync(file, text.replace('/usr/local/bin/understudy', '/bin/true').replace(/^Documentation=.*\n/m, ''));
      return spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' }).stderr;
    };
    expect(verify(unit)).not.toContain(name);
    expect(verify(unit.replace('NoNewPrivileges=yes', 'NoNewPrivilege=yes'))).toContain('NoNewPrivilege');
  });
});

describe('the files of the units', () => {
  it('name settings that the product reads', () => {
    const named = [...read('systemd/understudy.env').matchAll(/^#?(UNDERSTUDY_\w+)=/gm)].map(([, setting]) => setting!);
    const source = execFileSync('grep', ['-rhoE', 'UNDERSTUDY_[A-Z_]+', join(DEPLOY, '../src')], { encoding: 'utf8' }).split('\n');
    expect(named.length).toBe(4);
    expect(named.filter((setting) => !source.includes(setting))).toEqual([]);
  });

  it('stand where the runbook says', () => {
    const runbook = readFileSync(join(DEPLOY, '../docs/runbooks/install.md'), 'utf8');
    const paths = [
      ...new Set(
        UNITS.flatMap((name) => [...read(`systemd/${name}.service`).matchAll(/(?:EnvironmentFile)=(\S+)/g)].map(([, path]) => path!)),
      ),
    ];
    expect(paths.filter((path) => !runbook.includes(path))).toEqual([]);
  });
});

describe('the container', () => {
  it('starts a verb with options that it knows, at the port that it tells of', () => {
    expect(unknownOptions(command!)).toEqual([]);
    expect(container).toMatch(/^EXPOSE 4181$/m);
    expect(healthCheck!.join(' ')).toContain(':4181/readyz');
  });

  it('copies what is there, and builds by scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(DEPLOY, '../package.json'), 'utf8')) as { scripts: Record<string, string> };
    const used = [...container.matchAll(/npm run (\w+)/g)].map(([, script]) => script!);
    expect(used.filter((script) => scripts[script] === undefined)).toEqual([]);
    expect(existsSync(join(DEPLOY, '../package-lock.json'))).toBe(true);
    expect(container).toMatch(/^USER node$/m);
    expect(container).not.toContain('@sha256');
  });
});

onSqlite(({ emptyPlace }) => {
  it('the health check of the container tells a server that is ready from one that is not', async () => {
    const { address } = await startedServer(await emptyPlace());
    const words = healthCheck!.slice(1);
    const check = (at: string): number | null =>
      spawnSync(
        process.execPath,
        words.map((word) => word.replace('http://127.0.0.1:4181', at)),
      ).status;
    expect(check(address)).toBe(0);
    expect(check('http://127.0.0.1:9')).toBe(1);
  });
});
