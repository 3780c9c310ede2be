import { setTimeout as sleep } from 'node:timers/promises';
import type { TakenJob } from '#store/jobs/job-queue.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { planScans } from '#store/team/sources.ts';
import { runJob } from './run-job.ts';
import type { JobOutcome } from './run-job.ts';
import type { Workshop } from './scan-source.ts';
import { sumUp } from './sum-up.ts';

export interface WorkOrder extends Workshop {
  readonly signal: AbortSignal;
  /** End when nothing is due instead of waiting for more. */
  readonly once: boolean;
  /** `bug` where a job failed in a way that no refusal tells. */
  readonly onJob: (job: TakenJob, outcome: JobOutcome | undefined, bug?: unknown) => void;
}

/** Between two looks for work, milliseconds. */
const PAUSE = 1000;
/** After the database did not answer. */
const LONG_PAUSE = 5000;

/** Takes one job after another until it is told to stop. Any number of workers may do this on any number of machines. */
export async function work(order: WorkOrder): Promise<number> {
  let done = 0;
  while (!order.signal.aborted) {
    const job = await nextJob(order);
    if (job === undefined && order.once) return done;
    if (job === undefined) await pause(PAUSE, order.signal);
    else done += await worked(order, job);
  }
  return done;
}

/** Nothing, after a while, where the database does not answer; a worker that waits on is better than one that is gone. */
async function nextJob({ database, now, once, signal }: WorkOrder): Promise<TakenJob | undefined> {
  try {
    await planScans(database, now());
    return await jobsOf(database).take(now());
  } catch (problem) {
    if (once || isMoved(problem)) throw problem;
    await pause(LONG_PAUSE, signal);
    return undefined;
  }
}

function isMoved(problem: unknown): boolean {
  return (problem as { readonly code?: string }).code === 'database-moved';
}

async function worked(order: WorkOrder, job: TakenJob): Promise<number> {
  const begun = order.now();
  try {
    const outcome = await runJob({ ...order, job });
    order.onJob(job, { ...outcome, milliseconds: order.now() - begun });
    if (outcome.state === 'done') await sumUp(order.database, job.subject, order.now);
    return outcome.state === 'done' ? 1 : 0;
  } catch (problem) {
    order.onJob(job, undefined, problem);
    return 0;
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
