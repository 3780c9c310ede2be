import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TeamPlace } from '#app/actions/team/team-place.ts';
import type { Log } from '#server/log/log.ts';
import type { JobEnded } from '#server/metrics/work-meter.ts';
import type { Run } from '#cli/verb.ts';

/** A worker that dies is replaced after this long (milliseconds), so that one that cannot even start does no harm. */
const PAUSE = 2000;

export interface CrewOrder {
  readonly run: Run;
  readonly place: TeamPlace;
  readonly workers: number;
  readonly once: boolean;
  readonly log: Log;
  /** What a worker says of each of its jobs. */
  readonly onJob?: ((job: JobEnded) => void) | undefined;
}

/** Several workers, each a process of its own: one that is killed, or runs out of memory, takes no other along. */
export async function workAsCrew(order: CrewOrder): Promise<void> {
  await Promise.all(Array.from({ length: order.workers }, async () => await keepWorking(order)));
}

async function keepWorking(order: CrewOrder): Promise<void> {
  const { signal } = order.run.door;
  while (!signal.aborted) {
    const how = await ended(startWorker(order), signal);
    if (order.once && how === '0') return;
    if (signal.aborted) return;
    order.log.tell('warn', 'worker-ended', { how });
    await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * What it works on goes through the environment: an address may hold a password, and arguments can be read by all. In a
 * process group of its own, so that Ctrl-C reaches it once, through us; and it ends by itself when we are gone.
 */
function startWorker({ run, place, once, onJob }: CrewOrder): ChildProcess {
  const { database, keyFile, folder } = place;
  const env = {
    ...run.door.env,
    UNDERSTUDY_DATA: database.engine === 'sqlite' ? database.folder : folder,
    UNDERSTUDY_DATABASE: database.engine === 'postgres' ? database.url : '',
    UNDERSTUDY_KEY_FILE: keyFile,
  };
  const { quiet, verbose } = run.common;
  const args = ['work', ...(once ? ['--once'] : []), ...(quiet ? ['--quiet'] : []), ...(verbose ? ['--verbose'] : [])];
  const worker = spawn(process.execPath, [...process.execArgv, process.argv[1]!, ...args], {
    env,
    cwd: run.door.cwd,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (onJob !== undefined) worker.on('message', (message) => onJob(message as JobEnded));
  return worker;
}

/** A worker that was told to stop and does not is ended all the same: another one will begin its job again. */
const ENDS_WITHIN = 10_000;

/** How it ended: its code, or the signal that ended it. */
async function ended(worker: ChildProcess, signal: AbortSignal): Promise<string> {
  let bound: NodeJS.Timeout | undefined;
  const stop = (): void => {
    worker.kill('SIGTERM');
    bound = setTimeout(() => void worker.kill('SIGKILL'), ENDS_WITHIN);
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  const how = await new Promise<string>((resolve) => {
    worker.once('error', () => resolve('not-started'));
    worker.once('close', (code, by) => resolve(String(code ?? by)));
  });
  signal.removeEventListener('abort', stop);
  clearTimeout(bound);
  return how;
}
