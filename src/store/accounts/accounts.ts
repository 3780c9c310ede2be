import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { AccountRow } from '#store/schema/account-rows.ts';

type Reading = Database['query'];

export interface NewAccount {
  readonly kind: AccountRow['kind'];
  readonly email: string | null;
  readonly emailFrom: AccountRow['email_from'];
  readonly name: string;
  readonly externalId?: string | undefined;
  readonly by: string | null;
  readonly now: number;
}

/** The id of the new account; undefined where the address has one already. */
export async function addAccount(
  query: Writing,
  { kind, email, emailFrom, name, externalId, by, now }: NewAccount,
): Promise<string | undefined> {
  const id = randomUUID();
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('account')
    .values({ id, kind, email, email_from: emailFrom, name, external_id: externalId ?? null, state: 'active', made_at: now, made_by: by })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? id : undefined;
}

export async function accountById(query: Reading, id: string): Promise<AccountRow | undefined> {
  return await query.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function accountOfEmail(query: Reading, email: string): Promise<AccountRow | undefined> {
  return await query.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst();
}

/** Every account by name, then id. */
export async function listAccounts(query: Reading): Promise<readonly AccountRow[]> {
  return await query.selectFrom('account').selectAll().orderBy('name').orderBy('id').execute();
}

export async function countPeople(query: Reading): Promise<number> {
  const { people } = await query
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('kind', '=', 'person')
    .executeTakeFirstOrThrow();
  return people;
}

/** Takes the account for this transaction: whoever else wants it waits. Said as an update because both engines lock by it. */
export async function holdAccount(query: Writing, id: string): Promise<AccountRow | undefined> {
  return await query
    .updateTable('account')
    .set((built) => ({ name: built.ref('name') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export interface AccountChange {
  readonly email_from?: AccountRow['email_from'];
  readonly email?: string;
  readonly name?: string;
  readonly external_id?: string | null;
}

export async function changeAccount(query: Writing, id: string, change: AccountChange): Promise<void> {
  if (Object.keys(change).length > 0) await query.updateTable('account').set(change).where('id', '=', id).execute();
}
