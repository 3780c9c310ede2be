import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { becomeFirstAdministrator, makeFirstLink } from '#app/actions/accounts/first-administrator.ts';
import type { Database, DatabasePlace } from '#store/database/database.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

export interface StartedServer {
  readonly process: ChildProcess;
  readonly address: string;
  readonly metrics: string;
  /** What it has logged so far. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
  readonly said: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** `understudy serve` as a process of its own, on free ports, once it says where. */
export async function startedServer(place: DatabasePlace, options: readonly string[] = ['--workers', '0']): Promise<StartedServer> {
  const where = place.engine === 'sqlite' ? ['--data-folder', place.folder] : ['--database', place.url];
  const args = ['--conditions=understudy-source', MAIN, 'serve', ...where, '--port', '0', '--metrics-port', '0', ...options];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, UNDERSTUDY_DATA: mkdtempSync(join(tmpdir(), 'understudy-server-')) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (text: string) => (told[name] += text));
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.once('close', (code, signal) => done({ code, signal })),
  );
  const [, address] = await said(
    () => /Served at (https?:\/\/[^/\s]+)\//.exec(told.stdout),
    ended,
    () => told.stderr,
  );
  const [, port] = await said(
    () => /Figures for Prometheus at port (\d+)/.exec(told.stdout),
    ended,
    () => told.stderr,
  );
  return {
    process: child,
    address: address!,
    metrics: `http://127.0.0.1:${port!}/metrics`,
    log: () => linesOf(told.stderr),
    said: () => told.stdout + told.stderr,
    ended,
  };
}

/** Signed in as the first administrator, who comes by a link: headers for what only people with an account may ask. */
export async function asAdministrator(database: Database): Promise<{ readonly cookie: string }> {
  const made = await makeFirstLink(database, { now: Date.now(), anew: true });
  if (typeof made === 'string') throw new Error(made);
  const whose = { email: 'ana@example.org', name: 'Ana', password: 'correct horse battery' };
  const { secret } = await becomeFirstAdministrator(database, { link: made.secret, ...whose, browser: 'a browser', now: Date.now() });
  return { cookie: `understudy_session=${secret}` };
}

async function said<Found>(look: () => Found | null, ended: Promise<unknown>, why: () => string): Promise<Found> {
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    const found = look();
    if (found !== null) return found;
    if (over) throw new Error(`the server did not start: ${why()}`);
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
}

function linesOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}
