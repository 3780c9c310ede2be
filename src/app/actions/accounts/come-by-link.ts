import { passwordProblem } from '#core/accounts/password-problem.ts';
import { refusal } from '#core/terms/refusals.ts';
import { accountById, holdAccount } from '#store/accounts/accounts.ts';
import { openLink, useLink } from '#store/accounts/one-time-links.ts';
import { secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database } from '#store/database/database.ts';
import { passwordOf, setPassword } from '#store/signing-in/local-passwords.ts';
import { endSessions } from '#store/signing-in/sessions.ts';
import { attemptSucceeded, countAttempts } from '#app/actions/signing-in/count-attempts.ts';
import { openSession } from '#app/actions/signing-in/open-session.ts';
import type { Knock, OpenedSession } from '#app/actions/signing-in/open-session.ts';
import { hashPassword, isPassword } from '#app/actions/signing-in/password-hash.ts';

export interface LinkUse extends Knock {
  readonly link: string;
  readonly password: string;
}

/** Uses an invitation or a reset up: the password is set, every earlier session ends, and a new one begins. */
export async function comeByLink(database: Database, { link, password, ...knock }: LinkUse): Promise<OpenedSession> {
  const digest = secretDigest(link);
  const open = await openLink(database.query, digest, knock.now);
  const account = open?.account_id ? await accountById(database.query, open.account_id) : undefined;
  if (account === undefined || account.state !== 'active') throw refusal('link-over', {});
  const hash = await hashChecked(password, { email: account.email!, name: account.name });
  return await database.write(async (query) => {
    const used = await useLink(query, digest, knock.now);
    if (used?.account_id !== account.id || (await holdAccount(query, account.id))?.state !== 'active') throw refusal('link-over', {});
    await setPassword(query, { account: account.id, hash, now: knock.now });
    await endSessions(query, account.id);
    return await openSession(query, account.id, { ...knock, how: 'link' });
  });
}

export interface PasswordChange extends Knock {
  readonly accountId: string;
  readonly former: string;
  readonly password: string;
  readonly address: string;
}

/** Changes one's own password by the one that holds. Every other session ends, and this one gets a new secret. */
export async function changePassword(database: Database, change: PasswordChange): Promise<OpenedSession> {
  const { accountId, former, password, address, ...knock } = change;
  const account = await accountById(database.query, accountId);
  if (account === undefined) throw refusal('account-unknown', { account: accountId });
  const at = { account: account.email!, address };
  await countAttempts(database, at, knock.now);
  const held = await passwordOf(database.query, accountId);
  if (!(await isPassword(former, held))) throw refusal('sign-in-refused', {});
  const hash = await hashChecked(password, { email: account.email!, name: account.name });
  return await database.write(async (query) => {
    if ((await holdAccount(query, accountId))?.state !== 'active' || (await passwordOf(query, accountId)) !== held)
      throw refusal('sign-in-refused', {});
    await attemptSucceeded(query, at, knock.now);
    await setPassword(query, { account: accountId, hash, now: knock.now });
    await endSessions(query, accountId);
    return await openSession(query, accountId, { ...knock, how: 'password' });
  });
}

async function hashChecked(password: string, whose: { readonly email: string; readonly name: string }): Promise<string> {
  const reason = passwordProblem(password, whose);
  if (reason !== null) throw refusal('password-weak', { reason });
  return await hashPassword(password);
}
