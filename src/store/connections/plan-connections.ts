import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { BACKFILL_JOB, settingsOf, TELL_JOB } from './connections.ts';

const MINUTE = 60_000;

/** Asks for what connections need: telling what was delivered, and reading APIs that are due. Any number of workers may do this. */
export async function planConnections(database: Database, now: number): Promise<void> {
  const open = await database.query
    .selectFrom('connection')
    .select('id')
    .where(
      sql<boolean>`exists (select 1 from delivery where delivery.connection_number = connection.number and delivery.state in ('waiting', 'again'))`,
    )
    .where(
      sql<boolean>`not exists (select 1 from job where job.kind = ${TELL_JOB} and job.subject = connection.id and job.state in ('waiting', 'running'))`,
    )
    .execute();
  const wishes = open.map(({ id }) => ({ kind: TELL_JOB, subject: id, dueAt: now, now }));
  if (wishes.length > 0) await database.write(async (query) => await jobsOf(database).askAll(query, wishes));
  await planReading(database, now);
}

async function planReading(database: Database, now: number): Promise<void> {
  const due = database.query.selectFrom('connection').select('id').where('due_at', '<=', now).where('state', '=', 'on');
  if ((await due.limit(1).execute()).length === 0) return;
  await database.write(async (query) => {
    const rows = await query
      .selectFrom('connection')
      .selectAll()
      .where('due_at', '<=', now)
      .where('state', '=', 'on')
      .modifyEnd(database.dialect.passOver)
      .execute();
    for (const row of rows) {
      const again = now + settingsOf(row).everyMinutes * MINUTE;
      await query.updateTable('connection').set({ due_at: again }).where('id', '=', row.id).execute();
    }
    const wishes = rows.map(({ id }) => ({ kind: BACKFILL_JOB, subject: id, dueAt: now, now }));
    if (wishes.length > 0) await jobsOf(database).askAll(query, wishes);
  });
}
