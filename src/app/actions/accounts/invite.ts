import { checkedEmail, checkedName } from '#core/accounts/checked-words.ts';
import { LINK_LASTS } from '#core/accounts/link-lasts.ts';
import { refusal } from '#core/terms/refusals.ts';
import { accountById, addAccount } from '#store/accounts/accounts.ts';
import { keepLink } from '#store/accounts/one-time-links.ts';
import { giveRole } from '#store/accounts/role-grants.ts';
import { newSecret, secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { checkedGrant } from './change-roles.ts';

const SECOND = 1000;

/** A link to hand over; its secret is kept nowhere. */
export interface MadeLink {
  readonly accountId: string;
  readonly secret: string;
  readonly expiresAt: number;
}

export interface Invitation {
  readonly email: string;
  readonly name: string;
  /** Beside that of a member, which everybody gets. */
  readonly roles?: readonly string[];
  /** Null: somebody at the database itself. */
  readonly by: string | null;
  readonly now: number;
}

/** An account and the link by which its person comes in. */
export async function invite(database: Database, { email: typed, name, roles = [], by, now }: Invitation): Promise<MadeLink> {
  const email = checkedEmail(typed);
  const wishes = [...new Set(['member', ...roles])];
  for (const role of wishes) checkedGrant({ role, team: null, area: null }, 'person');
  return await database.write(async (query) => {
    const id = await addAccount(query, { kind: 'person', emailFrom: 'administrator', email, name: checkedName(name), by, now });
    if (id === undefined) throw refusal('account-known', { email });
    for (const role of wishes) await giveRole(query, { account: id, role, by, now });
    return await link(query, { kind: 'invitation', account: id, by, now });
  });
}

/** A link that sets a new password. What was set before stays until it is used; earlier links are over. */
export async function linkToReset(
  database: Database,
  { account, by, now }: { readonly account: string; readonly by: string | null; readonly now: number },
): Promise<MadeLink> {
  return await database.write(async (query) => {
    const row = await accountById(query, account);
    if (row === undefined || row.kind !== 'person') throw refusal('account-unknown', { account });
    if (row.state !== 'active') throw refusal('account-deactivated', { name: row.name });
    return await link(query, { kind: 'reset', account, by, now });
  });
}

interface Linking {
  readonly kind: 'invitation' | 'reset';
  readonly account: string;
  readonly by: string | null;
  readonly now: number;
}

async function link(query: Writing, { kind, account, by, now }: Linking): Promise<MadeLink> {
  const secret = newSecret();
  const expiresAt = now + LINK_LASTS[kind] * SECOND;
  await keepLink(query, { kind, hash: secretDigest(secret), account, by, now, expiresAt });
  return { accountId: account, secret, expiresAt };
}
