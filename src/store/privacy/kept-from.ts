import type { Database, Writing } from '#store/database/database.ts';

/** From when on acts count for answers, milliseconds since epoch; 0 where all of them do. */
export async function keptFrom(query: Database['query']): Promise<number> {
  return (await query.selectFrom('kept_from').select('at').executeTakeFirst())?.at ?? 0;
}

/** Later acts than this count from now on. Setting the same again changes nothing. */
export async function keepFrom(query: Writing, at: number): Promise<void> {
  await query
    .insertInto('kept_from')
    .values({ id: 1, at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
    .execute();
}
