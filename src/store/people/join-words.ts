import { randomUUID } from 'node:crypto';
import type { JoinWordRow } from '#store/schema/people-rows.ts';
import type { Database, Writing } from '#store/database/database.ts';

export async function addJoinWord(query: Writing, word: Omit<JoinWordRow, 'id'>): Promise<void> {
  await query
    .insertInto('join_word')
    .values({ id: randomUUID(), ...word })
    .execute();
}

/** Everything that was ever said of joins, oldest first. */
export async function joinWordRows(query: Database['query']): Promise<readonly JoinWordRow[]> {
  return await query.selectFrom('join_word').selectAll().orderBy('said_at').orderBy('id').execute();
}
