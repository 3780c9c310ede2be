import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database, Writing } from '#store/database/database.ts';
import { GIVEN_UP, JOBS, LOOK_EVERY, startBoss, within } from './boss.ts';
import { LEASE, LeaseLost } from './job-queue.ts';
import type { JobEnd, JobQueue, JobWish, TakenJob } from './job-queue.ts';
import { addJobRow, addJobRows, endedColumns, forgetOldJobs, givenUp, waitingColumns } from './job-rows.ts';

/** Rows that are handed to pg-boss at once. */
const PAGE = 1000;

/**
 * pg-boss decides who works on what, notices who is gone, and begins again or gives up; the table `job` says what was
 * asked for and what came of it. Each step changes both in one transaction. Whoever changes an open job lets pg-boss
 * lock it first and our row second, so that two never wait for each other.
 */
export class BossQueue implements JobQueue {
  readonly #database: Database;
  #boss: Promise<PgBoss> | undefined;
  /** When this process last looked for what dead workers left. */
  #looked = Number.NEGATIVE_INFINITY;

  constructor(database: Database) {
    this.#database = database;
    database.beforeClose(async () => await (await this.#boss)?.stop({ graceful: false }));
  }

  async ask(query: Writing, wish: JobWish): Promise<void> {
    const boss = await this.#started();
    const id = await addJobRow(query, wish);
    if (id === undefined) return;
    const { dueAt, ...rest } = wish;
    const sent = await boss.send(JOBS, null, { id, ...sendOptions({ ...rest, due_at: dueAt }), ...within(query) });
    if (sent === null) throw new Error(`pg-boss has an open job for ${keyOf(wish)}, and our table has none`);
  }

  async askAll(query: Writing, wishes: readonly JobWish[]): Promise<void> {
    const boss = await this.#started();
    const jobs = (await addJobRows(query, wishes)).map(({ id, ...row }) => ({ id, ...sendOptions(row) }));
    if (jobs.length === 0) return;
    const sent = await boss.insert(JOBS, jobs, { ...within(query), returnId: true });
    if (sent?.length !== jobs.length) throw new Error('pg-boss has open jobs where our table has none');
  }

  async take(now: number): Promise<TakenJob | undefined> {
    const boss = await this.#started();
    await this.#look(boss, now);
    return await this.#database.write(async (query) => {
      for (;;) {
        const [fetched] = await boss.fetch(JOBS, within(query));
        if (fetched === undefined) return undefined;
        const taken = await takeRow(query, fetched, now);
        if (taken !== undefined) return taken;
        await boss.complete(JOBS, fetched, null, within(query));
      }
    });
  }

  async hold(job: TakenJob, { now, progress }: { readonly now: number; readonly progress: string }): Promise<boolean> {
    const boss = await this.#started();
    return await this.#database.write(async (query) => {
      if (affected(await boss.touch(JOBS, attemptOf(job), within(query))) !== 1) return false;
      await query
        .updateTable('job')
        .set({ lease_until: now + LEASE, progress })
        .where('id', '=', job.id)
        .execute();
      return true;
    });
  }

  async end(query: Writing, job: TakenJob, end: JobEnd): Promise<void> {
    const boss = await this.#started();
    if (affected(await boss.complete(JOBS, attemptOf(job), null, within(query))) !== 1) throw new LeaseLost();
    const { numUpdatedRows } = await query.updateTable('job').set(endedColumns(end)).where('id', '=', job.id).executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) throw new LeaseLost();
    await forgetOldJobs(query, end.now);
  }

  /** Cancelled and resumed, and not failed: a worker that stops in good order must not count against the job. */
  async giveBack(query: Writing, job: TakenJob, dueAt: number): Promise<void> {
    const boss = await this.#started();
    if (affected(await boss.cancel(JOBS, attemptOf(job), within(query))) !== 1) return;
    await boss.resume(JOBS, job.id, within(query));
    await boss.update(JOBS, undefined, { id: job.id, startAfter: new Date(dueAt), ...within(query) });
    await query.updateTable('job').set(waitingColumns(dueAt)).where('id', '=', job.id).execute();
  }

  async forget(query: Writing, what: Pick<JobWish, 'kind' | 'subject'>): Promise<void> {
    const boss = await this.#started();
    const rows = await query.selectFrom('job').select('id').where('kind', '=', what.kind).where('subject', '=', what.subject).execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await boss.deleteJob(JOBS, ids, within(query));
    await query.deleteFrom('job').where('id', 'in', ids).execute();
  }

  async adopt(query: Writing): Promise<void> {
    const boss = await this.#started();
    for (let last = ''; ; ) {
      const rows = await query
        .selectFrom('job')
        .select(['id', 'kind', 'subject', 'due_at', 'lease_until'])
        .where('state', 'in', ['waiting', 'running'])
        .where('id', '>', last)
        .orderBy('id')
        .limit(PAGE)
        .execute();
      const jobs = rows.map(({ id, ...row }) => ({ id, ...sendOptions(row) }));
      if (jobs.length > 0) await boss.insert(JOBS, jobs, within(query));
      if (rows.length < PAGE) return;
      last = rows.at(-1)!.id;
    }
  }

  /** Open jobs that pg-boss was never told of, those of dead workers, and those begun too often. Any worker may do this. */
  async #look(boss: PgBoss, now: number): Promise<void> {
    if (now - this.#looked < LOOK_EVERY * 1000) return;
    if (this.#looked === Number.NEGATIVE_INFINITY) await this.#database.write(async (query) => await this.adopt(query));
    await boss.supervise();
    await this.#database.write(async (query) => {
      for (const { id, sourceId } of await boss.fetch<object>(GIVEN_UP, { batchSize: PAGE, includeMetadata: true, ...within(query) })) {
        await query
          .updateTable('job')
          .set(endedColumns(givenUp(now)))
          .where('id', '=', sourceId!)
          .where('state', '=', 'running')
          .execute();
        await boss.complete(GIVEN_UP, id, null, within(query));
      }
    });
    this.#looked = now;
  }

  async #started(): Promise<PgBoss> {
    this.#boss ??= startBoss(this.#database, { migrate: false, createSchema: false }).catch((problem: unknown) => {
      this.#boss = undefined;
      throw problem;
    });
    return await this.#boss;
  }
}

/** The row of what pg-boss has just handed out; nothing where nobody wants it any more. */
async function takeRow(query: Writing, fetched: Pick<JobWithMetadata, 'id' | 'retryCount'>, now: number): Promise<TakenJob | undefined> {
  const lease = String(fetched.retryCount);
  const row = await query
    .updateTable('job')
    .set(({ eb }) => ({ state: 'running', lease, lease_until: now + LEASE, tries: eb('tries', '+', 1) }))
    .where('id', '=', fetched.id)
    .where('state', 'in', ['waiting', 'running'])
    .returning(['id', 'kind', 'subject', 'tries'])
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, lease };
}

/** Which of the times that pg-boss has handed it out is ours: the library changes nothing for any other. */
function attemptOf({ id, lease }: TakenJob): { readonly id: string; readonly retryCount: number } {
  return { id, retryCount: Number(lease) };
}

interface OpenJob {
  readonly kind: string;
  readonly subject: string;
  readonly due_at: number;
  /** Where a worker may still be at it, elsewhere, it is handed out when nothing was heard of that one. */
  readonly lease_until?: number | null;
}

function sendOptions(job: OpenJob): { readonly singletonKey: string; readonly startAfter: string } {
  return { singletonKey: keyOf(job), startAfter: new Date(job.lease_until ?? job.due_at).toISOString() };
}

function keyOf({ kind, subject }: Pick<JobWish, 'kind' | 'subject'>): string {
  return `${kind} ${subject}`;
}

/** pg-boss says how many it changed, and its types do not. */
function affected(response: object): number {
  return (response as { readonly affected: number }).affected;
}
