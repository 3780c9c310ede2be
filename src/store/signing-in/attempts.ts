import { createHash } from 'node:crypto';
import type { Writing } from '#store/database/database.ts';
import type { AccountTables } from '#store/schema/account-rows.ts';

/** What is kept of an address, whether an account has it or not. */
export function attemptMark(tried: string, address: string): string {
  return createHash('sha256').update(`${tried}\n${address}`).digest('hex');
}

/** The attempts under a mark, held for this transaction: of several servers, one counts at a time. */
export async function holdAttempts(query: Writing, mark: string): Promise<AccountTables['attempt']> {
  await query
    .insertInto('attempt')
    .values({ mark, failures: 0, last_at: 0, locked_until: 0 })
    .onConflict((conflict) => conflict.column('mark').doNothing())
    .execute();
  return await query
    .updateTable('attempt')
    .set((built) => ({ failures: built.ref('failures') }))
    .where('mark', '=', mark)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function countAttempt(query: Writing, { mark, ...counted }: AccountTables['attempt']): Promise<void> {
  await query.updateTable('attempt').set(counted).where('mark', '=', mark).execute();
}

export async function forgetAttempts(query: Writing, mark: string): Promise<void> {
  await query.deleteFrom('attempt').where('mark', '=', mark).execute();
}

/** Takes one failure back: the attempt was none. */
export async function uncountAttempt(query: Writing, mark: string): Promise<void> {
  await query
    .updateTable('attempt')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), locked_until: 0 }))
    .where('mark', '=', mark)
    .where('failures', '>', 0)
    .execute();
}

export async function clearAttempts(query: Writing, before: number): Promise<void> {
  await query.deleteFrom('attempt').where('last_at', '<=', before).execute();
}
