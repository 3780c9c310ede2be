import { NOTED_EVERY } from '#core/accounts/session-end.ts';
import { secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database } from '#store/database/database.ts';
import { noteToken } from '#store/signing-in/api-tokens.ts';
import * as sessions from '#store/signing-in/sessions.ts';

/** Ends the session that this secret opened, if any. */
export async function signOut(database: Database, secret: string): Promise<void> {
  await database.write(async (query) => await sessions.endSessionOf(query, secretDigest(secret)));
}

/** Ends one of one's own sessions. False: it is not there. */
export async function endOwnSession(database: Database, accountId: string, sessionId: string): Promise<boolean> {
  return await database.write(async (query) => await sessions.endSession(query, accountId, sessionId));
}

interface OwnSession {
  readonly accountId: string;
  /** Of the session through which it is asked. */
  readonly throughId: string;
}

/** Ends all of one's own sessions but for the one that asks for it. */
export async function endOtherSessions(database: Database, { accountId, throughId }: OwnSession): Promise<void> {
  await database.write(async (query) => await sessions.endSessions(query, accountId, throughId));
}

interface Use {
  readonly how: 'session' | 'token';
  readonly throughId: string;
  readonly notedAt: number;
}

const SECOND = 1000;

/** Writes down that a session or token is used, once a minute at most: called by the door after it knows the caller. */
export async function noteUse(database: Database, { how, throughId, notedAt }: Use, now: number): Promise<void> {
  if (now - notedAt < NOTED_EVERY * SECOND) return;
  const note = how === 'session' ? sessions.noteSession : noteToken;
  await database.write(async (query) => await note(query, throughId, now));
}
