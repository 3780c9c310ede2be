import { refusal } from '#core/terms/refusals.ts';
import type { Database } from '#store/database/database.ts';
import { LATEST, migrate } from '#store/database/migrate.ts';
import { sameDigest } from './digest.ts';
import type { TableDigest } from './digest.ts';
import { readBackup } from './read-backup.ts';
import { refuseFull, writeRows } from './write-rows.ts';

export interface Restored {
  readonly madeAt: number;
  readonly tables: readonly TableDigest[];
}

/**
 * Puts a backup into an empty database of either engine, whole or not at all; an older one is then brought up to date.
 * What arrived is held against the checksums of the file before anything is kept.
 */
export async function restore(database: Database, file: string, now: () => number): Promise<Restored> {
  await refuseFull(database);
  const { header, rows, end } = await readBackup(file);
  const { after } = await migrate(database, { now, to: header.schema });
  if (after > header.schema) throw refusal('backup-older', { schema: String(header.schema), found: String(after) });
  const work = database.write(async (query) => {
    const arrived = await writeRows(query, rows);
    if (!sameDigest(arrived, end())) throw refusal('backup-broken', { file, reason: 'its rows are not those that were written' });
    return arrived;
  });
  const tables = await work.catch((problem: unknown) => {
    throw doesNotFit(problem) ? refusal('backup-broken', { file, reason: 'its rows do not fit together' }) : problem;
  });
  await migrate(database, { now, to: LATEST });
  return { madeAt: header.madeAt, tables };
}

/** A row that the schema does not take: of SQLite the primary code, of PostgreSQL the class of the code. */
function doesNotFit(problem: unknown): boolean {
  const { errcode, code } = problem as { readonly errcode?: number; readonly code?: string };
  return SQLITE_UNFIT.has((errcode ?? 0) & 0xff) || POSTGRES_UNFIT.test(code ?? '');
}

/** Error in the statement (an unknown column), constraint, mismatch of types. */
const SQLITE_UNFIT = new Set([1, 19, 20]);
/** Data exception, integrity constraint, syntax or name. */
const POSTGRES_UNFIT = /^(?:22|23|42)...$/;
