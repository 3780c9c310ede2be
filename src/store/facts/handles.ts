import { sql } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import { nextNumber } from '#store/connections/next-number.ts';
import { marksIn } from '#store/privacy/marks.ts';

/** A word whose person was erased: nothing about them is kept again. */
export const NOBODY = -1;
/** Which number stands for which word, as far as this process has met them. One for each piece of work: words can be taken away. */
export class Handles {
  readonly #database: Database;
  readonly #numbers = new Map<string, number>();
  readonly #gone = new Set<number>([NOBODY]);

  constructor(database: Database) {
    this.#database = database;
  }

  /** Known after `learn`. */
  numberOf(word: string): number {
    return this.#numbers.get(word)!;
  }

  /** Whether it stands for somebody who is forgotten: no word of theirs may be kept beside it. */
  isGone(number: number): boolean {
    return this.#gone.has(number);
  }

  /** Finds the numbers of these words; new words get one, unless they mean somebody who is forgotten. */
  async learn(words: Iterable<string>): Promise<void> {
    const missing = [...new Set(words)].filter((word) => !this.#numbers.has(word)).toSorted();
    if (missing.length === 0) return;
    await this.#find(this.#database.query, missing);
    const fresh = missing.filter((word) => !this.#numbers.has(word));
    if (fresh.length > 0) await this.#database.write(async (query) => await this.#add(query, fresh));
  }

  async #find(query: Database['query'], words: readonly string[]): Promise<void> {
    const wanted = this.#database.dialect.rowsOf(JSON.stringify(words.map((word) => [word])), [['wanted', 'text']]);
    const { rows } = await sql<{ number: number; word: string }>`
      select handle.number, handle.word from ${wanted} as words join handle on handle.word = words.wanted`.execute(query);
    for (const { number, word } of rows) this.#numbers.set(word, number);
  }

  async #add(query: Writing, words: readonly string[]): Promise<void> {
    const known = await withoutForgotten(query, words);
    for (const [word, number] of known.gone) {
      this.#numbers.set(word, number);
      this.#gone.add(number);
    }
    if (known.rest.length === 0) return;
    const first = await nextNumber(query, 'handle', known.rest.length);
    const lines = known.rest.map((word, place) => [first + place, word]);
    const rows = this.#database.dialect.rowsOf(JSON.stringify(lines), [
      ['number', 'integer'],
      ['word', 'text'],
    ]);
    await sql`insert into handle (number, word) select number, word from ${rows} as fresh where true on conflict do nothing`.execute(query);
    // Somebody else may have been first; what stands there now is what holds.
    await this.#find(query, known.rest);
  }
}

interface Sifted {
  readonly gone: ReadonlyMap<string, number>;
  readonly rest: readonly string[];
}

/** Whoever was erased stays nobody; whoever left stays the pseudonym that they have. */
async function withoutForgotten(query: Writing, words: readonly string[]): Promise<Sifted> {
  const list = await query.selectFrom('forgotten').selectAll().execute();
  const mark = list.length === 0 ? undefined : await marksIn(query);
  if (mark === undefined) return { gone: new Map(), rest: words };
  const forgotten = new Map(list.map((row) => [row.mark, row]));
  const gone = new Map<string, number>();
  for (const word of words) {
    const one = forgotten.get(mark(word)) ?? forgotten.get(mark(word.replace(/^mail:/, '')));
    if (one !== undefined) gone.set(word, one.how === 'erased' ? NOBODY : await pseudonymNumber(query, one.pseudonym));
  }
  return { gone, rest: words.filter((word) => !gone.has(word)) };
}

/** The handle that stands for somebody who left. */
export async function pseudonymNumber(query: Writing, pseudonym: string): Promise<number> {
  const word = `left:${pseudonym}`;
  const known = await query.selectFrom('handle').select('number').where('word', '=', word).executeTakeFirst();
  if (known !== undefined) return known.number;
  const number = await nextNumber(query, 'handle');
  await query.insertInto('handle').values({ number, word }).execute();
  return number;
}
