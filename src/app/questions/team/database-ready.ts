import type { Database } from '#store/database/database.ts';
import { LATEST, schemaVersion } from '#store/database/migrate.ts';

/** Whether requests can be answered from here: the database answers, and its schema is the one that this version knows. */
export async function databaseReady(database: Database): Promise<boolean> {
  try {
    return (await schemaVersion(database)) === LATEST;
  } catch {
    return false;
  }
}
