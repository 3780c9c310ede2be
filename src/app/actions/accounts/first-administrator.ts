import { checkedEmail, checkedName } from '#core/accounts/checked-words.ts';
import { LINK_LASTS } from '#core/accounts/link-lasts.ts';
import { passwordProblem } from '#core/accounts/password-problem.ts';
import { refusal } from '#core/terms/refusals.ts';
import { addAccount, countPeople } from '#store/accounts/accounts.ts';
import { keepFirstLink, openLink, useLink } from '#store/accounts/one-time-links.ts';
import { giveRole } from '#store/accounts/role-grants.ts';
import { newSecret, secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { setPassword } from '#store/signing-in/local-passwords.ts';
import { openSession } from '#app/actions/signing-in/open-session.ts';
import type { Knock, OpenedSession } from '#app/actions/signing-in/open-session.ts';
import { hashPassword } from '#app/actions/signing-in/password-hash.ts';

const SECOND = 1000;

export type FirstLinkMade = { readonly secret: string; readonly expiresAt: number } | 'accounts begun' | 'another is open';

/**
 * The link by which the first administrator comes in; only where there is no account yet. Of several servers that start at
 * once one prints it; `anew` replaces one that was lost.
 */
export async function makeFirstLink(
  database: Database,
  { now, anew }: { readonly now: number; readonly anew: boolean },
): Promise<FirstLinkMade> {
  const secret = newSecret();
  const expiresAt = now + LINK_LASTS.first * SECOND;
  return await database.write(async (query) => {
    if ((await countPeople(query)) > 0) return 'accounts begun';
    const kept = await keepFirstLink(query, { hash: secretDigest(secret), now, expiresAt, onlyIfOver: !anew });
    return kept ? { secret, expiresAt } : 'another is open';
  });
}

export interface FirstAdministrator extends Knock {
  readonly link: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Uses the first link up: the first account, an administrator and member, signed in. */
export async function becomeFirstAdministrator(database: Database, first: FirstAdministrator): Promise<OpenedSession> {
  const { link, password, ...knock } = first;
  const [email, name, digest] = [checkedEmail(first.email), checkedName(first.name), secretDigest(link)];
  if ((await openLink(database.query, digest, knock.now))?.kind !== 'first') throw refusal('link-over', {});
  const reason = passwordProblem(password, { email, name });
  if (reason !== null) throw refusal('password-weak', { reason });
  const hash = await hashPassword(password);
  return await database.write(async (query) => {
    if ((await useLink(query, digest, knock.now))?.kind !== 'first' || (await countPeople(query)) > 0) throw refusal('link-over', {});
    const id = await addFirst(query, { email, name, now: knock.now });
    await setPassword(query, { account: id, hash, now: knock.now });
    return await openSession(query, id, { ...knock, how: 'link' });
  });
}

async function addFirst(
  query: Writing,
  { email, name, now }: { readonly email: string; readonly name: string; readonly now: number },
): Promise<string> {
  const id = (await addAccount(query, { kind: 'person', emailFrom: 'self', email, name, by: null, now }))!;
  for (const role of ['administrator', 'member']) await giveRole(query, { account: id, role, by: null, now });
  return id;
}
