import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { SessionRow } from '#store/schema/account-rows.ts';

export interface NewSession {
  readonly hash: string;
  readonly account: string;
  readonly how: SessionRow['how'];
  readonly browser: string;
  readonly now: number;
}

export async function addSession(query: Writing, { hash, account, how, browser, now }: NewSession): Promise<string> {
  const id = randomUUID();
  await query.insertInto('session').values({ id, hash, account_id: account, how, browser, made_at: now, seen_at: now }).execute();
  return id;
}

export async function sessionOf(query: Database['query'], hash: string): Promise<SessionRow | undefined> {
  return await query.selectFrom('session').selectAll().where('hash', '=', hash).executeTakeFirst();
}

/** Sessions of one account, newest first. */
export async function sessionsOf(query: Database['query'], account: string): Promise<readonly SessionRow[]> {
  return await query.selectFrom('session').selectAll().where('account_id', '=', account).orderBy('made_at', 'desc').orderBy('id').execute();
}

export async function noteSession(query: Writing, id: string, now: number): Promise<void> {
  await query.updateTable('session').set({ seen_at: now }).where('id', '=', id).where('seen_at', '<', now).execute();
}

/** Ends one session of an account. False: it is not theirs, or had ended. */
export async function endSession(query: Writing, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await query
    .deleteFrom('session')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Ends whatever session this secret opened: a sign-in never goes on with one that was there before. */
export async function endSessionOf(query: Writing, hash: string): Promise<void> {
  await query.deleteFrom('session').where('hash', '=', hash).execute();
}

/** Ends all sessions of an account, but for one if it is named. */
export async function endSessions(query: Writing, account: string, butFor = ''): Promise<void> {
  await query.deleteFrom('session').where('account_id', '=', account).where('id', '<>', butFor).execute();
}

/** Clears away sessions that are over. */
export async function clearSessions(query: Writing, over: { readonly madeBefore: number; readonly seenBefore: number }): Promise<void> {
  await query
    .deleteFrom('session')
    .where((where) => where.or([where('made_at', '<=', over.madeBefore), where('seen_at', '<=', over.seenBefore)]))
    .execute();
}
