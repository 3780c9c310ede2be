import type { Database, Writing } from '#store/database/database.ts';
import type { PasskeyRow } from '#store/schema/people-rows.ts';

type Reading = Database['query'];

/** False: this authenticator is known already. */
export async function addPasskey(query: Writing, row: PasskeyRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function passkeyById(query: Reading, id: string): Promise<PasskeyRow | undefined> {
  return await query.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Of one account, oldest first. */
export async function passkeysOf(query: Reading, account: string): Promise<readonly PasskeyRow[]> {
  return await query.selectFrom('passkey').selectAll().where('account_id', '=', account).orderBy('made_at').orderBy('id').execute();
}

export async function notePasskey(query: Writing, { id, counter, used_at }: Pick<PasskeyRow, 'id' | 'counter' | 'used_at'>): Promise<void> {
  await query.updateTable('passkey').set({ counter, used_at }).where('id', '=', id).execute();
}

/** False: there is none of this account. */
export async function removePasskey(query: Writing, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await query
    .deleteFrom('passkey')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
