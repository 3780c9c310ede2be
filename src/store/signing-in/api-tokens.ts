import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { TokenRow } from '#store/schema/people-rows.ts';

type Reading = Database['query'];

/** A token as its holder may see it: never its digest. */
export type SeenToken = Omit<TokenRow, 'hash' | 'scopes'> & { readonly scopes: readonly string[] };

export async function addToken(
  query: Writing,
  token: Omit<TokenRow, 'id' | 'scopes' | 'used_at' | 'ended_at'> & { readonly scopes: readonly string[] },
): Promise<string> {
  const id = randomUUID();
  await query
    .insertInto('api_token')
    .values({ ...token, id, scopes: JSON.stringify(token.scopes), used_at: null, ended_at: null })
    .execute();
  return id;
}

/** Of a digest; whether it still holds is the caller's to judge. */
export async function tokenOf(query: Reading, hash: string): Promise<SeenToken | undefined> {
  const row = await query.selectFrom('api_token').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? undefined : seen(row);
}

/** Tokens of one account that were not taken back, newest first. */
export async function tokensOf(query: Reading, account: string): Promise<readonly SeenToken[]> {
  const rows = await query
    .selectFrom('api_token')
    .selectAll()
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(seen);
}

function seen(row: TokenRow): SeenToken {
  const { hash: _hash, ...rest } = row;
  return { ...rest, scopes: JSON.parse(row.scopes) as string[] };
}

export async function noteToken(query: Writing, id: string, now: number): Promise<void> {
  await query.updateTable('api_token').set({ used_at: now }).where('id', '=', id).execute();
}

/** Takes a token back. False: there is none of this account, or it had ended. */
export async function endToken(
  query: Writing,
  { account, id, now }: { readonly account: string; readonly id: string; readonly now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('api_token')
    .set({ ended_at: now })
    .where('account_id', '=', account)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
