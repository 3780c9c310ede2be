import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { AccountTables } from '#store/schema/account-rows.ts';
import { endOpenLinks } from './one-time-links.ts';

export interface Leaving {
  readonly account: string;
  readonly how: AccountTables['deactivation']['how'];
  readonly by: string | null;
  readonly now: number;
}

/** From now on this account is nobody's: everything that lets somebody in with it ends in this transaction. */
export async function deactivate(query: Writing, { account, how, by, now }: Leaving): Promise<void> {
  await query.updateTable('account').set({ state: 'deactivated' }).where('id', '=', account).execute();
  await query
    .insertInto('deactivation')
    .values({ id: randomUUID(), account_id: account, from_at: now, until_at: null, how, by_account: by })
    .execute();
  await query.deleteFrom('session').where('account_id', '=', account).execute();
  await endOpenLinks(query, account, now);
  await query
    .updateTable('role_grant')
    .set({ until_at: now, taken_by: by })
    .where('account_id', '=', account)
    .where('until_at', 'is', null)
    .execute();
  await query.updateTable('membership').set({ until_at: now }).where('account_id', '=', account).where('until_at', 'is', null).execute();
  await query.updateTable('api_token').set({ ended_at: now }).where('account_id', '=', account).where('ended_at', 'is', null).execute();
  await query.deleteFrom('ceremony').where('account_id', '=', account).execute();
}

/** They are back, as somebody without roles, sessions, teams or tokens: what they had then says nothing about now. */
export async function reactivate(query: Writing, account: string, now: number): Promise<void> {
  await query.updateTable('account').set({ state: 'active' }).where('id', '=', account).execute();
  await query.updateTable('deactivation').set({ until_at: now }).where('account_id', '=', account).where('until_at', 'is', null).execute();
}

/** Since when each deactivated account has been so. */
export async function deactivatedSince(query: Database['query']): Promise<ReadonlyMap<string, number>> {
  const rows = await query.selectFrom('deactivation').select(['account_id', 'from_at']).where('until_at', 'is', null).execute();
  return new Map(rows.map(({ account_id, from_at }) => [account_id, from_at]));
}
