import { refusal } from '#core/terms/refusals.ts';
import type { Database, Writing } from '#store/database/database.ts';
import type { SourceRow } from '#store/database/schema.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { refuseOtherKey } from './sealed.ts';

/** The kind of job that reads a source; its subject is the id of the source. */
export const SCAN_JOB = 'scan';

export async function addSource(database: Database, row: SourceRow, seal?: () => Uint8Array): Promise<void> {
  await database.write(async (query) => {
    const credential = seal === undefined ? row.credential : seal();
    if (credential !== null) await refuseOtherKey(query, credential);
    const { numInsertedOrUpdatedRows } = await query
      .insertInto('source')
      .values({ ...row, credential })
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
  const first = database.query.selectFrom('source').select('id').where('scan_due_at', '<=', now).limit(1);
  if ((await first.execute()).length === 0) return;
  while ((await database.write(async (query) => await planSome(database, query, now))) === AT_ONCE);
}

const MINUTE = 60_000;
/** Planned in one transaction: few enough that nobody who writes waits long, however many are due at once. */
const AT_ONCE = 250;

/** How many were planned. What somebody else plans just now is passed over. */
async function planSome(database: Database, query: Writing, now: number): Promise<number> {
  const due = await query
    .selectFrom('source')
    .select('id')
    .where('scan_due_at', '<=', now)
    .orderBy('scan_due_at')
    .orderBy('id')
    .limit(AT_ONCE)
    .modifyEnd(database.dialect.passOver)
    .execute();
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  await query
    .updateTable('source')
    .set((built) => ({ scan_due_at: built(built('every_minutes', '*', MINUTE), '+', now) }))
    .where('id', 'in', ids)
    .execute();
  await jobsOf(database).askAll(
    query,
    ids.map((id) => ({ kind: SCAN_JOB, subject: id, dueAt: now, now })),
  );
  return due.length;
}

/** Asks for a scan at once. */
export async function scanNow(database: Database, id: string, now: number): Promise<void> {
  await database.write(async (query) => await jobsOf(database).ask(query, { kind: SCAN_JOB, subject: id, dueAt: now, now }));
}
