import type { JoinWord } from '#core/joins/join-words.ts';
import { refusal } from '#core/terms/refusals.ts';
import { addJoinWord } from '#store/people/join-words.ts';
import type { Database } from '#store/database/database.ts';

export interface JoinSaying extends Omit<JoinWord, 'at'> {
  /** Null for whoever opened the database by hand. */
  readonly by: string | null;
  /** Milliseconds since epoch. */
  readonly now: number;
}

const LONGEST = 600;

/** Keeps what somebody says of a join; the next scene is built with it. */
export async function sayOfJoin(database: Database, { kind, from, to, says, by, now }: JoinSaying): Promise<void> {
  for (const word of [from, to])
    if (word.trim() === '' || word.length > LONGEST || /\p{Cc}/u.test(word))
      throw refusal('claim-word', { reason: `a name takes 1 to ${LONGEST} signs, none of them a control character` });
  await database.write(async (query) => await addJoinWord(query, { kind, joined: from, meant: to, says, by_account: by, said_at: now }));
}
