import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';
import { markOf, tally } from '#store/database/mark.ts';

/**
 * A text that is another one as soon as what the newest look says may be told otherwise: another look, another word, or the end of somebody's
 * first look. A few rows of indexes, however often it was looked.
 */
export async function lookMark(database: Database, scope: string, now: number): Promise<string> {
  const parts = [
    sql`select cast(coalesce(max(number), 0) as text) from signal_look where scope = ${scope}`,
    sql`select cast(count(*) as text) from signal_word where scope = ${scope}`,
    sql`select ${tally('others_from')} from finding where gone_at is null and others_from > ${now}`,
  ];
  return await markOf(database, parts);
}
