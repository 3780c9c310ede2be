import type { FactColumns } from '#core/facts/fact-columns.ts';
import type { Naming } from '#core/facts/told.ts';
import type { FactPackRow } from '#store/connections/connection-rows.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { factsInPack, type HandleWords, PACK_FORMAT, packLines } from './packs/fact-pack.ts';
import { linesOf, readStretch } from './packs/read-stretch.ts';
import { type Stretch, unpackedStretches } from './packs/stretches.ts';

/** Facts that one statement reads from their rows. */
const AT_ONCE = 40_000;

/** All facts of all connections, in no order: from packs, and from rows what stands in none. */
export async function loadFacts(database: Database): Promise<readonly FactColumns[]> {
  return await database.snapshot(async (query) => {
    const words = await wordsOf(query);
    const pieces: FactColumns[] = [];
    const whole: Stretch[] = [];
    for await (const packs of packsIn(query)) {
      const unpacked = await Promise.all(packs.map(async (pack) => ({ pack, facts: await factsInPack(pack, words) })));
      for (const { pack, facts } of unpacked) {
        if (facts === undefined) continue;
        pieces.push(facts);
        whole.push(pack);
      }
    }
    for (const stretch of await unpackedStretches(query, whole, AT_ONCE))
      pieces.push((await factsInPack(packLines(linesOf(await readStretch(query, stretch))), words))!);
    return pieces;
  });
}

/** Some at a time, in their order: all of them at once would be there twice. */
async function* packsIn(query: Writing): AsyncGenerator<readonly FactPackRow[]> {
  const packs = query.selectFrom('fact_pack').selectAll().where('format', '=', PACK_FORMAT).orderBy('first').limit(PACKS_AT_ONCE);
  for (let after = -1; ; ) {
    const rows = await packs.where('first', '>', after).execute();
    yield rows;
    if (rows.length < PACKS_AT_ONCE) return;
    after = rows.at(-1)!.first;
  }
}

const PACKS_AT_ONCE = 8;

/** All that sources say of handles and places beside what happened. */
export async function loadNamings(database: Database): Promise<readonly Naming[]> {
  return await database.snapshot(async (query) => {
    const words = await wordsOf(query);
    const rows = await query.selectFrom('naming').selectAll().orderBy('connection_number').orderBy('told_by').orderBy('key').execute();
    return rows.map(({ handle, place, name, mail, actor, same_as }) => ({
      of: (handle === null ? place : words[handle]) as Naming['of'],
      ...(name === null ? {} : { name }),
      ...(mail === null ? {} : { mail }),
      ...(actor === null ? {} : { actor: actor as NonNullable<Naming['actor']> }),
      ...(same_as === null ? {} : { sameAs: JSON.parse(same_as) as NonNullable<Naming['sameAs']> }),
    }));
  });
}

async function wordsOf(query: Writing): Promise<HandleWords> {
  const words: (string | undefined)[] = [undefined];
  for (const { number, word } of await query.selectFrom('handle').selectAll().execute()) words[number] = word;
  return words;
}
