import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';
import { markOf, tally } from '#store/database/mark.ts';
import { OF_REPOSITORIES } from '#store/signals/looks.ts';

const DAY = 86_400_000;

/**
 * A text that is another one as soon as anything is that a scene of this database is built from: scans, facts and names, words on joins, on who is
 * who and on whom to forget, who has left, and from when on acts count; and once a day. The same for whatever was delivered and told nothing new. A
 * few indexes, however many facts there are: whoever keeps, changes or removes some takes a number.
 */
export async function sceneMark(database: Database, now: number): Promise<string> {
  const parts = [
    sql`select ${tally('added_at')} from source`,
    sql`select ${tally('crc')} from scan`,
    sql`select ${tally('made_at')} from connection`,
    sql`select ${tally('next')} from counter where what in ('keeping', 'handle')`,
    sql`select ${tally('told_by')} from naming`,
    sql`select ${tally('number')} from delivery where state = 'again'`,
    sql`select ${tally('delivery.number')} from delivery where connection_number in (
      select number from connection where kind in (${sql.join(OF_REPOSITORIES.map((kind) => sql.lit(kind)))}))`,
    sql`select ${tally('said_at')} from join_word`,
    sql`select ${tally('said_at')} from claim_word`,
    sql`select ${tally('said_at')} from merge_word`,
    sql`select ${tally('since')} from forgotten`,
    sql`select ${tally('from_at')} from deactivation where until_at is null`,
    sql`select ${tally('at')} from kept_from`,
  ];
  return `${await markOf(database, parts)};${Math.floor(now / DAY)}`;
}
