import { sql } from 'kysely';
import { refusal } from '#core/terms/refusals.ts';
import type { Writing } from '#store/database/database.ts';
import { sameKey } from './seal.ts';

const PAGE = 200;

/** Waits for all who write, and has those to come wait: each of them holds this row while it writes. */
export async function holdAllWriters(query: Writing): Promise<void> {
  await query
    .updateTable('database_state')
    .set((built) => ({ moved_to: built.ref('moved_to') }))
    .execute();
}

/** Tables and columns of what is sealed, each sealed into its row; what else is ever sealed belongs here, so that a new key reaches it. */
export const SEALED = [
  ['source', 'credential'],
  ['connection', 'credential'],
  ['connection_secret', 'sealed'],
] as const;
type SealedPlace = (typeof SEALED)[number];

export interface SealedCredential {
  readonly id: string;
  readonly credential: Uint8Array;
}

/** What is sealed in one of these, a page at a time. */
export async function sealedAfter(query: Writing, [table, column]: SealedPlace, last: string): Promise<readonly SealedCredential[]> {
  const { rows } = await sql<SealedCredential>`select id, ${sql.ref(column)} as credential from ${sql.table(table)}
    where ${sql.ref(column)} is not null and id > ${last} order by id limit ${PAGE}`.execute(query);
  return rows;
}

export async function keepCredential(query: Writing, [table, column]: SealedPlace, { id, credential }: SealedCredential): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${credential} where id = ${id}`.execute(query);
}

/** All that is sealed in a database is sealed with one key: whoever holds another one is told at once, and not by its workers. */
export async function refuseOtherKey(query: Writing, credential: Uint8Array): Promise<void> {
  const each = SEALED.map(([table, column]) => sql`select ${sql.ref(column)} as credential from ${sql.table(table)}`);
  const { rows } = await sql<{ readonly credential: Uint8Array }>`select credential
    from (${sql.join(each, sql` union all `)}) as everything where credential is not null limit 1`.execute(query);
  if (rows[0] !== undefined && !sameKey(rows[0].credential, credential))
    throw refusal('key-file', { path: 'of this process', reason: 'what is kept already was sealed with another key' });
}
