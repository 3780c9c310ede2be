import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { refusal } from '#core/terms/refusals.ts';
import { BOSS_VERSION } from '#store/jobs/boss.ts';
import { bossVersion, migrateBoss } from '#store/jobs/boss-schema.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import type { Database, Writing } from './database.ts';
import { SCHEMA_STEPS } from './schema-steps.ts';
import type { SchemaStep } from './schema-steps.ts';

export interface MigrateOptions {
  /** Milliseconds since epoch. */
  readonly now: () => number;
  /** Stop after this step; default: the last one known. */
  readonly to?: number;
}

export interface Migrated {
  readonly before: number;
  readonly after: number;
  readonly applied: readonly SchemaStep[];
  /** Versions of the tables that the queue library keeps, where there is one. */
  readonly queue?: { readonly before: number; readonly after: number };
}

export const LATEST = SCHEMA_STEPS.length;

/**
 * Applies the steps that are missing, all or none; of several processes that start at once, one does it and the others
 * wait. A database that a newer Understudy has changed, or whose steps were others than ours, is left alone.
 */
export async function migrate(database: Database, { now, to = LATEST }: MigrateOptions): Promise<Migrated> {
  return await database.query.transaction().execute(async (query) => {
    if (database.dialect.lockSchema !== null) await database.dialect.lockSchema.execute(query);
    const before = await schemaVersion(database, query);
    if (before === 0) await sql.raw(database.dialect.schema(STEP_TABLE)).execute(query);
    const applied = SCHEMA_STEPS.filter(({ number }) => number > before && number <= to);
    for (const step of applied) await apply(step, { database, query, at: now() });
    const after = before + applied.length;
    if (database.dialect.engine === 'sqlite' || after < LATEST) return { before, after, applied };
    const queue = { before: await bossVersion(database), after: BOSS_VERSION };
    if (queue.before < queue.after) await migrateBoss(database);
    await jobsOf(database).adopt(query);
    return { before, after, applied, queue };
  });
}

/** Whether everything is as this version knows it; refuses what somebody has to bring up to date first. False: there is nothing yet. */
export async function refuseOlder(database: Database): Promise<boolean> {
  const found = await schemaVersion(database);
  if (found === 0) return false;
  const queue = await bossVersion(database);
  if (found < LATEST || queue < BOSS_VERSION)
    throw refusal('database-older', { found: `${found}, queue ${queue}`, known: `${LATEST}, queue ${BOSS_VERSION}` });
  return true;
}

const STEP_TABLE = `create table schema_step (
  number integer not null primary key,
  what text not null,
  sum text not null,
  applied_at integer not null
) strict`;

interface Applying {
  readonly database: Database;
  readonly query: Writing;
  readonly at: number;
}

async function apply(step: SchemaStep, { database, query, at }: Applying): Promise<void> {
  for (const statement of step.statements) await sql.raw(database.dialect.schema(statement)).execute(query);
  await query
    .insertInto('schema_step')
    .values({ number: step.number, what: step.what, sum: stepSum(step), applied_at: at })
    .execute();
}

/** The last step that the database has; 0 where there is none. Refuses steps that are not ours. */
export async function schemaVersion(database: Database, query: Writing | Database['query'] = database.query): Promise<number> {
  const { rows } = await database.dialect.hasTable('schema_step').execute(query);
  if (rows[0]!.found === 0) return 0;
  const steps = await query.selectFrom('schema_step').select(['number', 'sum']).orderBy('number').execute();
  for (const [index, { number, sum }] of steps.entries()) {
    const ours = SCHEMA_STEPS[index];
    if (ours === undefined) throw refusal('database-newer', { found: String(steps.length), known: String(LATEST) });
    if (ours.number !== number || stepSum(ours) !== sum) throw refusal('database-foreign', { step: String(number) });
  }
  return steps.length;
}

/** Changes whenever a step does, which after a release it never may. */
export function stepSum({ statements }: SchemaStep): string {
  return createHash('sha256')
    .update(statements.map((text) => text.replaceAll(/\s+/g, ' ')).join(';'))
    .digest('hex')
    .slice(0, 16);
}
