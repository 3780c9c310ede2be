import { checkedName } from '#core/accounts/checked-words.ts';
import { DAY } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { SCOPES } from '#contract/operations/operation.ts';
import type { Scope } from '#contract/operations/operation.ts';
import { addAccount, holdAccount } from '#store/accounts/accounts.ts';
import { giveRole } from '#store/accounts/role-grants.ts';
import { newSecret, secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database } from '#store/database/database.ts';
import { addToken, endToken } from '#store/signing-in/api-tokens.ts';

/** So that whoever finds one in a log, or a scanner of secrets, knows what it is. */
const MARK = 'ust_';
const SHOWN = MARK.length + 6;
const MOST_DAYS = 366;
/** A service never acts for anybody, never attests and never administers. */
const SERVICE_SCOPES: ReadonlySet<Scope> = new Set(['read', 'scim']);

export interface TokenWish {
  readonly account: string;
  readonly by: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
  readonly now: number;
}

export interface MadeToken {
  readonly id: string;
  /** Told once and kept nowhere. */
  readonly token: string;
  readonly expiresAt: number;
}

/** A token for oneself, or for a service. Roles are not in it: it may do what its account may, within its scopes. */
export async function makeToken(database: Database, { account, by, name, scopes, days, now }: TokenWish): Promise<MadeToken> {
  const token = `${MARK}${newSecret()}`;
  const expiresAt = now + days * DAY * 1000;
  const id = await database.write(async (query) => {
    const held = await holdAccount(query, account);
    if (held?.state !== 'active') throw refusal('account-unknown', { account });
    const reason = tokenProblem({ scopes, days, kind: held.kind, own: account === by });
    if (reason !== null) throw refusal('bad-token', { reason });
    const kept = { account_id: account, name: checkedName(name), scopes: [...new Set(scopes)], made_at: now, made_by: by };
    return await addToken(query, { ...kept, hash: secretDigest(token), shown: token.slice(0, SHOWN), expires_at: expiresAt });
  });
  return { id, token, expiresAt };
}

interface Asked extends Pick<TokenWish, 'scopes' | 'days'> {
  readonly kind: 'person' | 'service';
  readonly own: boolean;
}

function tokenProblem({ scopes, days, kind, own }: Asked): string | null {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return `it holds for 1 to ${MOST_DAYS} days`;
  if (scopes.length === 0 || scopes.some((scope) => !SCOPES.includes(scope))) return `its scopes are some of ${SCOPES.join(', ')}`;
  if (kind === 'person')
    return own ? (scopes.includes('scim') ? 'accounts are brought and taken by a service' : null) : 'it would speak for somebody else';
  return scopes.every((scope) => SERVICE_SCOPES.has(scope)) ? null : 'a service reads, or brings accounts, and nothing else';
}

/** From now on the token opens nothing. */
export async function takeToken(
  database: Database,
  wish: { readonly account: string; readonly id: string; readonly now: number },
): Promise<void> {
  if (!(await database.write(async (query) => await endToken(query, wish)))) throw refusal('not-there', {});
}

/** An account of a service: nobody signs in with it, and it only ever is an agent. */
export async function makeService(
  database: Database,
  { name, by, now }: { readonly name: string; readonly by: string; readonly now: number },
): Promise<string> {
  return await database.write(async (query) => {
    const row = { kind: 'service' as const, email: null, emailFrom: 'administrator' as const, name: checkedName(name), by, now };
    const id = (await addAccount(query, row))!;
    await giveRole(query, { account: id, role: 'agent', by, now });
    return id;
  });
}
