import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TeamPlace } from '#app/actions/team/team-place.ts';
import type { Run } from '#cli/verb.ts';

/** A worker that dies is replaced after this long (milliseconds), so that one that cannot even start does no harm. */
const PAUSE = 2000;

export interface CrewOrder {
  readonly run: Run;
  readonly place: TeamPlace;
  readonly workers: number;
  readonly once: boolean;
}

/** Several workers, each a process of its own: one that is killed, or runs out of memory, takes no other along. */
export async function workAsCrew(order: CrewOrder): Promise<void> {
  await Promise.all(Array.from({ length: order.workers }, async () => await keepWorking(order)));
}

async function keepWorking(order: CrewOrder): Promise<void> {
  const { signal } = order.run.door;
  while (!signal.aborted) {
    const well = await ended(startWorker(order), signal);
    if (order.once && well) return;
    if (!signal.aborted) await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
  }
}

/** What it works on goes through the environment: an address may hold a password, and arguments can be read by all. */
function startWorker({ run, place, once }: CrewOrder): ChildProcess {
  const { database, keyFile, folder } = place;
  const env = {
    ...run.door.env,
    UNDERSTUDY_DATA: database.engine === 'sqlite' ? database.folder : folder,
    UNDERSTUDY_DATABASE: database.engine === 'postgres' ? database.url : '',
    UNDERSTUDY_KEY_FILE: keyFile,
  };
  const args = ['work', ...(once ? ['--once'] : []), ...(run.common.quiet ? ['--quiet'] : [])];
  return spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...args], {
    env,
    cwd: run.door.cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** True where it ended by itself and well. */
async function ended(worker: ChildProcess, signal: AbortSignal): Promise<boolean> {
  const stop = (): void => void worker.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const code = await new Promise<number | null>((resolve) => {
    worker.once('error', () => resolve(null));
    worker.once('close', resolve);
  });
  signal.removeEventListener('abort', stop);
  return code === 0;
}
