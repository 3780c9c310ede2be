import { refusal } from '#core/terms/refusals.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { findingsAbout, keepFindingWord, showFindingFrom } from '#store/privacy/findings.ts';
import { marksOf } from '#store/privacy/marks.ts';

/** Whoever looks at a finding about themself. */
export interface Subject {
  readonly account: string;
  /** Addresses that this account has shown to be its own. */
  readonly ownWords: readonly string[];
  readonly finding: string;
  readonly now: number;
}

/** Lets others see a finding from now on instead of after three days. Doing it again changes nothing. */
export async function letFindingGo(database: Database, subject: Subject): Promise<void> {
  await asSubject(database, subject, async (query) => {
    const { finding, account, now } = subject;
    await keepFindingWord(query, { finding_id: finding, by_account: account, kind: 'let go', said: '', at: now });
    await showFindingFrom(query, finding, now);
  });
}

/** Writes a note that stands with the finding wherever it is shown; an empty one takes it back. */
export async function noteFinding(database: Database, subject: Subject & { readonly text: string }): Promise<void> {
  const { finding, account, now, text } = subject;
  await asSubject(
    database,
    subject,
    async (query) => await keepFindingWord(query, { finding_id: finding, by_account: account, kind: 'note', said: text.trim(), at: now }),
  );
}

async function asSubject(database: Database, { ownWords, finding }: Subject, act: (query: Writing) => Promise<void>): Promise<void> {
  const marks = ownWords.map(await marksOf(database));
  await database.write(async (query) => {
    const mine = await findingsAbout(query, marks);
    if (!mine.some(({ id }) => id === finding)) throw refusal('finding-unknown', {});
    await act(query);
  });
}
