import { zstdDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { endBeyond, forgetBeyond } from '#app/actions/privacy/forget-beyond.ts';
import type { Fact } from '#core/facts/fact.ts';
import { removeConnection } from '#store/connections/connections.ts';
import { forgetTold } from '#store/connections/open-deliveries.ts';
import type { Database } from '#store/database/database.ts';
import { migrate } from '#store/database/migrate.ts';
import { openDatabase } from '#store/database/open-database.ts';
import { packFacts } from '#store/facts/packs/packs.ts';
import { forgetMarks } from '#store/privacy/forgotten.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { connectionOf, factsInTime, keptOf } from './fill-connections.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const AT = 1_790_000_000;
const MANY = 6000;
/** The last step of the schema that knows of no packs. */
const BEFORE_PACKS = 16;

/** Something of every column, by forty people; every third one names Eve in its detail. */
function manyFacts(from: number, count = MANY): readonly Fact[] {
  return Array.from({ length: count }, (_, i): Fact => {
    const n = from + i;
    const common = { at: AT + n, actor: `forge:p${n % 40}`, item: `forge.example/shop#${n >> 3}` } as const;
    if (n % 3 === 0)
      return { kind: 'asked', reference: `asked:${n}`, ...common, detail: { mentions: ['mail:eve@example.org', 'forge:bo'] } };
    if (n % 3 === 1) return { kind: 'focus', reference: `focus:${n}`, ...common, until: AT + n + 60 };
    return {
      kind: 'reviewed',
      reference: `reviewed:${n}`,
      ...common,
      ...(n % 2 === 0 ? { other: 'mail:eve@example.org' } : {}),
      place: 'repository:forge.example/shop',
      path: 'src/ä, "b".ts',
      size: n % 5,
      detail: { state: 'approved', bodyLength: n % 7 },
    };
  });
}

onBothEngines(({ emptyPlace, open }) => {
  it('gives the same from packs, from rows, and from a pack whose bytes have changed', async () => {
    const database = await open();
    const { number } = await connectionOf(database, 'one');
    await keptOf(database, number, { facts: manyFacts(0), namings: [] });
    await keptOf(database, number, { facts: manyFacts(MANY, 9), namings: [] });
    await keptOf(database, number, { facts: manyFacts(0), namings: [] });
    expect(await packed(database)).toEqual([MANY]);
    expect(await factsInTime(database)).toEqual(manyFacts(0, MANY + 9));
    await database.query.updateTable('fact_pack').set({ crc: 1 }).execute();
    expect(await factsInTime(database)).toEqual(manyFacts(0, MANY + 9));
    await sameFromRows(database);
  });

  it('packs what came bit by bit, once there is enough of it, and what another version packed', async () => {
    const database = await open();
    const { number } = await connectionOf(database, 'one');
    for (let from = 0; from < MANY; from += 1500) {
      await keptOf(database, number, { facts: manyFacts(from, 1500), namings: [] });
      if (from === 0) await packFacts(database);
    }
    expect(await packed(database)).toEqual([]);
    await packFacts(database);
    expect(await packed(database)).toEqual([MANY]);
    await database.query
      .updateTable('fact_pack')
      .set({ format: 999, bytes: Uint8Array.of(1) })
      .execute();
    expect(await factsInTime(database)).toEqual(manyFacts(0));
    await packFacts(database);
    expect(await packed(database)).toEqual([MANY]);
    await sameFromRows(database);
  });

  it('keeps nothing of whoever is erased, of what a term ended, of what is told anew, and of a connection that is gone', async () => {
    const database = await open();
    const [one, other] = [await connectionOf(database, 'one'), await connectionOf(database, 'other')];
    await keptOf(database, one.number, { facts: manyFacts(0), namings: [] });
    await keptOf(database, other.number, { facts: manyFacts(MANY), namings: [] });
    expect(await wordsPacked(database)).toMatch(/eve@example/);
    const mark = await marksOf(database);
    await database.write(
      async (query) => await forgetMarks(query, { marks: [mark('eve@example.org')], how: 'erased', pseudonym: '', now: NOW }),
    );
    await forgetBeyond(database, NOW);
    await sameFromRows(database);
    await packFacts(database);
    expect(await packed(database)).toEqual([MANY * 2]);
    // A mark is random and may hold any three letters.
    expect(await wordsPacked(database)).not.toMatch(/eve@|:eve\b/);

    const terms = { events: 400, messages: 90, evidence: 730, leavers: 30, log: 730 };
    await endBeyond(database, terms, (AT + MANY / 2 + 90 * 86_400) * 1000);
    expect((await factsInTime(database)).find(({ kind }) => kind === 'asked')!.at).toBe(AT + MANY / 2);
    await sameFromRows(database);

    await packFacts(database);
    await database.write(async (query) => await forgetTold(query, one.number, [1]));
    expect((await factsInTime(database))[0]!.at).toBe(AT + MANY);
    await packFacts(database);
    await removeConnection(database, other);
    expect(await factsInTime(database)).toEqual([]);
    expect(await packed(database)).toEqual([]);
  });

  it('packs facts that are older than packs, after the step that numbers them', async () => {
    const place = await emptyPlace();
    const old = await openDatabase(place, { now: () => NOW, schema: 'as it is' });
    await migrate(old, { now: () => NOW, to: BEFORE_PACKS });
    const { number } = await connectionOf(old, 'one');
    const lines = Array.from({ length: MANY }, (_, i) => [`reviewed:${i}`, AT + i]);
    const rows = old.dialect.rowsOf(JSON.stringify(lines), [
      ['reference', 'text'],
      ['at', 'integer'],
    ]);
    await sql`insert into fact (connection_number, reference, kind, at, told_by)
      select ${sql.lit(number)}, reference, 'reviewed', at, 1 from ${rows} as told`.execute(old.query);
    await migrate(old, { now: () => NOW });
    await old.close();
    const database = await open(place);
    await packFacts(database);
    expect(await packed(database)).toEqual([MANY]);
    await keptOf(database, number, { facts: manyFacts(MANY), namings: [] });
    expect(await packed(database)).toEqual([MANY, MANY]);
    expect((await factsInTime(database)).map(({ at }) => at)).toEqual(Array.from({ length: 2 * MANY }, (_, i) => AT + i));
  });

  it('packs what is there while others keep and forget', async () => {
    const place = await open();
    const { number } = await connectionOf(place, 'one');
    const mark = await marksOf(place);
    await keptOf(place, number, { facts: manyFacts(0), namings: [] });
    await place.query.deleteFrom('fact_pack').execute();
    await place.write(async (query) => await forgetMarks(query, { marks: [mark('forge:p7')], how: 'erased', pseudonym: '', now: NOW }));
    await Promise.all([
      packFacts(place),
      forgetBeyond(place, NOW),
      keptOf(place, number, { facts: manyFacts(MANY), namings: [] }),
      packFacts(place),
    ]);
    expect((await factsInTime(place)).map(({ actor }) => actor)).not.toContain('forge:p7');
    await sameFromRows(place);
  });
});

/** How many facts are in each pack. */
async function packed({ query }: Database): Promise<readonly number[]> {
  return (await query.selectFrom('fact_pack').select('facts').orderBy('first').execute()).map(({ facts }) => facts);
}

async function wordsPacked({ query }: Database): Promise<string> {
  const packs = await query.selectFrom('fact_pack').select('bytes').execute();
  return packs.map(({ bytes }) => zstdDecompressSync(bytes).toString()).join('\n');
}

async function sameFromRows(database: Database): Promise<void> {
  const before = await factsInTime(database);
  await database.query.deleteFrom('fact_pack').execute();
  expect(await factsInTime(database)).toEqual(before);
}
