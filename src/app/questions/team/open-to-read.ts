import type { Database, DatabasePlace } from '#store/database/database.ts';
import { openDatabase } from '#store/database/open-database.ts';

export type TeamDatabase = Database;

/** A connection of one's own that only reads, for a thread; whoever opened the database before has brought it up to date. */
export async function openToRead(place: DatabasePlace): Promise<TeamDatabase> {
  return await openDatabase(place, { now: Date.now, schema: 'as it is', access: 'reading' });
}
