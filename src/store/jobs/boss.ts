import { CompiledQuery } from 'kysely';
import type { ConstructorOptions, Db, PgBoss, Queue } from 'pg-boss';
import type { Database, Writing } from '#store/database/database.ts';
import { LEASE, MOST_TRIES } from './job-queue.ts';

/** pg-boss keeps its tables in a schema of its own, beside ours in the same database. */
export const BOSS_SCHEMA = 'understudy_queue';
/** Version of those tables that the pg-boss in package.json works with; a test holds it against the library. */
export const BOSS_VERSION = 43;
export const JOBS = 'jobs';
/** Where pg-boss puts what was begun too often. */
export const GIVEN_UP = 'given-up';

const HOUR = 3600;
/** A job that waits is never too old: what was asked for is done once there is a worker. 63 years; its column holds 68. */
const FOR_EVER = 2_000_000_000;

/** In seconds, as pg-boss counts. Our table remembers ended jobs, so that pg-boss need not. */
export const QUEUES: readonly Queue[] = [
  { name: GIVEN_UP, policy: 'standard', retentionSeconds: FOR_EVER, deleteAfterSeconds: HOUR },
  {
    name: JOBS,
    policy: 'exclusive',
    heartbeatSeconds: LEASE / 1000,
    expireInSeconds: 24 * HOUR,
    retryLimit: MOST_TRIES - 1,
    retryDelay: 0,
    retentionSeconds: FOR_EVER,
    deleteAfterSeconds: HOUR,
    deadLetter: GIVEN_UP,
  },
];

/** Dead workers are looked for this often (seconds), by one of all workers. */
export const LOOK_EVERY = 5;

/** pg-boss on our own connections. Loaded here and nowhere else: only what asks for or takes jobs needs it. */
export async function startBoss(database: Database, options: ConstructorOptions): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: alone(database),
    schema: BOSS_SCHEMA,
    supervise: false,
    schedule: false,
    monitorIntervalSeconds: LOOK_EVERY,
    maintenanceIntervalSeconds: HOUR,
    bamIntervalSeconds: 10,
    ...options,
  });
  // What goes wrong between two calls is tried again by itself; a call of ours that fails, fails to us.
  boss.on('error', () => undefined);
  await boss.start();
  return boss;
}

/** Statements of the library, each for itself. */
function alone({ statements }: Database): Db {
  if (statements === undefined) throw new Error('pg-boss works on PostgreSQL');
  return { executeSql: statements.execute };
}

/** Statements of the library inside of our transaction. */
export function within(query: Writing): { readonly db: Db } {
  const executeSql: Db['executeSql'] = async (text, values) => {
    const { rows } = await query.executeQuery(CompiledQuery.raw(text, values ?? []));
    return { rows };
  };
  return { db: { executeSql } };
}
