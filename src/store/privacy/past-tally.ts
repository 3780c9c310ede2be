import type { Database } from '#store/database/database.ts';

/** As it is kept: `areas` is what core made of it, for core to read again. */
export interface KeptTally {
  /** `2024-06`: the month up to which acts were looked at. */
  readonly before: string;
  readonly areas: unknown;
}

export async function pastTally(query: Database['query'], sourceId: string): Promise<KeptTally | undefined> {
  const row = await query.selectFrom('past_tally').selectAll().where('source_id', '=', sourceId).executeTakeFirst();
  return row === undefined ? undefined : { before: row.before_month, areas: JSON.parse(row.areas) as unknown };
}

/** Of two workers who go on from the same row, one is heard: what was told once is never told otherwise. */
export async function keepPastTally(
  database: Database,
  sourceId: string,
  { from, tally }: { readonly from: KeptTally | undefined; readonly tally: KeptTally },
): Promise<boolean> {
  const row = { before_month: tally.before, areas: JSON.stringify(tally.areas) };
  return await database.write(async (query) => {
    if ((await query.selectFrom('source').select('id').where('id', '=', sourceId).executeTakeFirst()) === undefined) return false;
    const written =
      from === undefined
        ? await query
            .insertInto('past_tally')
            .values({ source_id: sourceId, ...row })
            .onConflict((conflict) => conflict.column('source_id').doNothing())
            .executeTakeFirstOrThrow()
        : await query
            .updateTable('past_tally')
            .set(row)
            .where('source_id', '=', sourceId)
            .where('before_month', '=', from.before)
            .executeTakeFirstOrThrow();
    return ('numUpdatedRows' in written ? written.numUpdatedRows : (written.numInsertedOrUpdatedRows ?? 0n)) > 0n;
  });
}
