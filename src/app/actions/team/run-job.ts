import { backfillConnection } from '#app/actions/connections/backfill.ts';
import { tellConnection } from '#app/actions/connections/tell-deliveries.ts';
import { BACKFILL_JOB, TELL_JOB } from '#store/connections/connections.ts';
import { findPersonal, othersFrom } from '#app/actions/privacy/find-personal.ts';
import { SIGNALS_JOB } from '#app/actions/signals/ask-for-look.ts';
import { lookAtTeam } from '#app/actions/signals/look-at-signals.ts';
import { counted } from '#core/terms/figures.ts';
import { Refusal } from '#core/terms/refusal.ts';
import type { Database } from '#store/database/database.ts';
import { LEASE, LeaseLost } from '#store/jobs/job-queue.ts';
import type { TakenJob } from '#store/jobs/job-queue.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { keepFindings } from '#store/privacy/findings.ts';
import { saveScan } from '#store/team/scans.ts';
import { sourceById } from '#store/team/sources.ts';
import { scanSource } from './scan-source.ts';
import type { JudgedAsKept } from './sum-up.ts';
import type { Workshop } from './scan-source.ts';
import { isAway, whenBack } from './while-away.ts';

/** How a job ended, as people are told. */
export interface JobOutcome {
  readonly state: 'done' | 'failed' | 'returned' | 'lost';
  readonly sentence: string;
  readonly code?: string;
  readonly remedy?: string;
  readonly commits?: number;
  readonly fresh?: number;
  /** File touches of the fresh commits. */
  readonly touches?: number;
  readonly milliseconds?: number;
}

export interface JobOrder extends Workshop {
  readonly job: TakenJob;
  /** Fires when the worker is to stop: the job goes back at once. */
  readonly signal: AbortSignal;
  /** The scan that is kept now, as it was judged on the way: whoever goes on with it need not load it. */
  readonly onJudged?: (judged: JudgedAsKept) => void;
}

/**
 * Works on one scan job while saying every few seconds that it lives. What was read and the end of the job are kept in
 * one transaction, and only by whoever holds the job then: however often a job is begun, it takes effect once.
 */
export async function runJob(order: JobOrder): Promise<JobOutcome> {
  const { database, job, now } = order;
  const hold = new Hold(order);
  try {
    const outcome = await hold.during(async () => await (WORKS[order.job.kind] ?? scanned)(order, hold));
    return outcome;
  } catch (problem) {
    if (problem instanceof LeaseLost || hold.lost) return { state: 'lost', sentence: 'Another worker goes on with it.' };
    if (order.signal.aborted) return await returned(database, job, now());
    if (isAway(problem)) return { state: 'lost', sentence: `${problem.message} It will be begun again.` };
    return await failed(order, problem);
  }
}

/** Kinds of jobs beside the reading of a repository. */
const WORKS: Readonly<Record<string, (order: JobOrder, hold: Hold) => Promise<JobOutcome>>> = {
  [TELL_JOB]: told,
  [BACKFILL_JOB]: readBeyond,
  [SIGNALS_JOB]: lookedAt,
};

async function told(order: JobOrder, hold: Hold): Promise<JobOutcome> {
  return await ended(order, await tellConnection({ ...order, ...onward(order, hold) }));
}

async function readBeyond(order: JobOrder, hold: Hold): Promise<JobOutcome> {
  return await ended(order, await backfillConnection({ ...order, ...onward(order, hold) }));
}

function onward({ job }: JobOrder, hold: Hold) {
  return { id: job.subject, tries: job.tries, signal: hold.signal, onProgress: hold.tell };
}

/** What it did is kept already, piece by piece; this says that it came to its end. */
async function ended({ database, job, now }: JobOrder, sentence: string | undefined): Promise<JobOutcome> {
  if (sentence === undefined) throw new LeaseLost();
  const outcome: JobOutcome = { state: 'done', sentence };
  await database.write(
    async (query) => await jobsOf(database).end(query, job, { state: 'done', outcome: JSON.stringify(outcome), now: now() }),
  );
  return outcome;
}

/** The look and the end of its job hold together, or neither. */
async function lookedAt({ database, job, now }: JobOrder): Promise<JobOutcome> {
  const look = await lookAtTeam({ database, now });
  const sentence = look === undefined ? 'Nothing is read yet.' : `${counted(look.raised, 'signal')} raised.`;
  const outcome: JobOutcome = { state: 'done', sentence };
  await database.write(async (query) => {
    await jobsOf(database).end(query, job, { state: 'done', outcome: JSON.stringify(outcome), now: now() });
    await look?.keep(query);
  });
  return outcome;
}

async function scanned(order: JobOrder, hold: Hold): Promise<JobOutcome> {
  const { database, job, now } = order;
  const source = await sourceById(database, job.subject);
  if (source === undefined) throw new LeaseLost();
  const { scan, untold } = await scanSource({ ...order, source, signal: hold.signal, onProgress: hold.tell });
  const foundAt = now();
  const outcome: JobOutcome =
    scan === undefined
      ? { state: 'done', sentence: ['Nothing was new.', ...untold].join(' '), fresh: 0 }
      : {
          state: 'done',
          sentence: [`${counted(scan.fresh, 'new commit')}.`, ...untold].join(' '),
          commits: scan.spelled.commits.count,
          fresh: scan.fresh,
          touches: scan.spelled.commits.firstTouch[scan.fresh] ?? 0,
        };
  const keep = async (): Promise<void> => {
    const personal = scan && (await findPersonal(database, scan, foundAt));
    const stamp = await database.write(async (query) => {
      await jobsOf(database).end(query, job, { state: 'done', outcome: JSON.stringify(outcome), now: now() });
      const saved = scan && (await saveScan(query, { sourceId: source.id, scan }));
      if (personal !== undefined)
        await keepFindings(query, { sourceId: source.id, found: personal.found, now: foundAt, othersFrom: othersFrom(foundAt) });
      return saved;
    });
    if (stamp !== undefined && personal !== undefined) order.onJudged?.({ stamp, ...personal.judged });
  };
  // What was read is not thrown away because the database is away for a moment.
  await whenBack(keep, { now, until: now() + LEASE, signal: hold.signal });
  return outcome;
}

async function returned(database: Database, job: TakenJob, now: number): Promise<JobOutcome> {
  await database.write(async (query) => await jobsOf(database).giveBack(query, job, now));
  return { state: 'returned', sentence: 'The worker stops; another one will begin it again.' };
}

/** A refusal says what to mend; anything else is a bug, which ends this job and not the worker. */
async function failed({ database, job, now }: JobOrder, problem: unknown): Promise<JobOutcome> {
  const outcome: JobOutcome =
    problem instanceof Refusal
      ? { state: 'failed', sentence: problem.message, code: problem.code, remedy: problem.remedy }
      : { state: 'failed', sentence: 'This should not have happened; the log of the worker says more.', code: 'bug' };
  await database.write(
    async (query) => await jobsOf(database).end(query, job, { state: 'failed', outcome: JSON.stringify(outcome), now: now() }),
  );
  if (outcome.code === 'bug') throw problem;
  return outcome;
}

/** Keeps hold of a job; lets go of the work when somebody else has been given it. */
class Hold {
  lost = false;
  #progress = '';
  readonly #order: JobOrder;
  readonly #stop = new AbortController();

  constructor(order: JobOrder) {
    this.#order = order;
  }

  get signal(): AbortSignal {
    return AbortSignal.any([this.#order.signal, this.#stop.signal]);
  }

  readonly tell = ({ done, total }: { readonly done: number; readonly total: number | undefined }): void => {
    this.#progress = JSON.stringify({ done, total });
  };

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    const timer = setInterval(() => void this.#renew(), LEASE / 10);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** A database that does not answer just now is no reason to stop: the lease runs on for a while. */
  async #renew(): Promise<void> {
    const { database, job, now } = this.#order;
    const held = await jobsOf(database)
      .hold(job, { now: now(), progress: this.#progress })
      .catch(() => true);
    if (held) return;
    this.lost = true;
    this.#stop.abort();
  }
}
