import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';
import { markOf, tally } from '#store/database/mark.ts';

const DAY = 86_400_000;

/**
 * A text that is another one as soon as anything is that a scene of this database is built from: scans, facts, words on joins, on who is who
 * and on whom to forget; and once a day, when terms end. A few indexes, however many facts there are: they come with deliveries only.
 */
export async function sceneMark(database: Database, now: number): Promise<string> {
  const parts = [
    sql`select ${tally('added_at')} from source`,
    sql`select ${tally('crc')} from scan`,
    sql`select ${tally('made_at')} from connection`,
    sql`select ${tally('next')} from counter`,
    sql`select ${tally('number')} from delivery where state in ('waiting', 'again')`,
    sql`select ${tally('said_at')} from join_word`,
    sql`select ${tally('said_at')} from claim_word`,
    sql`select ${tally('said_at')} from merge_word`,
    sql`select ${tally('since')} from forgotten`,
  ];
  return `${await markOf(database, parts)};${Math.floor(now / DAY)}`;
}
