import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';

/**
 * A text that is another one as soon as what the newest look says may be told otherwise: another look, another word, or the end of somebody's
 * first look. A few rows of indexes, however often it was looked.
 */
export async function lookMark({ query }: Database, scope: string, now: number): Promise<string> {
  const parts = [
    sql`select cast(coalesce(max(number), 0) as text) from signal_look where scope = ${scope}`,
    sql`select cast(count(*) as text) from signal_word where scope = ${scope}`,
    sql`select count(*) || ' ' || coalesce(cast(sum(others_from) as text), '') from finding where gone_at is null and others_from > ${now}`,
  ];
  const mark = sql.join(
    parts.map((part) => sql`(${part})`),
    sql` || ';' || `,
  );
  const { rows } = await sql<{ readonly mark: string }>`select ${mark} as mark`.execute(query);
  return rows[0]!.mark;
}
