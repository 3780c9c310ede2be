import { type Expression, type SqlBool } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import { nextNumber } from '#store/connections/next-number.ts';
import { linesOf, readStretch } from './read-stretch.ts';
import { type FactLine, PACK_FORMAT, packLines } from './fact-pack.ts';
import { type Stretch, unpackedStretches } from './stretches.ts';

/** Fewer facts are read as quickly row by row. */
const LEAST = 5000;
const MOST = 40_000;

/**
 * Nobody else keeps, changes or packs facts until this transaction ends: what a pack holds is what stands in the rows. Comes before any row of
 * facts is touched, and before a number for a handle is asked for.
 */
export async function holdFacts(query: Writing): Promise<void> {
  await query
    .insertInto('counter')
    .values({ what: 'keeping', next: 1 })
    .onConflict((conflict) => conflict.column('what').doUpdateSet((built) => ({ next: built.ref('counter.next') })))
    .execute();
}

/** The same for whatever facts these are, before they change. */
export async function dropPacksOf(query: Writing, which: Expression<SqlBool>): Promise<void> {
  const rows = await query.selectFrom('fact').select('kept').distinct().where(which).execute();
  await dropPacks(
    query,
    rows.map(({ kept }) => kept),
  );
}

/** Facts of these numbers have changed or are gone, and so are the packs that hold them. After `holdFacts`, in its transaction. */
export async function dropPacks(query: Writing, kept: Iterable<number>): Promise<void> {
  const packs = await query.selectFrom('fact_pack').select(['first', 'last']).orderBy('first').execute();
  const touched = new Set<number>();
  const changed = new Set(kept);
  // Whoever has counted facts sees by this number that there are others now.
  if (changed.size > 0) await nextNumber(query, 'keeping');
  for (const number of changed) {
    const pack = packs[packs.findLastIndex(({ first }) => first <= number)];
    if (pack !== undefined && number <= pack.last) touched.add(pack.first);
  }
  for (const first of touched) await query.deleteFrom('fact_pack').where('first', '=', first).execute();
}

/** What one transaction kept is packed with it where all of it was new: then nothing has to be read again. */
export async function packFresh(query: Writing, kept: number, lines: readonly FactLine[]): Promise<void> {
  if (lines.length >= LEAST) await addPack(query, { first: kept, last: kept }, lines);
}

async function addPack(query: Writing, { first, last }: Stretch, lines: readonly FactLine[]): Promise<void> {
  await query
    .insertInto('fact_pack')
    .values({ first, last, format: PACK_FORMAT, ...packLines(lines) })
    .execute();
}

/**
 * Packs what stands only in rows, a stretch in each transaction, until few facts are left. Everything can be packed again from the rows: packs
 * travel in no backup, and whoever changes facts drops those that hold them.
 */
export async function packFacts(database: Database): Promise<void> {
  while (await database.write(packStretch));
}

/** Whether there was anything to pack. */
async function packStretch(query: Writing): Promise<boolean> {
  await holdFacts(query);
  await query.deleteFrom('fact_pack').where('format', '<>', PACK_FORMAT).execute();
  const packs = await query.selectFrom('fact_pack').select(['first', 'last']).orderBy('first').execute();
  const stretch = (await unpackedStretches(query, packs, MOST)).find(({ facts }) => facts >= LEAST);
  if (stretch !== undefined) await addPack(query, stretch, linesOf(await readStretch(query, stretch)));
  return stretch !== undefined;
}
