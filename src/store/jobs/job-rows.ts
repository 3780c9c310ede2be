import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import type { JobRow } from '#store/database/schema.ts';
import { MOST_TRIES } from './job-queue.ts';
import type { JobEnd, JobWish } from './job-queue.ts';

/** Ended jobs are kept this long (milliseconds). */
const REMEMBERED = 14 * 24 * 3600 * 1000;

/** Spelled out, because only then do both engines see that the unique index of open jobs is meant. */
const OPEN = sql<boolean>`state in ('waiting', 'running')`;

/** Puts waiting jobs into the table, but for those of which one is open; says which. */
export async function addJobRows(query: Writing, wishes: readonly JobWish[]): Promise<readonly AddedRow[]> {
  if (wishes.length === 0) return [];
  return await query
    .insertInto('job')
    .values(wishes.map(rowOf))
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).where(OPEN).doNothing())
    .returning(['id', 'kind', 'subject', 'due_at'])
    .execute();
}

type AddedRow = Pick<JobRow, 'id' | 'kind' | 'subject' | 'due_at'>;

function rowOf({ kind, subject, dueAt, now }: JobWish) {
  const row = { id: randomUUID(), kind, subject, state: 'waiting' as const, due_at: dueAt, made_at: now };
  return { ...row, lease: null, lease_until: null, progress: null, outcome: null, ended_at: null };
}

/** Puts a waiting job into the table; nothing where one of its kind and subject is open. */
export async function addJobRow(query: Writing, wish: JobWish): Promise<string | undefined> {
  return (await addJobRows(query, [wish]))[0]?.id;
}

/** Columns of a job that has come to its end. */
export function endedColumns({
  state,
  outcome,
  now,
}: JobEnd): Pick<JobRow, 'state' | 'outcome' | 'progress' | 'lease' | 'lease_until' | 'ended_at'> {
  return { state, outcome, progress: null, lease: null, lease_until: null, ended_at: now };
}

/** Columns of a job that nobody has in hand. */
export function waitingColumns(dueAt: number): Pick<JobRow, 'state' | 'lease' | 'lease_until' | 'progress' | 'due_at'> {
  return { state: 'waiting', lease: null, lease_until: null, progress: null, due_at: dueAt };
}

/** The end of a job that was begun too often. */
export function givenUp(now: number): JobEnd {
  return { state: 'failed', outcome: JSON.stringify({ sentence: `It was begun ${MOST_TRIES} times and never came to an end.` }), now };
}

export async function forgetOldJobs(query: Writing, now: number): Promise<void> {
  await query
    .deleteFrom('job')
    .where('ended_at', '<', now - REMEMBERED)
    .execute();
}

export type JobSeen = Pick<JobRow, 'subject' | 'state' | 'progress' | 'outcome' | 'due_at' | 'ended_at'> & { readonly tries: number };

/** A newer job about the same. */
const LATER = sql`select 1 from job as later
  where later.kind = job.kind and later.subject = job.subject and (later.made_at, later.id) > (job.made_at, job.id)`;

/** The newest job of each subject. */
export async function newestJobs({ query }: Database, kind: string): Promise<ReadonlyMap<string, JobSeen>> {
  const rows = await query
    .selectFrom('job')
    .select(['subject', 'state', 'progress', 'outcome', 'due_at', 'ended_at', 'tries'])
    .where('kind', '=', kind)
    .where(sql<boolean>`not exists (${LATER})`)
    .execute();
  return new Map(rows.map((row) => [row.subject, row]));
}
