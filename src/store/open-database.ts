import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { refusal } from '#core/terms/refusals.ts';
import { MIGRATIONS } from './migrations.ts';

const FILE = 'understudy.sqlite';
/** Two scans may end at once; the second waits this long (milliseconds). */
const BUSY = 10_000;

/**
 * The database of a data folder. Everything in it can be computed anew, so a damaged one is put aside and started
 * afresh, whenever the damage shows; `rebuilt` then tells. Problems that the caller can fix are refusals.
 */
export class DataFolder {
  rebuilt = false;
  readonly #folder: string;
  #database: DatabaseSync;

  constructor(folder: string) {
    this.#folder = folder;
    this.#database = this.#opened();
  }

  /** What `work` finds; nothing where the database turns out to be damaged. */
  read<T>(work: (database: DatabaseSync) => T): T | undefined {
    try {
      return work(this.#database);
    } catch (error) {
      if (!isDamage(error)) throw dataRefusal(error, this.#folder);
      this.#startAfresh();
      return undefined;
    }
  }

  /** Does `work` whole or not at all. */
  write(work: (database: DatabaseSync) => void): void {
    try {
      inTransaction(this.#database, () => work(this.#database));
    } catch (error) {
      if (!isDamage(error)) throw dataRefusal(error, this.#folder);
      this.#startAfresh();
      inTransaction(this.#database, () => work(this.#database));
    }
  }

  close(): void {
    this.#database.close();
  }

  #opened(): DatabaseSync {
    const path = join(this.#folder, FILE);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      try {
        return prepared(path);
      } catch (error) {
        if (!isDamage(error)) throw error;
        putAside(path);
        this.rebuilt = true;
        return prepared(path);
      }
    } catch (error) {
      throw dataRefusal(error, this.#folder);
    }
  }

  #startAfresh(): void {
    this.#database.close();
    putAside(join(this.#folder, FILE));
    this.rebuilt = true;
    this.#database = this.#opened();
  }
}

function prepared(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY });
  try {
    // Off for whoever makes it: what a power cut leaves half made is damaged, noticed, and made again.
    database.exec('pragma synchronous = off; pragma journal_mode = wal;');
    const made = migrate(database);
    // Normal for everybody after: a power cut may lose the last scan, never the file, and a scan can be read again.
    if (!made) database.exec('pragma synchronous = normal;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A later Understudy has changed the schema; what it keeps is left alone. */
class NewerSchema extends Error {}

/** True where there was nothing yet. */
function migrate(database: DatabaseSync): boolean {
  const found = versionOf(database);
  if (found > MIGRATIONS.length) throw new NewerSchema();
  if (found === MIGRATIONS.length) return false;
  inTransaction(database, () => {
    const version = versionOf(database);
    for (const { number, sql } of MIGRATIONS) if (number > version) database.exec(sql);
    database.exec(`pragma user_version = ${MIGRATIONS.length}`);
  });
  return found === 0;
}

function versionOf(database: DatabaseSync): number {
  return (database.prepare('pragma user_version').get() as { user_version: number }).user_version;
}

/** All or nothing. */
function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('begin immediate');
  try {
    work();
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

const SQLITE_ERROR = 1;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** SQLite's primary result code, or 0. */
function codeOf(error: unknown): number {
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}

function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  // A changed byte in the schema itself reads as tables or columns that we never made.
  return (
    code === SQLITE_CORRUPT ||
    code === SQLITE_NOTADB ||
    (code === SQLITE_ERROR && /no column named|no such (?:table|column)/.test(String(error)))
  );
}

/** A full disk or a forbidden folder is the caller's to fix; anything else stays what it is. */
export function dataRefusal(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT' || codeOf(error) === SQLITE_FULL) return refusal('disk-full', { path: folder });
  if (error instanceof NewerSchema) return refusal('data-folder', { path: folder, reason: 'it was written by a newer Understudy' });
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'it is a file',
  };
  const reason = reasons[code ?? ''] ?? SQLITE_REASONS[codeOf(error)];
  return reason === undefined ? error : refusal('data-folder', { path: folder, reason });
}

const SQLITE_REASONS: Readonly<Record<number, string>> = {
  3: 'permission denied',
  5: 'another process keeps it locked',
  8: 'it is read-only',
  10: 'reading or writing the disk failed',
  14: 'the database file cannot be opened',
};

/** Keeps the damaged file for whoever wants to look, under a name that is never opened. */
function putAside(path: string): void {
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  const aside = `${path}.damaged`;
  rmSync(aside, { force: true });
  if (existsSync(path)) renameSync(path, aside);
}
