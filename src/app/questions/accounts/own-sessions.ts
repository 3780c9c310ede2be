import type { KnownCaller } from './caller.ts';
import { sessionEnd } from '#core/accounts/session-end.ts';
import type { Database } from '#store/database/database.ts';
import type { SessionRow } from '#store/schema/account-rows.ts';
import { sessionsOf } from '#store/signing-in/sessions.ts';

export interface OwnSession extends Pick<SessionRow, 'id' | 'how' | 'browser'> {
  /** Milliseconds since epoch, as the next one. */
  readonly madeAt: number;
  readonly seenAt: number;
  /** The one that asks. */
  readonly isThis: boolean;
}

const SECOND = 1000;

/** Where one is signed in, newest first; those that are over are not told. */
export async function ownSessions({ query }: Database, caller: KnownCaller, now: number): Promise<readonly OwnSession[]> {
  const open = (await sessionsOf(query, caller.accountId)).filter(
    ({ made_at, seen_at }) => sessionEnd({ madeAt: made_at / SECOND, seenAt: seen_at / SECOND }) * SECOND > now,
  );
  return open.map(({ id, how, browser, made_at, seen_at }) => ({
    id,
    how,
    browser,
    madeAt: made_at,
    seenAt: seen_at,
    isThis: id === caller.throughId,
  }));
}
