import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';

/** When something came last, what was in the way of telling the newest that could not be told, and how many wait. */
export async function newestDeliveries(
  query: Database['query'],
  connection: number,
): Promise<{ readonly at: number | null; readonly problem: string; readonly waiting: number }> {
  const of = query.selectFrom('delivery').where('connection_number', '=', connection);
  const [last, bad, open] = [
    await of.select('received_at').orderBy('number', 'desc').limit(1).executeTakeFirst(),
    await of.select('problem').where('problem', 'is not', null).orderBy('number', 'desc').limit(1).executeTakeFirst(),
    await of
      .select((built) => built.fn.countAll<number>().as('count'))
      .where(sql<boolean>`state in ('waiting', 'again')`)
      .executeTakeFirstOrThrow(),
  ];
  return { at: last?.received_at ?? null, problem: bad?.problem ?? '', waiting: open.count };
}
