import type { Writing } from '#store/database/database.ts';
import { newSecret, secretDigest } from '#store/accounts/secret-digest.ts';
import type { SessionRow } from '#store/schema/account-rows.ts';
import { addSession, clearSessions, endSessionOf } from '#store/signing-in/sessions.ts';
import { IDLE, LONGEST_SESSION } from '#core/accounts/session-end.ts';

/** Whoever knocks, as a door hears them. */
export interface Knock {
  /** What the browser says of itself. */
  readonly browser: string;
  /** The cookie that came along, if any: what it opened ends now, so that nobody can plant a session on somebody else. */
  readonly formerSecret?: string | undefined;
  /** Milliseconds since epoch. */
  readonly now: number;
}

export interface OpenedSession {
  readonly accountId: string;
  readonly sessionId: string;
  /** Goes into the cookie, and is kept nowhere. */
  readonly secret: string;
}

const LONGEST_BROWSER = 120;
const SECOND = 1000;

/** A new session with a new secret, in the transaction that found out who it is. */
export async function openSession(
  query: Writing,
  account: string,
  { how, browser, formerSecret, now }: Knock & Pick<SessionRow, 'how'>,
): Promise<OpenedSession> {
  if (formerSecret !== undefined) await endSessionOf(query, secretDigest(formerSecret));
  await clearSessions(query, { madeBefore: now - LONGEST_SESSION * SECOND, seenBefore: now - IDLE * SECOND });
  const secret = newSecret();
  const hash = secretDigest(secret);
  const sessionId = await addSession(query, { hash, account, how, browser: browser.slice(0, LONGEST_BROWSER), now });
  return { accountId: account, sessionId, secret };
}
