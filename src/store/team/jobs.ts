import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import type { JobRow } from '#store/database/schema.ts';

/** A worker that has not been heard of for this long (milliseconds) has lost its job to whoever asks next. */
export const LEASE = 30_000;
/** A job that has been taken this often without an end is given up: it kills its workers. */
const MOST_TRIES = 5;
/** Ended jobs are kept this long (milliseconds). */
const REMEMBERED = 14 * 24 * 3600 * 1000;

export interface JobWish {
  readonly kind: string;
  readonly subject: string;
  /** Milliseconds since epoch, as everywhere here. */
  readonly dueAt: number;
  readonly now: number;
}

/** Asks for a job. While one of this kind and subject is open, asking again changes nothing. */
export async function askForJob(query: Writing, { kind, subject, dueAt, now }: JobWish): Promise<void> {
  const row = { id: randomUUID(), kind, subject, state: 'waiting' as const, due_at: dueAt, made_at: now };
  await query
    .insertInto('job')
    .values({ ...row, lease: null, lease_until: null, progress: null, outcome: null, ended_at: null })
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).where(OPEN).doNothing())
    .execute();
}

/** Spelled out, because only then do both engines see that the unique index of open jobs is meant. */
const OPEN = sql<boolean>`state in ('waiting', 'running')`;

/** A job in somebody's hands. */
export interface TakenJob {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly tries: number;
  readonly lease: string;
}

/** The job that is due longest: a waiting one, or one whose worker has not been heard of. Two workers never get the same. */
export async function takeJob(database: Database, now: number): Promise<TakenJob | undefined> {
  const lease = randomUUID();
  return await database.write(async (query) => {
    await giveUp(query, now);
    const free = await freeJob(database, query, now);
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

async function freeJob({ dialect }: Database, query: Writing, now: number): Promise<{ readonly id: string } | undefined> {
  const first = query.selectFrom('job').select('id').limit(1).modifyEnd(dialect.take);
  const lost = await first.where('state', '=', 'running').where('lease_until', '<', now).orderBy('lease_until').executeTakeFirst();
  if (lost !== undefined) return lost;
  return await first.where('state', '=', 'waiting').where('due_at', '<=', now).orderBy('due_at').orderBy('id').executeTakeFirst();
}

async function giveUp(query: Writing, now: number): Promise<void> {
  const outcome = JSON.stringify({ sentence: `It was begun ${MOST_TRIES} times and never came to an end.` });
  await query
    .updateTable('job')
    .set({ state: 'failed', lease: null, lease_until: null, outcome, ended_at: now })
    .where('state', '=', 'running')
    .where('lease_until', '<', now)
    .where('tries', '>=', MOST_TRIES)
    .execute();
}

/** Says that the worker is alive and how far it is. False: somebody else has the job by now. */
export async function holdJob(
  database: Database,
  job: TakenJob,
  said: { readonly now: number; readonly progress: string },
): Promise<boolean> {
  const { numUpdatedRows } = await database.write(
    async (query) =>
      await query
        .updateTable('job')
        .set({ lease_until: said.now + LEASE, progress: said.progress })
        .where('id', '=', job.id)
        .where('lease', '=', job.lease)
        .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows === 1n;
}

/** The hold on a job was given to another worker: what this one has done must not count. */
export class LeaseLost extends Error {
  constructor() {
    super('another worker has this job by now');
    this.name = 'LeaseLost';
  }
}

export interface JobEnd {
  readonly state: 'done' | 'failed';
  readonly outcome: string;
  readonly now: number;
}

/** Ends a job in the transaction that keeps what it made, so that both hold or neither. */
export async function endJob(query: Writing, { id, lease }: TakenJob, { state, outcome, now }: JobEnd): Promise<void> {
  const { numUpdatedRows } = await query
    .updateTable('job')
    .set({ state, outcome, progress: null, lease: null, lease_until: null, ended_at: now })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new LeaseLost();
  await query
    .deleteFrom('job')
    .where('ended_at', '<', now - REMEMBERED)
    .execute();
}

/** Gives a job back that could not be finished: another time, or another worker. */
export async function returnJob(query: Writing, { id, lease }: TakenJob, dueAt: number): Promise<void> {
  await query
    .updateTable('job')
    .set({ state: 'waiting', lease: null, lease_until: null, progress: null, due_at: dueAt })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute();
}

export type JobSeen = Pick<JobRow, 'subject' | 'state' | 'progress' | 'outcome' | 'due_at' | 'ended_at'> & { readonly tries: number };

/** The newest job of each subject. */
export async function newestJobs({ query }: Database, kind: string): Promise<ReadonlyMap<string, JobSeen>> {
  const rows = await query
    .selectFrom('job')
    .select(['subject', 'state', 'progress', 'outcome', 'due_at', 'ended_at', 'tries'])
    .where('kind', '=', kind)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.subject, row]));
}
