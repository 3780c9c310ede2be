import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { DatabaseConnection, Dialect, SqliteDatabase, SqliteStatement, TransactionSettings } from 'kysely';

/** The team's database in a data folder. Unlike the ledger beside it, it holds what people typed and is never put aside. */
const FILE = 'team.sqlite';
/** Another connection may be writing; we wait this long (milliseconds). */
const PATIENCE = 20_000;
/** SQLite itself waits no longer than this at a time: it waits with the whole thread, and we without. */
const BUSY = 20;
const SQLITE_BUSY = 5;

export function sqliteDialect(folder: string, readOnly = false): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () =>
      new NodeSqliteDriver({ database: async () => watched(folder, readOnly, readOnly ? openedToRead(folder) : await opened(folder)) }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
  };
}

export function sqlitePath(folder: string): string {
  return join(folder, FILE);
}

/** Who writes takes the write lock with the first word: a reader that turns into a writer could only fail. */
class NodeSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = CompiledQuery.raw(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate');
    await whenFree(async () => await connection.executeQuery(begin));
  }
}

/** `full`: what somebody typed and saw accepted survives a power cut. */
async function opened(folder: string): Promise<DatabaseSync> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(sqlitePath(folder), { enableForeignKeyConstraints: true, timeout: BUSY });
  try {
    await whenFree(async () => database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536;'));
    return database;
  } catch (problem) {
    database.close();
    throw problem;
  }
}

/** Cannot write, whatever it is told to. */
function openedToRead(folder: string): DatabaseSync {
  return new DatabaseSync(sqlitePath(folder), { readOnly: true, timeout: BUSY });
}

/** Tries again while somebody else writes; what else runs in this thread goes on meanwhile, perhaps that very writer. */
async function whenFree<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let waited = 0, pause = 1; ; waited += pause + BUSY, pause = Math.min(50, pause * 2)) {
    try {
      return await work();
    } catch (problem) {
      const code = (problem as { readonly errcode?: number }).errcode ?? 0;
      if ((code & 0xff) !== SQLITE_BUSY || waited > PATIENCE) throw problem;
    }
    await sleep(pause);
  }
}

/**
 * A file that somebody removes or replaces goes on living for whoever holds it open: what was written there would be
 * accepted and lost. So each statement looks whether the file still is the one that was opened. While it is gone nothing is
 * done; when one is there again, it is opened.
 */
function watched(folder: string, readOnly: boolean, first: DatabaseSync): SqliteDatabase {
  let [database, file] = [first, fileIn(folder)];
  const current = (text: string): DatabaseSync => {
    const found = fileIn(folder);
    if (found === file && found !== undefined) return database;
    if (database.isTransaction && !/^commit/i.test(text)) return database;
    if (database.isTransaction || found === undefined) throw new DatabaseFileGone();
    database.close();
    [database, file] = [readOnly ? openedToRead(folder) : reopened(folder), found];
    return database;
  };
  return { close: () => database.close(), prepare: (text) => asStatement(current(text), text) };
}

class DatabaseFileGone extends Error {
  readonly code = 'database-file-gone';

  constructor() {
    super('the file of the database is gone');
    this.name = 'DatabaseFileGone';
  }
}

function fileIn(folder: string): string | undefined {
  const found = statSync(sqlitePath(folder), { throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev} ${found.ino}`;
}

function reopened(folder: string): DatabaseSync {
  const database = new DatabaseSync(sqlitePath(folder), { enableForeignKeyConstraints: true, timeout: BUSY });
  database.exec('pragma synchronous = full; pragma cache_size = -65536;');
  return database;
}

function asStatement(database: DatabaseSync, text: string): SqliteStatement {
  const statement = database.prepare(text);
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters.map(asInput);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<Record<string, SQLOutputValue>>,
  };
}

function asInput(value: unknown): SQLInputValue {
  return (value ?? null) as SQLInputValue;
}
