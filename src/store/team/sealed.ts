import type { Writing } from '#store/database/database.ts';

const PAGE = 200;

/** Waits for all who write, and has those to come wait: each of them holds this row while it writes. */
export async function holdAllWriters(query: Writing): Promise<void> {
  await query
    .updateTable('database_state')
    .set((built) => ({ moved_to: built.ref('moved_to') }))
    .execute();
}

export interface SealedCredential {
  readonly id: string;
  readonly credential: Uint8Array;
}

/** What is sealed, a page at a time; what else is ever sealed belongs here, so that a new key reaches it. */
export async function sealedAfter(query: Writing, last: string): Promise<readonly SealedCredential[]> {
  const rows = await query
    .selectFrom('source')
    .select(['id', 'credential'])
    .where('credential', 'is not', null)
    .where('id', '>', last)
    .orderBy('id')
    .limit(PAGE)
    .execute();
  return rows.map(({ id, credential }) => ({ id, credential: credential! }));
}

export async function keepCredential(query: Writing, id: string, credential: Uint8Array): Promise<void> {
  await query.updateTable('source').set({ credential }).where('id', '=', id).execute();
}
