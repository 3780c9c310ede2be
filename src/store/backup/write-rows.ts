import { sql } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import { refusal } from '#core/terms/refusals.ts';
import { shownPlace } from '#store/database/database.ts';
import { schemaVersion } from '#store/database/migrate.ts';
import { TABLES } from '#store/database/tables.ts';
import type { TravellingTable } from '#store/database/tables.ts';
import { Digest } from './digest.ts';
import type { TableDigest } from './digest.ts';
import type { TableRow } from './read-rows.ts';
import { rowLine } from './row-line.ts';
import type { Row } from './row-line.ts';

/** Puts rows into empty tables, a page at a time, and says what arrived. */
export async function writeRows(query: Writing, rows: AsyncIterable<TableRow>): Promise<readonly TableDigest[]> {
  const digest = new Digest();
  let page: Row[] = [];
  let current: TravellingTable | undefined;
  const flush = async (): Promise<void> => {
    if (current !== undefined && page.length > 0) await insert(query, current, page);
    page = [];
  };
  for await (const { table, row } of rows) {
    if (table !== current || page.length === table.page) await flush();
    current = table;
    page.push(row);
    digest.add(table.name, rowLine(row));
  }
  await flush();
  return digest.tables();
}

async function insert(query: Writing, table: TravellingTable, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(rows[0]!);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const values = sql.join(rows.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`));
  await sql`insert into ${sql.table(table.name)} (${columns}) values ${values}`.execute(query);
}

/** Nothing is ever written over: rows are only put where there are none. */
export async function refuseFull(database: Database): Promise<void> {
  if ((await schemaVersion(database)) === 0) return;
  for (const { name } of TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(database.query);
    if (rows.length > 0) throw refusal('database-not-empty', { place: shownPlace(database.place) });
  }
}
