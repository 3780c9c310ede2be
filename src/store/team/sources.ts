import { refusal } from '#core/terms/refusals.ts';
import type { Database, Writing } from '#store/database/database.ts';
import type { SourceRow } from '#store/database/schema.ts';
import type { JobQueue } from '#store/jobs/job-queue.ts';
import { jobsOf } from '#store/jobs/jobs.ts';

/** The kind of job that reads a source; its subject is the id of the source. */
export const SCAN_JOB = 'scan';

export async function addSource(database: Database, row: SourceRow): Promise<void> {
  await database.write(async (query) => {
    const { numInsertedOrUpdatedRows } = await query
      .insertInto('source')
      .values(row)
      .onConflict((conflict) => conflict.column('address').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) throw refusal('source-known', { address: row.address });
    await jobsOf(database).ask(query, { kind: SCAN_JOB, subject: row.id, dueAt: row.added_at, now: row.added_at });
  });
}

/** All sources by address. */
export async function listSources({ query }: Database): Promise<readonly SourceRow[]> {
  return await query.selectFrom('source').selectAll().orderBy('address').execute();
}

export async function listSourceIds({ query }: Database): Promise<readonly string[]> {
  return (await query.selectFrom('source').select('id').execute()).map(({ id }) => id);
}

export async function sourceById({ query }: Database, id: string): Promise<SourceRow | undefined> {
  return await query.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By id, address or name; refuses what is unknown or could be two. */
export async function sourceNamed(database: Database, word: string): Promise<SourceRow> {
  const { query } = database;
  const exact = await query
    .selectFrom('source')
    .selectAll()
    .where((where) => where.or([where('id', '=', word), where('address', '=', word)]))
    .executeTakeFirst();
  if (exact !== undefined) return exact;
  const named = await query.selectFrom('source').selectAll().where('name', '=', word).orderBy('address').execute();
  if (named.length !== 1) throw refusal('source-unknown', { name: word, count: String(named.length) });
  return named[0]!;
}

/** Takes a source and everything read from it out of the database. What is being read of it will find no place. */
export async function removeSource(database: Database, id: string): Promise<void> {
  await database.write(async (query) => {
    await jobsOf(database).forget(query, { kind: SCAN_JOB, subject: id });
    await query.deleteFrom('source').where('id', '=', id).execute();
  });
}

/** Asks for scans of all sources that are due, and says when they are due again. Any number of servers may do this. */
export async function planScans(database: Database, now: number): Promise<void> {
  const waiting = await database.query.selectFrom('source').select('id').where('scan_due_at', '<=', now).limit(1).execute();
  if (waiting.length > 0) await database.write(async (query) => await planDue(jobsOf(database), query, now));
}

const MINUTE = 60_000;

async function planDue(jobs: JobQueue, query: Writing, now: number): Promise<void> {
  const due = await query.selectFrom('source').select(['id', 'every_minutes']).where('scan_due_at', '<=', now).orderBy('id').execute();
  for (const { id, every_minutes } of due) {
    await jobs.ask(query, { kind: SCAN_JOB, subject: id, dueAt: now, now });
    await query
      .updateTable('source')
      .set({ scan_due_at: now + every_minutes * MINUTE })
      .where('id', '=', id)
      .execute();
  }
}

/** Asks for a scan at once. */
export async function scanNow(database: Database, id: string, now: number): Promise<void> {
  await database.write(async (query) => await jobsOf(database).ask(query, { kind: SCAN_JOB, subject: id, dueAt: now, now }));
}
