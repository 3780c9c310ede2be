import type { Database, Writing } from '#store/database/database.ts';
import type { PeopleTables } from '#store/schema/people-rows.ts';

type ProviderLogin = PeopleTables['provider_login'];

/** The account that a login of a provider was linked to. */
export async function accountOfLogin(
  query: Database['query'],
  { issuer, subject }: Pick<ProviderLogin, 'issuer' | 'subject'>,
): Promise<string | undefined> {
  const row = await query
    .selectFrom('provider_login')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id;
}

export async function linkLogin(query: Writing, row: ProviderLogin): Promise<void> {
  await query
    .insertInto('provider_login')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
