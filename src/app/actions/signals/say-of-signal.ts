import { randomUUID } from 'node:crypto';
import { refusal } from '#core/terms/refusals.ts';
import type { Database } from '#store/database/database.ts';
import { addSignalWord } from '#store/signals/looks.ts';
import type { SignalWordRow } from '#store/signals/signal-rows.ts';
import { TEAM_SCOPE } from './look-at-signals.ts';

export interface WordSaid extends Pick<SignalWordRow, 'key' | 'said' | 'link'> {
  readonly account: string;
  readonly words: string;
  /** Milliseconds since epoch. */
  readonly now: number;
}

/** Keeps what somebody said of a signal; it says so itself where nobody may, and the door has asked before. */
export async function sayOfSignal(database: Database, { account, now, ...word }: WordSaid): Promise<void> {
  if (word.words.trim() === '' && word.link === null) throw refusal('signal-word-empty', {});
  const row = { id: randomUUID(), scope: TEAM_SCOPE, at: now, by_account: account, ...word, words: word.words.trim() };
  await database.write(async (query) => await addSignalWord(query, row));
}
