import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { NOW, onBothEngines } from '#test/databases/on-both-engines.ts';
import { openDatabase } from './open-database.ts';
import { LATEST, migrate, schemaVersion, stepSum } from './migrate.ts';
import { SCHEMA_STEPS } from './schema-steps.ts';
import { TABLES } from './tables.ts';

const now = () => NOW;

describe('steps of the schema', () => {
  it('are numbered from one on', () => {
    expect(SCHEMA_STEPS.map(({ number }) => number)).toEqual(SCHEMA_STEPS.map((_, i) => i + 1));
  });

  it('are never edited once released: a change is a new step', () => {
    expect(SCHEMA_STEPS.map(stepSum)).toMatchInlineSnapshot(`
      [
        "c9cea43cc6d5926b",
        "2988cd0e8f3f8ac3",
        "9965f60312a6bdfb",
        "e435e8d5aa861c30",
        "3da9cc3acbad688a",
        "7e93d8f77320c3f5",
        "148fca4a1597fa8e",
        "9b926a7309f1f77a",
        "9c88bd944f6da4ea",
        "bda51b784ab5f22f",
        "eb274d69b5be5323",
        "d7a67e25ba6a4012",
        "94b64abbd5f4cf06",
        "893f1575c7b6c733",
        "a34706b58b74765e",
        "e50ed6a7a3fd160b",
        "a7f7c1d39b00e677",
        "2e113f2c459db00d",
      ]
    `);
  });
});

onBothEngines(({ engine, emptyPlace, open }) => {
  it('brings an empty database up to date, once', async () => {
    const database = await open();
    expect(await schemaVersion(database)).toBe(LATEST);
    expect(await migrate(database, { now })).toMatchObject({ before: LATEST, after: LATEST, applied: [] });
    expect(await database.query.selectFrom('schema_step').select(['number', 'applied_at']).execute()).toEqual(
      SCHEMA_STEPS.map(({ number }) => ({ number, applied_at: NOW })),
    );
  });

  it('by any number of processes that start at once', async () => {
    const place = await emptyPlace();
    const opened = await Promise.all(Array.from({ length: 6 }, async () => await open(place)));
    expect(await Promise.all(opened.map(async (one) => await schemaVersion(one)))).toEqual(opened.map(() => LATEST));
  });

  it('knows every table that holds something, so that backups are whole', async () => {
    const database = await open();
    const query =
      engine === 'sqlite'
        ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
        : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
    const { rows } = await query.execute(database.query);
    const stays = ['schema_step', 'database_state', 'fact_pack'];
    expect(rows.map(({ name }) => name).sort()).toEqual([...TABLES.map(({ name }) => name), ...stays].sort());
  });

  it('names the primary key of every table that travels', async () => {
    const database = await open();
    for (const { name, key } of TABLES) {
      const query =
        engine === 'sqlite'
          ? sql<{ name: string }>`select name from pragma_table_info(${name}) where pk > 0 order by pk`
          : sql<{
              name: string;
            }>`select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
              where i.indrelid = ${name}::regclass and i.indisprimary order by array_position(i.indkey::int[], a.attnum::int)`;
      expect((await query.execute(database.query)).rows.map((row) => row.name)).toEqual(key);
    }
  });

  it('leaves alone what a newer Understudy wrote', async () => {
    const place = await emptyPlace();
    const database = await open(place);
    await database.query
      .insertInto('schema_step')
      .values({ number: LATEST + 1, what: 'later', sum: 'x', applied_at: 1 })
      .execute();
    await expect(openDatabase(place, { now })).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('leaves alone what is not ours', async () => {
    const place = await emptyPlace();
    const database = await open(place);
    await database.query.updateTable('schema_step').set({ sum: 'edited' }).where('number', '=', 1).execute();
    await expect(openDatabase(place, { now })).rejects.toMatchObject({ code: 'database-foreign' });
  });

  it('orders text by its bytes, and gives whole numbers and bytes back as they came', async () => {
    const database = await open();
    const addresses = ['/b', '/B', '/ä', '/a b', '/a', '/\u{1F600}', '/Z'];
    const most = Number.MAX_SAFE_INTEGER;
    await database.query
      .insertInto('source')
      .values(
        addresses.map((address, i) => ({
          id: String(i),
          kind: 'folder' as const,
          address,
          name: address,
          credential: i === 0 ? Uint8Array.from([0, 255, 128]) : null,
          private_allowed: 0 as const,
          every_minutes: 1,
          added_at: most,
          scan_due_at: -1,
        })),
      )
      .execute();
    const rows = await database.query.selectFrom('source').selectAll().orderBy('address').execute();
    expect(rows.map(({ address }) => address)).toEqual(addresses.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    expect(rows[0]).toMatchObject({ added_at: most, scan_due_at: -1, credential: null });
    expect([...rows.find(({ id }) => id === '0')!.credential!]).toEqual([0, 255, 128]);
  });

  it('does a write whole or not at all', async () => {
    const database = await open();
    const job = { kind: 'scan', subject: 's', state: 'waiting' as const, due_at: 0, made_at: 0 };
    const rest = { lease: null, lease_until: null, progress: null, outcome: null, ended_at: null };
    const failing = database.write(async (query) => {
      await query
        .insertInto('job')
        .values({ id: '1', ...job, ...rest })
        .execute();
      await query
        .insertInto('job')
        .values({ id: '2', ...job, ...rest })
        .execute();
    });
    await expect(failing).rejects.toThrow(/unique/i);
    expect(await database.query.selectFrom('job').select('id').execute()).toEqual([]);
  });
});
