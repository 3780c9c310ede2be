import { refusal } from '#core/terms/refusals.ts';
import { accountOfEmail, holdAccount } from '#store/accounts/accounts.ts';
import type { Database } from '#store/database/database.ts';
import { passwordOf } from '#store/signing-in/local-passwords.ts';
import { attemptSucceeded, countAttempts } from './count-attempts.ts';
import { openSession } from './open-session.ts';
import type { Knock, OpenedSession } from './open-session.ts';
import { isPassword } from './password-hash.ts';

export interface SignIn extends Knock {
  readonly email: string;
  readonly password: string;
  /** Network address that it comes from. */
  readonly address: string;
}

/**
 * Signs in with a password. Whether there is such an account, whether it is deactivated or has no password at all: the
 * answer is the same sentence after the same time.
 */
export async function signIn(database: Database, { email: typed, password, address, ...knock }: SignIn): Promise<OpenedSession> {
  const email = typed.normalize('NFC').trim().toLowerCase();
  const at = { account: email, address };
  await countAttempts(database, at, knock.now);
  const account = await accountOfEmail(database.query, email);
  const hash = account === undefined ? undefined : await passwordOf(database.query, account.id);
  if (!(await isPassword(password, account?.state === 'active' ? hash : undefined))) throw refusal('sign-in-refused', {});
  return await database.write(async (query) => {
    const held = await holdAccount(query, account!.id);
    if (held?.state !== 'active' || (await passwordOf(query, held.id)) !== hash) throw refusal('sign-in-refused', {});
    await attemptSucceeded(query, at, knock.now);
    return await openSession(query, held.id, { ...knock, how: 'password' });
  });
}
