import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { MergeRow, MergeWordRow } from '#store/schema/people-rows.ts';

/** A merge with everything that was said about it, oldest first. */
export interface KeptMerge extends Omit<MergeRow, 'spellings'> {
  readonly spellings: readonly string[];
  readonly words: readonly { readonly by: string; readonly at: number; readonly says: MergeWordRow['says'] }[];
}

export async function addMerge(query: Writing, merge: Omit<KeptMerge, 'id' | 'words'>): Promise<string> {
  const id = randomUUID();
  await query
    .insertInto('identity_merge')
    .values({ ...merge, id, spellings: JSON.stringify(merge.spellings) })
    .execute();
  return id;
}

export async function sayOfMerge(query: Writing, word: Omit<MergeWordRow, 'id'>): Promise<void> {
  await query
    .insertInto('merge_word')
    .values({ id: randomUUID(), ...word })
    .execute();
}

/** Holds a merge for this transaction. */
export async function holdMerge(query: Writing, id: string): Promise<void> {
  await query
    .updateTable('identity_merge')
    .set((built) => ({ kind: built.ref('kind') }))
    .where('id', '=', id)
    .execute();
}

/** Every merge that was ever proposed, oldest first. */
export async function merges(query: Database['query']): Promise<readonly KeptMerge[]> {
  const rows = await query.selectFrom('identity_merge').selectAll().orderBy('made_at').orderBy('id').execute();
  const words = await query.selectFrom('merge_word').selectAll().orderBy('said_at').orderBy('id').execute();
  const byMerge = Map.groupBy(words, ({ merge_id }) => merge_id);
  return rows.map((row) => ({
    ...row,
    spellings: JSON.parse(row.spellings) as string[],
    words: (byMerge.get(row.id) ?? []).map(({ by_account, said_at, says }) => ({ by: by_account, at: said_at, says })),
  }));
}
