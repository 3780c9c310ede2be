import { accountOfEmail } from '#store/accounts/accounts.ts';
import type { Database } from '#store/database/database.ts';

/** The account of an e-mail address. */
export async function accountNamed({ query }: Database, email: string): Promise<string | undefined> {
  return (await accountOfEmail(query, email.normalize('NFC').trim().toLowerCase()))?.id;
}
