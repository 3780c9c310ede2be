import { failuresNow, FORGOTTEN, lockOut, TRIED } from '#core/accounts/lock-out.ts';
import type { Tried } from '#core/accounts/lock-out.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { attemptMark, clearAttempts, countAttempt, forgetAttempts, holdAttempts, uncountAttempt } from '#store/signing-in/attempts.ts';

/** Where somebody tries to get in, and from where: an e-mail address as typed, and a network address. */
export type AttemptAt = Readonly<Record<Tried, string>>;

const SECOND = 1000;

/**
 * Counts an attempt as failed before it is heard, so that many at once gain nothing; refuses it while it has to wait. All
 * servers count in one place.
 */
export async function countAttempts(database: Database, at: AttemptAt, now: number): Promise<void> {
  await database.write(async (query) => {
    for (const tried of TRIED) await count(query, { tried, mark: attemptMark(tried, at[tried]), now });
  });
}

interface Counting {
  readonly tried: Tried;
  readonly mark: string;
  readonly now: number;
}

async function count(query: Writing, { tried, mark, now }: Counting): Promise<void> {
  const { failures, last_at, locked_until } = await holdAttempts(query, mark);
  if (locked_until > now) throw refusal('sign-in-waits', { seconds: String(Math.ceil((locked_until - now) / SECOND)) });
  const more = failuresNow(failures, last_at / SECOND, now / SECOND) + 1;
  await countAttempt(query, { mark, failures: more, last_at: now, locked_until: now + lockOut(more, tried) * SECOND });
}

/** It was no failure: the account is free again, and the network address has one failure less. */
export async function attemptSucceeded(query: Writing, { account, address }: AttemptAt, now: number): Promise<void> {
  await forgetAttempts(query, attemptMark('account', account));
  await uncountAttempt(query, attemptMark('address', address));
  await clearAttempts(query, now - FORGOTTEN * SECOND);
}
