import { existsSync } from 'node:fs';
import { refusal } from '#core/terms/refusals.ts';
import type { TableDigest } from '#store/backup/digest.ts';
import { moveDatabase } from '#store/backup/move.ts';
import { restore } from '#store/backup/restore.ts';
import type { Restored } from '#store/backup/restore.ts';
import { verify } from '#store/backup/verify.ts';
import type { Verified } from '#store/backup/verify.ts';
import { writeBackup } from '#store/backup/write-backup.ts';
import { shownPlace } from '#store/database/database.ts';
import type { Database, DatabasePlace } from '#store/database/database.ts';
import { migrate } from '#store/database/migrate.ts';
import type { Migrated } from '#store/database/migrate.ts';
import { openDatabase } from '#store/database/open-database.ts';

/** A team's database, for doors that pass it on to questions and actions. */
export type TeamDatabase = Database;

/** Opens a team's database for one piece of work and closes it whatever happens. */
export async function withDatabase<Result>(
  { place, now, schema = 'latest' }: { readonly place: DatabasePlace; readonly now: () => number; readonly schema?: 'latest' | 'as it is' },
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(place, { now, schema });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

export interface Tending {
  readonly place: DatabasePlace;
  readonly now: () => number;
}

/** Brings the schema up to date; starting a server does so too. */
export async function bringUpToDate({ place, now }: Tending): Promise<Migrated> {
  return await withDatabase({ place, now, schema: 'as it is' }, async (database) => await migrate(database, { now }));
}

export async function backUp({ place, now }: Tending, file: string): Promise<readonly TableDigest[]> {
  if (existsSync(file)) throw refusal('backup-exists', { file });
  return await withDatabase({ place, now }, async (database) => await writeBackup(database, file, now()));
}

export async function bringBack({ place, now }: Tending, file: string): Promise<Restored> {
  return await withDatabase({ place, now, schema: 'as it is' }, async (database) => await restore(database, file, now));
}

export async function verifyDatabase(tending: Tending): Promise<Verified> {
  return await withDatabase(tending, verify);
}

export async function moveTo(
  { place, now }: Tending,
  target: DatabasePlace,
): Promise<{ readonly tables: readonly TableDigest[]; readonly to: string }> {
  const tables = await withDatabase(
    { place, now },
    async (from) => await withDatabase({ place: target, now }, async (to) => await moveDatabase(from, to)),
  );
  return { tables, to: shownPlace(target) };
}
