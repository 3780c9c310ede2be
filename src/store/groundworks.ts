import { crc32 } from 'node:zlib';
import { DataFolder } from './open-database.ts';

/** One piece larger than this is derived anew each time; and all of them together take no more than `MOST_BYTES`. */
const LARGEST = 128 * 1024 * 1024;
const MOST_BYTES = 256 * 1024 * 1024;

export interface GroundworkToKeep {
  /** Which repositories: a later state of the same ones takes the place of an earlier. */
  readonly key: string;
  /** Everything it was derived from. */
  readonly stamp: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since epoch. */
  readonly keptAt: number;
}

/** What was derived from whole scans, beside them. Close it when done. */
export class Groundworks {
  readonly #data: DataFolder;
  readonly #most: number;

  constructor(folder: string, most = MOST_BYTES) {
    this.#data = new DataFolder(folder);
    this.#most = most;
  }

  /** What was derived from exactly this; nothing where it is another state, or where its bytes have changed since. */
  kept(key: string, stamp: string): Uint8Array | undefined {
    const query = 'select bytes, crc from groundwork where key = ? and stamp = ?';
    const row = this.#data.read((database) => database.prepare(query).get(key, stamp)) as KeptRow | undefined;
    return row !== undefined && crc32(row.bytes) === row.crc ? row.bytes : undefined;
  }

  /** Keeps it whole or not at all; the oldest go when all of them have grown too large. */
  keep({ key, stamp, bytes, keptAt }: GroundworkToKeep): void {
    if (bytes.byteLength > Math.min(LARGEST, this.#most)) return this.forget(key);
    this.#data.write((database) => {
      database
        .prepare(`insert into groundwork (key, stamp, bytes, crc, kept_at) values (?, ?, ?, ?, ?)
          on conflict (key) do update set stamp = excluded.stamp, bytes = excluded.bytes, crc = excluded.crc, kept_at = excluded.kept_at`)
        .run(key, stamp, bytes, crc32(bytes), keptAt);
      database.prepare(FORGET_OLD).run(this.#most);
    });
  }

  forget(key: string): void {
    this.#data.write((database) => database.prepare('delete from groundwork where key = ?').run(key));
  }

  close(): void {
    this.#data.close();
  }
}

interface KeptRow {
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** Newest first, until they are as large as may be. */
const FORGET_OLD = `delete from groundwork where key in (
  select key from (select key, sum(length(bytes)) over (order by kept_at desc, key) as total from groundwork) where total > ?)`;
