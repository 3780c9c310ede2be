import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRepository, type GoldenRepository, type ScriptedCommit } from '#test/golden/build-repository.ts';

export const MAIN = join(import.meta.dirname, '..', '..', 'dist/cli/main.js');

/** How one command ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A home of its own for a group of tests: data and git configuration lie in it and nowhere else. */
export function newHome(): string {
  return mkdtempSync(join(tmpdir(), 'understudy-home-'));
}

export function environment(home: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    UNDERSTUDY_DATA: join(home, 'data'),
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    ...more,
  };
}

/** Runs the built command to its end. */
export function understudy(args: readonly string[], { cwd, env = {} }: Surroundings): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 500_000,
  });
  return { status, stdout, stderr };
}

/** Starts the built command; the caller ends it. */
export function startUnderstudy(args: readonly string[], { cwd, env = {} }: Surroundings): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function endOf(child: ChildProcess): Promise<Ended> {
  const told = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name]!.setEncoding('utf8').on('data', (text: string) => (told[name] += text));
  return await new Promise((done) => child.once('close', (status) => done({ status, ...told })));
}

const TEAM = ['Ana Example <ana@example.org>', 'Bo Example <bo@example.org>', 'Cem Example <cem@example.org>'] as const;

/** An invented team: billing is Ana's alone, the ledger is shared by Bo and Cem, the docs belong to everybody. */
export function teamRepository(folder?: string): GoldenRepository {
  const at = (day: number, hour: number): string =>
    `2026-0${1 + Math.floor(day / 28)}-${String((day % 28) + 1).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+00:00`;
  const commits = Array.from({ length: 100 }, (_, day): ScriptedCommit[] => [
    { by: TEAM[0], at: at(day, 9), files: { 'billing/invoice.ts': `// ${day}\n`, [`billing/tax${day % 5}.ts`]: `// ${day}\n` } },
    { by: TEAM[1 + (day % 2)]!, at: at(day, 12), files: { 'ledger/close.ts': `// ${day}\n`, [`ledger/open${day % 5}.ts`]: `// ${day}\n` } },
    { by: TEAM[day % 3]!, at: at(day, 15), files: { [`docs/page${day % 6}.md`]: `${day}\n` } },
  ]).flat();
  return buildRepository({ commits, checkout: true, ...(folder === undefined ? {} : { folder }) });
}
