import type { Database } from '#store/database/database.ts';
import { unpacked } from './deliveries.ts';

const PAGE = 200;

/** What came, was told and holds one of these words is no longer kept as it came. What is still to be told is looked at then. */
export async function forgetInDeliveries(database: Database, words: readonly string[]): Promise<void> {
  const meant = meaning(words);
  if (meant === undefined) return;
  for (let after = 0; ; ) {
    const rows = await database.query
      .selectFrom('delivery')
      .select(['number', 'body', 'headers'])
      .where('number', '>', after)
      .where('body', 'is not', null)
      .where('state', 'not in', ['waiting', 'again'])
      .orderBy('number')
      .limit(PAGE)
      .execute();
    const holding = rows.filter(({ body, headers }) => meant.test(headers) || meant.test(new TextDecoder().decode(unpacked(body!))));
    const numbers = holding.map(({ number }) => number);
    if (numbers.length > 0)
      await database.write(
        async (query) => await query.updateTable('delivery').set({ body: null, headers: '{}' }).where('number', 'in', numbers).execute(),
      );
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.number;
  }
}

/** Shorter words would be found in everything. */
const SHORTEST = 2;

/** A word as a source writes it, whole: `forge:ada` is `ada`, and not part of `canada`. */
function meaning(words: readonly string[]): RegExp | undefined {
  const plain = words.map((word) => word.replace(/^[a-z][\w.-]*:/, '')).filter((word) => word.length >= SHORTEST);
  if (plain.length === 0) return undefined;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}_-])(?:${[...new Set(plain)].map((word) => escaped(word)).join('|')})(?![\p{L}\p{N}_-])`,
    'iu',
  );
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
