import { crc32 } from 'node:zlib';
import { DataFolder } from './open-database.ts';

/** More than all suites of a few versions of the code need; the oldest go first. */
const MOST_PIECES = 20_000;

/** Finished parts of evaluations, so that an interrupted one goes on. Close it when done. */
export class Pieces {
  readonly #data: DataFolder;

  constructor(folder: string) {
    this.#data = new DataFolder(folder);
  }

  kept(key: string): string | undefined {
    const query = 'select json, crc from evaluation_piece where key = ?';
    const row = this.#data.read((database) => database.prepare(query).get(key)) as { json: string; crc: number } | undefined;
    return row !== undefined && crc32(row.json) === row.crc ? row.json : undefined;
  }

  keep({ key, json, keptAt }: { readonly key: string; readonly json: string; readonly keptAt: number }): void {
    this.#data.write((database) => {
      database
        .prepare(`insert into evaluation_piece (key, json, crc, kept_at) values (?, ?, ?, ?)
          on conflict (key) do update set json = excluded.json, crc = excluded.crc, kept_at = excluded.kept_at`)
        .run(key, json, crc32(json), keptAt);
      database
        .prepare('delete from evaluation_piece where key not in (select key from evaluation_piece order by kept_at desc limit ?)')
        .run(MOST_PIECES);
    });
  }

  close(): void {
    this.#data.close();
  }
}
