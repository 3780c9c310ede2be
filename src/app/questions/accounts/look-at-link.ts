import { refusal } from '#core/terms/refusals.ts';
import { accountById } from '#store/accounts/accounts.ts';
import { openLink } from '#store/accounts/one-time-links.ts';
import { secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database } from '#store/database/database.ts';
import type { LinkRow } from '#store/schema/account-rows.ts';

export interface LinkSeen {
  readonly kind: LinkRow['kind'];
  /** Of the account that it opens; null for the first one. */
  readonly email: string | null;
  readonly name: string | null;
  /** Milliseconds since epoch. */
  readonly expiresAt: number;
}

/** What a one-time link would open, told to whoever holds it. */
export async function lookAtLink({ query }: Database, link: string, now: number): Promise<LinkSeen> {
  const open = await openLink(query, secretDigest(link), now);
  if (open === undefined) throw refusal('link-over', {});
  const account = open.account_id === null ? undefined : await accountById(query, open.account_id);
  return { kind: open.kind, email: account?.email ?? null, name: account?.name ?? null, expiresAt: open.expires_at };
}
