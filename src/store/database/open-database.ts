import { Kysely } from 'kysely';
import { Database, shownPlace } from './database.ts';
import type { Connected, DatabasePlace } from './database.ts';
import { databaseRefusal } from './database-refusal.ts';
import { migrate, refuseOlder } from './migrate.ts';

/**
 * Opens what this version understands: an empty place is furnished, a data folder is brought up to date. A PostgreSQL
 * that others may be using is never changed in passing: there, `understudy migrate` does that, once, when somebody says so.
 */
export async function openDatabase(
  place: DatabasePlace,
  { now, schema = 'latest', access = 'everything' }: OpenOptions,
): Promise<Database> {
  const database = new Database(place, await connected(place, access));
  try {
    if (schema === 'latest' && access === 'everything' && (place.engine === 'sqlite' || !(await refuseOlder(database))))
      await migrate(database, { now });
    return database;
  } catch (problem) {
    await database.close();
    throw databaseRefusal(problem, shownPlace(place));
  }
}

export interface OpenOptions {
  readonly now: () => number;
  /** `as it is`: whatever the database holds, if anything. */
  readonly schema?: 'latest' | 'as it is';
  /** `reading`: the schema stays as it is, and one connection is enough. */
  readonly access?: Access;
}

type Access = 'everything' | 'reading';

/** Each engine's code is loaded where it is used: a data folder needs no client of PostgreSQL. */
async function connected(place: DatabasePlace, access: Access): Promise<Connected> {
  if (place.engine === 'postgres') return (await import('./open-postgres.ts')).connectPostgres(place.url, access === 'reading');
  const { sqliteDialect } = await import('./open-sqlite.ts');
  return { query: new Kysely({ dialect: sqliteDialect(place.folder, access === 'reading') }) };
}
