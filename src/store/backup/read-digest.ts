import type { Database, Writing } from '#store/database/database.ts';
import { Digest } from './digest.ts';
import type { TableDigest } from './digest.ts';
import { readRows } from './read-rows.ts';
import { rowLine } from './row-line.ts';

/** Counts and checksums of everything, read as it stands in the tables. */
export async function readDigest(query: Writing | Database['query']): Promise<readonly TableDigest[]> {
  const digest = new Digest();
  for await (const { table, row } of readRows(query)) digest.add(table.name, rowLine(row));
  return digest.tables();
}
