import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import { LEASE, LeaseLost, MOST_TRIES } from './job-queue.ts';
import type { JobEnd, JobQueue, JobWish, TakenJob } from './job-queue.ts';
import { addJobRow, addJobRows, endedColumns, forgetOldJobs, givenUp, waitingColumns } from './job-rows.ts';

/** The rows of the table `job` are the queue: taken by one statement, held by a lease that is renewed. */
export class LeasedRows implements JobQueue {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async ask(query: Writing, wish: JobWish): Promise<void> {
    await addJobRow(query, wish);
  }

  async askAll(query: Writing, wishes: readonly JobWish[]): Promise<void> {
    await addJobRows(query, wishes);
  }

  async take(now: number): Promise<TakenJob | undefined> {
    const lease = randomUUID();
    return await this.#database.write(async (query) => {
      await giveUp(query, now);
      const free = await freeJob(query, now);
      if (free === undefined) return undefined;
      const row = await query
        .updateTable('job')
        .set(({ eb }) => ({ state: 'running', lease, lease_until: now + LEASE, tries: eb('tries', '+', 1) }))
        .where('id', '=', free.id)
        .returning(['id', 'kind', 'subject', 'tries'])
        .executeTakeFirstOrThrow();
      return { ...row, lease };
    });
  }

  async hold({ id, lease }: TakenJob, { now, progress }: { readonly now: number; readonly progress: string }): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.write(
      async (query) =>
        await query
          .updateTable('job')
          .set({ lease_until: now + LEASE, progress })
          .where('id', '=', id)
          .where('lease', '=', lease)
          .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows === 1n;
  }

  async end(query: Writing, { id, lease }: TakenJob, end: JobEnd): Promise<void> {
    const { numUpdatedRows } = await query
      .updateTable('job')
      .set(endedColumns(end))
      .where('id', '=', id)
      .where('lease', '=', lease)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) throw new LeaseLost();
    await forgetOldJobs(query, end.now);
  }

  async giveBack(query: Writing, { id, lease }: TakenJob, dueAt: number): Promise<void> {
    await query.updateTable('job').set(waitingColumns(dueAt)).where('id', '=', id).where('lease', '=', lease).execute();
  }

  async forget(query: Writing, { kind, subject }: Pick<JobWish, 'kind' | 'subject'>): Promise<void> {
    await query.deleteFrom('job').where('kind', '=', kind).where('subject', '=', subject).execute();
  }

  /** The rows are the queue, wherever they came from. */
  async adopt(): Promise<void> {}
}

/** A writing transaction has SQLite to itself, so nobody else takes the same meanwhile. */
async function freeJob(query: Writing, now: number): Promise<{ readonly id: string } | undefined> {
  const first = query.selectFrom('job').select('id').limit(1);
  const lost = await first.where('state', '=', 'running').where('lease_until', '<', now).orderBy('lease_until').executeTakeFirst();
  if (lost !== undefined) return lost;
  return await first.where('state', '=', 'waiting').where('due_at', '<=', now).orderBy('due_at').orderBy('id').executeTakeFirst();
}

async function giveUp(query: Writing, now: number): Promise<void> {
  await query
    .updateTable('job')
    .set(endedColumns(givenUp(now)))
    .where('state', '=', 'running')
    .where('lease_until', '<', now)
    .where('tries', '>=', MOST_TRIES)
    .execute();
}
