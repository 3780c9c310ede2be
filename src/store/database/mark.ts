import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

/** What several selects of one text each say now, as one text, in one statement: another one as soon as any of them is. */
export async function markOf({ query }: Database, parts: readonly RawBuilder<unknown>[]): Promise<string> {
  const mark = sql.join(
    parts.map((part) => sql`(${part})`),
    sql` || ';' || `,
  );
  const { rows } = await sql<{ readonly mark: string }>`select ${mark} as mark`.execute(query);
  return rows[0]!.mark;
}

/** How many, and their sum, as a text: the sum of many moments is more than a number holds. */
export function tally(column: string): RawBuilder<string> {
  return sql<string>`count(*) || ' ' || coalesce(cast(sum(${sql.ref(column)}) as text), '')`;
}
