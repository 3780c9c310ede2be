import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import type { LinkRow } from '#store/schema/account-rows.ts';

/** The first link: one row in the life of a database. An unused one is replaced, unless `onlyIfOver` and it has time left. */
export async function keepFirstLink(query: Writing, link: FirstLink): Promise<boolean> {
  const { hash, now, expiresAt, onlyIfOver } = link;
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('one_time_link')
    .values({ id: randomUUID(), kind: 'first', hash, account_id: null, made_at: now, made_by: null, expires_at: expiresAt, used_at: null })
    .onConflict((conflict) =>
      conflict
        .column('kind')
        .where(IS_FIRST)
        .doUpdateSet({ hash, made_at: now, expires_at: expiresAt })
        .where('one_time_link.used_at', 'is', null)
        .where('one_time_link.expires_at', '<=', onlyIfOver ? now : Number.MAX_SAFE_INTEGER),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Spelled out, because only then do both engines see that the unique index of first links is meant. */
const IS_FIRST = sql<boolean>`kind = 'first'`;

export interface FirstLink {
  readonly hash: string;
  readonly now: number;
  readonly expiresAt: number;
  readonly onlyIfOver: boolean;
}

export interface LinkWish {
  readonly kind: 'invitation' | 'reset';
  readonly hash: string;
  readonly account: string;
  readonly by: string | null;
  readonly now: number;
  readonly expiresAt: number;
}

/** A link for an account; earlier ones that were not used are over. */
export async function keepLink(query: Writing, { kind, hash, account, by, now, expiresAt }: LinkWish): Promise<void> {
  await endOpenLinks(query, account, now);
  await query
    .insertInto('one_time_link')
    .values({ id: randomUUID(), kind, hash, account_id: account, made_at: now, made_by: by, expires_at: expiresAt, used_at: null })
    .execute();
}

/** Links for an account that were not used open nothing from now on. */
export async function endOpenLinks(query: Writing, account: string, now: number): Promise<void> {
  await query
    .updateTable('one_time_link')
    .set({ expires_at: now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
}

/** Uses a link up. Of several who try at once, one gets it; undefined: it was used, has run out, or never was. */
export async function useLink(query: Writing, hash: string, now: number): Promise<LinkRow | undefined> {
  return await query
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}

/** What a link would open, without using it. */
export async function openLink(query: Database['query'], hash: string, now: number): Promise<LinkRow | undefined> {
  return await query
    .selectFrom('one_time_link')
    .selectAll()
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}
