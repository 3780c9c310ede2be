import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabasePlace } from '#store/database/database.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const STARTS_WITHIN = 60_000;

/** `understudy serve` as a process of its own, which can be killed and started again at the same address. */
export class ServedAside {
  readonly #place: DatabasePlace;
  readonly #options: readonly string[];
  #child: ChildProcess | undefined;
  address = '';

  constructor(place: DatabasePlace, options: readonly string[]) {
    this.#place = place;
    this.#options = options;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  async start(): Promise<void> {
    const where = this.#place.engine === 'sqlite' ? ['--data-folder', this.#place.folder] : ['--database', this.#place.url];
    const port = this.address === '' ? '0' : new URL(this.address).port;
    const args = ['--conditions=understudy-source', MAIN, 'serve', ...where, '--port', port, ...this.#options];
    this.#child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.address = await saidWhere(this.#child);
  }

  /** Workers are processes that the server has started. */
  workers(): readonly number[] {
    const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).split('\n');
    return rows
      .map((row) => row.trim().split(/\s+/))
      .filter(([, parent, state]) => parent === String(this.pid) && !state!.startsWith('Z'))
      .map(([own]) => Number(own));
  }

  /** At once and without a word, as `kill -9` does. */
  async killAll(): Promise<void> {
    const [child, workers] = [this.#child!, this.workers()];
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    this.kill(workers);
    await ended;
  }

  async killServer(): Promise<void> {
    const ended = once(this.#child!, 'exit');
    this.#child!.kill('SIGKILL');
    await ended;
  }

  kill(pids: readonly number[]): void {
    for (const pid of pids)
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself in between.
      }
  }

  async isReady(): Promise<boolean> {
    return await fetch(`${this.address}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async untilReady(): Promise<void> {
    for (const until = Date.now() + STARTS_WITHIN; !(await this.isReady()); await sleep(20))
      if (Date.now() > until) throw new Error('the server was not ready within a minute');
  }

  async stop(): Promise<void> {
    if (this.#child === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}

async function saidWhere(child: ChildProcess): Promise<string> {
  const told = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]!.setEncoding('utf8').on('data', (text: string) => (told[name] = (told[name] + text).slice(-10_000)));
  return await new Promise((resolve, reject) => {
    child.stdout!.on('data', () => {
      const found = /Served at (http:\/\/[^/\s]+)\//.exec(told.stdout);
      if (found !== null) resolve(found[1]!);
    });
    child.once('close', () => reject(new Error(`the server did not start: ${told.stderr}`)));
  });
}
