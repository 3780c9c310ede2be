import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { refusal } from '#core/terms/refusals.ts';
import type { Database } from '#store/database/database.ts';
import { BOSS_SCHEMA, BOSS_VERSION, QUEUES, startBoss } from './boss.ts';

/** Version of the tables of pg-boss in this database; 0 where there are none. Refuses what a newer one made. */
export async function bossVersion({ query }: Database): Promise<number> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass(${`${BOSS_SCHEMA}.version`})::text as found`.execute(query);
  if (rows[0]!.found === null) return 0;
  const versions = await sql<{ version: number }>`select version from ${sql.table(`${BOSS_SCHEMA}.version`)}`.execute(query);
  const version = versions.rows[0]?.version ?? 0;
  if (version > BOSS_VERSION) throw refusal('database-newer', { found: `queue ${version}`, known: `queue ${BOSS_VERSION}` });
  return version;
}

/** Brings the tables of pg-boss up to date and makes our queues. Whoever calls holds the lock on the schema. */
export async function migrateBoss(database: Database): Promise<void> {
  const boss = await startBoss(database, { migrate: true, createSchema: true });
  try {
    for (const queue of QUEUES) await keepQueue(boss, queue);
    // Large changes of its tables are made one by one, in the background.
    while ((await boss.getBamStatus()).some(({ status }) => status === 'pending' || status === 'in_progress')) await sleep(200);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function keepQueue(boss: PgBoss, { name, policy, ...options }: (typeof QUEUES)[number]): Promise<void> {
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { policy: policy!, ...options });
  else await boss.updateQueue(name, options);
}
