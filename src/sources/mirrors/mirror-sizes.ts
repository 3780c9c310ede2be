import { mkdirSync, rmSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Workers write here for an instant; another one waits this long (milliseconds). */
const BUSY = 5000;

/**
 * How much each mirror of a data folder takes, kept beside them, so that what all take is one query and every worker sees
 * what the others fetch just now. Can be measured again: a damaged one is begun anew.
 */
export class MirrorSizes {
  readonly #mirrors: string;

  constructor(mirrors: string) {
    this.#mirrors = mirrors;
  }

  note(folder: string, bytes: number): void {
    this.#do((sizes) =>
      sizes.prepare('insert into size values (?, ?) on conflict (name) do update set bytes = excluded.bytes').run(basename(folder), bytes),
    );
  }

  /** Bytes of all mirrors but this one. */
  besides(folder: string): number {
    const row = this.#do((sizes) =>
      sizes.prepare('select coalesce(sum(bytes), 0) as bytes from size where name <> ?').get(basename(folder)),
    );
    return row!['bytes'] as number;
  }

  forget(folder: string): void {
    this.#do((sizes) => sizes.prepare('delete from size where name = ?').run(basename(folder)));
  }

  #do<Result>(work: (sizes: DatabaseSync) => Result): Result {
    try {
      return this.#once(work);
    } catch (problem) {
      if (!/malformed|not a database/.test((problem as Error).message)) throw problem;
      rmSync(this.#path, { force: true });
      return this.#once(work);
    }
  }

  get #path(): string {
    return join(this.#mirrors, 'sizes.sqlite');
  }

  #once<Result>(work: (sizes: DatabaseSync) => Result): Result {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const sizes = new DatabaseSync(this.#path, { timeout: BUSY });
    try {
      sizes.exec('pragma synchronous = off; create table if not exists size (name text primary key, bytes integer not null) strict');
      return work(sizes);
    } finally {
      sizes.close();
    }
  }
}

/** Bytes of all files below a folder; what vanishes meanwhile counts nothing. */
export async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map(async (file) => await stat(join(file.parentPath, file.name)).catch(() => ({ size: 0 })));
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
}
