import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { GrantRow } from '#store/schema/account-rows.ts';

type Reading = Database['query'];

export interface GrantWish {
  readonly account: string;
  readonly role: string;
  readonly team?: string | undefined;
  readonly area?: string | undefined;
  readonly by: string | null;
  readonly now: number;
}

/** Gives a role from now on; giving what is held already changes nothing. */
export async function giveRole(query: Writing, { account, role, team = '', area = '', by, now }: GrantWish): Promise<string> {
  const [team_id, at_area] = [team === '' ? null : team, area === '' ? null : area];
  const held = (await grantsOf(query, account)).find((one) => one.role === role && one.team_id === team_id && one.area === at_area);
  if (held !== undefined && held.until_at === null) return held.id;
  const id = randomUUID();
  await query
    .insertInto('role_grant')
    .values({ id, account_id: account, role, team_id, area: at_area, from_at: now, until_at: null, given_by: by, taken_by: null })
    .execute();
  return id;
}

/** Ends a grant now. False: it had ended, or never was. */
export async function takeRole(
  query: Writing,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('role_grant')
    .set({ until_at: now, taken_by: by })
    .where('id', '=', id)
    .where('until_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function grantById(query: Reading, id: string): Promise<GrantRow | undefined> {
  return await query.selectFrom('role_grant').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Open grants of one account, oldest first. */
export async function grantsOf(query: Reading, account: string): Promise<readonly GrantRow[]> {
  return await query
    .selectFrom('role_grant')
    .selectAll()
    .where('account_id', '=', account)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .orderBy('role')
    .orderBy('id')
    .execute();
}

/** Open grants of everybody. */
export async function openGrants(query: Reading): Promise<readonly GrantRow[]> {
  return await query
    .selectFrom('role_grant')
    .selectAll()
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .orderBy('role')
    .orderBy('id')
    .execute();
}

/** Accounts that hold a role everywhere. Their grants are held for this transaction, so that two last ones cannot leave at once. */
export async function holdHolders(query: Writing, role: string): Promise<readonly string[]> {
  const rows = await query
    .updateTable('role_grant')
    .set((built) => ({ role: built.ref('role') }))
    .where('role', '=', role)
    .where('until_at', 'is', null)
    .where('team_id', 'is', null)
    .where('area', 'is', null)
    .returning('account_id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}
