import { sql } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import { TABLES } from '#store/database/tables.ts';
import type { TravellingTable } from '#store/database/tables.ts';
import type { Row } from './row-line.ts';

export interface TableRow {
  readonly table: TravellingTable;
  readonly row: Row;
}

/** Every row of every table in order of keys, a page at a time. Inside of one transaction all are of one moment. */
export async function* readRows(query: Writing | Database['query']): AsyncGenerator<TableRow> {
  for (const table of TABLES) for await (const row of rowsOf(table, query)) yield { table, row };
}

async function* rowsOf(table: TravellingTable, query: Writing | Database['query']): AsyncGenerator<Row> {
  const key = sql.join(table.key.map((name) => sql.ref(name)));
  for (let last: Row | undefined; ; ) {
    const after = last === undefined ? sql`` : sql`where (${key}) > (${sql.join(table.key.map((name) => last![name]))})`;
    const { rows } = await sql<Row>`select * from ${sql.table(table.name)} ${after} order by ${key} limit ${table.page}`.execute(query);
    yield* rows;
    if (rows.length < table.page) return;
    last = rows.at(-1);
  }
}
