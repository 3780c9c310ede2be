import { Kysely } from 'kysely';
import { Database, shownPlace } from './database.ts';
import type { DatabasePlace } from './database.ts';
import { databaseRefusal } from './database-refusal.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/** Opens and, unless told otherwise, brings the schema up to date; refuses what a newer Understudy wrote. */
export async function openDatabase(
  place: DatabasePlace,
  { now, schema = 'latest', access = 'everything' }: OpenOptions,
): Promise<Database> {
  const database = new Database(place, await connected(place, access));
  try {
    if (schema === 'latest' && access === 'everything') await migrate(database, { now });
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
async function connected(place: DatabasePlace, access: Access): Promise<Kysely<Schema>> {
  if (place.engine === 'sqlite')
    return new Kysely({ dialect: (await import('./open-sqlite.ts')).sqliteDialect(place.folder, access === 'reading') });
  return new Kysely({ dialect: (await import('./open-postgres.ts')).postgresDialect(place.url, access === 'reading') });
}
