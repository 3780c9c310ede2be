import { FORMAT, scanStamp } from '#store/kept-scan.ts';
import type { Database } from '#store/database/database.ts';

/** A source as far as it takes to know whether what is in memory still holds. */
export interface SourceHead {
  readonly id: string;
  readonly name: string;
  /** Changes with every scan that is kept; absent while there is none that can be used. */
  readonly scan?: { readonly stamp: string; readonly commits: number; readonly touches: number };
}

/** Heads of the sources that these words name, by id or by name; one statement, whatever their number. */
export async function sourceHeads({ query }: Database, said: readonly string[]): Promise<readonly SourceHead[]> {
  // No text of PostgreSQL's holds this character, so nothing is called so.
  const words = said.filter((word) => !word.includes('\0'));
  if (words.length === 0) return [];
  const rows = await query
    .selectFrom('source')
    .leftJoin('scan', (join) => join.onRef('scan.source_id', '=', 'source.id').on('scan.format', '=', FORMAT))
    .select(['source.id', 'source.name', 'scan.head', 'scan.crc', 'scan.commits', 'scan.touches'])
    .where((where) => where.or([where('source.id', 'in', words), where('source.name', 'in', words)]))
    .orderBy('source.id')
    .execute();
  return rows.map(({ id, name, head, crc, commits, touches }) =>
    head === null ? { id, name } : { id, name, scan: { stamp: scanStamp({ head, crc: crc! }), commits: commits!, touches: touches! } },
  );
}
