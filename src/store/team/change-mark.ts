import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';
import { markOf, tally } from '#store/database/mark.ts';

/** Jobs that ended before this (milliseconds) were seen to end, by whoever looks more often; clocks of workers may differ by as much. */
const ENDED_LATELY = 60_000;

/**
 * A text that is another one as soon as anything is that says how repositories stand or how far reading is; one statement
 * over a few indexes, whatever was read. How many and the sum of something that is new with each change, and not the
 * newest: who began earlier may end later, and would stay unseen behind a newer one.
 */
export async function changeMark(database: Database, now: number): Promise<string> {
  const parts = [
    sql`select ${tally('added_at')} from source`,
    sql`select ${tally('crc')} from scan`,
    sql`select ${tally('summed_at')} from scan_summary`,
    sql`select ${tally('due_at')} from job where state = 'waiting'`,
    sql`select ${tally('lease_until')} from job where state = 'running'`,
    sql`select ${tally('ended_at')} from job where ended_at > ${now - ENDED_LATELY}`,
    sql`select ${tally('others_from')} from finding where gone_at is null and others_from > ${now}`,
  ];
  return await markOf(database, parts);
}
