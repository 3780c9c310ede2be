import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { MembershipRow, TeamRow } from '#store/schema/people-rows.ts';

type Reading = Database['query'];

export interface Doing {
  readonly by: string | null;
  readonly now: number;
}

/** The id of a new team; undefined where one of that name stands already. */
export async function addTeam(query: Writing, { name, by, now }: Doing & { readonly name: string }): Promise<string | undefined> {
  const id = randomUUID();
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('team')
    .values({ id, name, made_at: now, made_by: by, ended_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? id : undefined;
}

export async function teamById(query: Reading, id: string): Promise<TeamRow | undefined> {
  return await query.selectFrom('team').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Teams that stand, by name. */
export async function listTeams(query: Reading): Promise<readonly TeamRow[]> {
  return await query.selectFrom('team').selectAll().where('ended_at', 'is', null).orderBy('name').execute();
}

/** Ends a team and every membership in it; both stay on record. False: it had ended, or never was. */
export async function endTeam(query: Writing, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('team')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  await query.updateTable('membership').set({ until_at: now }).where('team_id', '=', id).where('until_at', 'is', null).execute();
  return numUpdatedRows === 1n;
}

export interface Member extends Doing {
  readonly team: string;
  readonly account: string;
}

/** A member from now on; whoever is one already stays so. */
export async function join(query: Writing, { team, account, by, now }: Member): Promise<void> {
  await query
    .insertInto('membership')
    .values({ id: randomUUID(), team_id: team, account_id: account, from_at: now, until_at: null, by_account: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** No member any more from now on. False: they were none. */
export async function leave(query: Writing, { team, account, now }: Member): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('membership')
    .set({ until_at: now })
    .where('team_id', '=', team)
    .where('account_id', '=', account)
    .where('until_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Every membership that ever was, oldest first; of one account if it is named. */
export async function memberships(query: Reading, account?: string): Promise<readonly MembershipRow[]> {
  const all = query.selectFrom('membership').selectAll().orderBy('from_at').orderBy('id');
  return await (account === undefined ? all : all.where('account_id', '=', account)).execute();
}
