import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';
import { BOSS_SCHEMA } from '#store/jobs/boss.ts';

/** As if nothing had been heard of any worker for long: waiting for that would only make tests slow. */
export async function silenceWorkers({ query, dialect }: Database): Promise<void> {
  await query.updateTable('job').set({ lease_until: 0 }).where('state', '=', 'running').execute();
  if (dialect.engine === 'sqlite') return;
  await sql`update ${sql.table(`${BOSS_SCHEMA}.job`)} set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`.execute(
    query,
  );
  await sql`update ${sql.table(`${BOSS_SCHEMA}.queue`)} set monitor_on = null, monitor_claim_on = null`.execute(query);
}
