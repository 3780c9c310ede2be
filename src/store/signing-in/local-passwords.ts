import type { Database, Writing } from '#store/database/database.ts';

export async function passwordOf(query: Database['query'], account: string): Promise<string | undefined> {
  return (await query.selectFrom('local_password').select('hash').where('account_id', '=', account).executeTakeFirst())?.hash;
}

export async function setPassword(
  query: Writing,
  { account, hash, now }: { readonly account: string; readonly hash: string; readonly now: number },
): Promise<void> {
  await query
    .insertInto('local_password')
    .values({ account_id: account, hash, set_at: now })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ hash, set_at: now }))
    .execute();
}
