import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#core/terms/refusal.ts';
import type { TakenJob } from '#store/jobs/job-queue.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { tallyPast } from '#app/actions/privacy/tally-past.ts';
import { askForLook, askForLookDaily, askForLookSoon, SIGNALS_JOB } from '#app/actions/signals/ask-for-look.ts';
import { forgetLooks } from '#app/actions/signals/forget-looks.ts';
import { keepTerms } from '#app/actions/privacy/erase-as-asked.ts';
import type { Database } from '#store/database/database.ts';
import { planConnections } from '#store/connections/plan-connections.ts';
import { planScans, SCAN_JOB } from '#store/team/sources.ts';
import { runJob } from './run-job.ts';
import type { JobOutcome } from './run-job.ts';
import type { Workshop } from './scan-source.ts';
import { type JudgedAsKept, sumUp } from './sum-up.ts';
import { removeForgottenMirrors, tidyAfter } from './tidy-up.ts';
import { isAway } from './while-away.ts';

export interface WorkOrder extends Workshop {
  readonly signal: AbortSignal;
  /** End when nothing is due instead of waiting for more. */
  readonly once: boolean;
  /** `bug` where a job failed in a way that no refusal tells. */
  readonly onJob: (job: TakenJob, outcome: JobOutcome | undefined, bug?: unknown) => void;
  /** The database does not hand out jobs just now, usually because it is away; the worker waits. Said once for each time. */
  readonly onAway?: (problem: unknown) => void;
}

/** Between two looks for work, milliseconds. */
const PAUSE = 1000;
/** After the database did not answer. */
const LONG_PAUSE = 5000;
/** Between two rounds that keep the terms of retention. */
const ROUND = 24 * 3_600_000;

/** Takes one job after another until it is told to stop. Any number of workers may do this on any number of machines. */
export async function work(order: WorkOrder): Promise<number> {
  let done = 0;
  const away = new Away(order);
  while (!order.signal.aborted) {
    const job = await nextJob(order, away);
    if (job === undefined && order.once) return done;
    if (job === undefined) await pause(PAUSE, order.signal);
    else done += await worked(order, job);
  }
  return done;
}

/** Nothing, after a while, where the database does not answer; a worker that waits on is better than one that is gone. */
async function nextJob(order: WorkOrder, away: Away): Promise<TakenJob | undefined> {
  const { database, now, once, signal } = order;
  try {
    await keepTermsDaily(database, now());
    await removeForgottenMirrors(order);
    await planScans(database, now());
    await planConnections(database, now());
    await askForLookDaily(database, now());
    const job = await jobsOf(database).take(now());
    away.isBack();
    return job;
  } catch (problem) {
    if (once || isMoved(problem)) throw problem;
    away.says(problem);
    await pause(LONG_PAUSE, signal);
    return undefined;
  }
}

const done = new WeakMap<Database, number>();

/** Any number of workers may do it: what is done already is not done again. */
async function keepTermsDaily(database: Database, now: number): Promise<void> {
  if (now - (done.get(database) ?? Number.NEGATIVE_INFINITY) < ROUND) return;
  await keepTerms(database, now);
  await forgetLooks(database, now);
  done.set(database, now);
}

function isMoved(problem: unknown): boolean {
  return problem instanceof Refusal && problem.code === 'database-moved';
}

/** Tells of a database that is away when it goes, and not every few seconds until it is back. */
class Away {
  readonly #tell: (problem: unknown) => void;
  #told = false;

  constructor({ onAway }: WorkOrder) {
    this.#tell = onAway ?? (() => undefined);
  }

  says(problem: unknown): void {
    if (!this.#told) this.#tell(problem);
    this.#told = true;
  }

  isBack(): void {
    this.#told = false;
  }
}

async function worked(order: WorkOrder, job: TakenJob): Promise<number> {
  const begun = order.now();
  try {
    let judged: JudgedAsKept | undefined;
    const outcome = await runJob({ ...order, job, onJudged: (one) => (judged = one) });
    order.onJob(job, { ...outcome, milliseconds: order.now() - begun });
    if (outcome.state === 'done' && job.kind === SCAN_JOB) {
      await sumUp(order.database, job.subject, { now: order.now, judged });
      await tallyPast(order.database, job.subject, order.now());
      await tidyAfter(job.subject, order);
    }
    if (outcome.state === 'done' && job.kind === SCAN_JOB) await askForLook(order.database, order.now());
    else if (outcome.state === 'done' && job.kind !== SIGNALS_JOB) await askForLookSoon(order.database, order.now());
    return outcome.state === 'done' ? 1 : 0;
  } catch (problem) {
    if (!isAway(problem)) order.onJob(job, undefined, problem);
    return 0;
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
