import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { FORMAT, goesOnFrom, keptScan, keptStateOf, scanColumns, scanCrc } from './kept-scan.ts';
import type { KeptScan, KeptState, ScanColumns, ScanToKeep, StoredSegment } from './kept-scan.ts';
import { DataFolder } from './open-database.ts';
import { packSegments, release } from './pack-history.ts';

/** What is known of a scan without loading it. */
export interface ScanRecord {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly head: string;
  readonly overlay: string;
  readonly commits: number;
  readonly touches: number;
  readonly scannedAt: number;
}

/**
 * Scans on disk. It talks to node:sqlite directly because it stands on the way to the first page
 * (docs/decisions/0003-ledger-without-kysely.md). Close it when done.
 */
export class Ledger {
  readonly #data: DataFolder;

  constructor(folder: string) {
    this.#data = new DataFolder(folder);
  }

  /** What was kept had been damaged and has been started afresh. */
  get rebuilt(): boolean {
    return this.#data.rebuilt;
  }

  /** Scans that this version can load, latest first. */
  scans(): readonly ScanRecord[] {
    const query = `select key, path, name, head, overlay, commits, touches, scanned_at as scannedAt from scan
      where format = ? order by scanned_at desc, key`;
    return (this.#data.read((database) => database.prepare(query).all(FORMAT)) ?? []) as unknown as ScanRecord[];
  }

  record(key: string): ScanRecord | undefined {
    return this.scans().find((scan) => scan.key === key);
  }

  /** The scan of a repository; absent when there is none, or when its bytes are damaged (then it is forgotten). */
  load(key: string): KeptScan | undefined {
    const rows = this.#data.read((database) => ({
      scan: database.prepare('select * from scan where key = ? and format = ?').get(key, FORMAT) as ScanRow | undefined,
      segments: database
        .prepare('select commits, bytes, crc from segment where scan_key = ? order by number')
        .all(key) as unknown as StoredSegment[],
    }));
    if (rows?.scan === undefined) return undefined;
    try {
      if (scanCrc(rows.scan) !== rows.scan.crc) throw new RangeError('bytes have changed');
      return keptScan(rows.scan, rows.segments);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)) throw error;
      this.#data.rebuilt = true;
      this.forget(key);
      return undefined;
    }
  }

  /**
   * Keeps a scan in one transaction: Ctrl-C, a kill, a full disk or another scan at the same time leave either the old
   * scan or the new one. Where the kept scan is the one it went on from, only the fresh commits are written. Gives the
   * edition under which it is kept; none where another scan of the same head was faster.
   */
  save(scan: ScanToKeep): string | undefined {
    const edition = randomUUID();
    let written: string | undefined;
    this.#data.write((database) => {
      written = undefined;
      const { key } = scan.facts;
      const kept = keptState(database, key);
      // Somebody else has kept the same scan meanwhile: theirs stays, for its numbers may differ from ours.
      if (kept !== undefined && kept.head === scan.spelled.head && kept.overlay === scan.overlay) return;
      const after = kept !== undefined && goesOnFrom(kept, scan) ? kept : undefined;
      if (after === undefined) database.prepare('delete from scan where key = ?').run(key);
      written = after?.edition ?? edition;
      writeScan(database, scan, written);
      const insert = database.prepare('insert into segment (scan_key, number, commits, bytes, crc) values (?, ?, ?, ?, ?)');
      let number = after?.segments ?? 0;
      for (const { commits, bytes } of packSegments(scan.spelled, after)) {
        insert.run(key, number++, commits, bytes, crc32(bytes));
        release(bytes);
      }
    });
    return written;
  }

  forget(key: string): void {
    this.#data.write((database) => database.prepare('delete from scan where key = ?').run(key));
  }

  /** An answer kept for exactly this stamp (heads, settings, version), as it was printed. */
  keptAnswer(key: string, stamp: string): string | undefined {
    const query = 'select json, crc from kept_answer where key = ? and stamp = ?';
    const row = this.#data.read((database) => database.prepare(query).get(key, stamp)) as { json: string; crc: number } | undefined;
    return row !== undefined && crc32(row.json) === row.crc ? row.json : undefined;
  }

  /** Keeps one answer per key; the oldest go when there are more than `MOST_ANSWERS`. */
  keepAnswer(kept: { readonly key: string; readonly stamp: string; readonly json: string; readonly keptAt: number }): void {
    this.#data.write((database) => {
      database
        .prepare(`insert into kept_answer (key, stamp, json, crc, kept_at) values (?, ?, ?, ?, ?)
          on conflict (key) do update set stamp = excluded.stamp, json = excluded.json, crc = excluded.crc, kept_at = excluded.kept_at`)
        .run(kept.key, kept.stamp, kept.json, crc32(kept.json), kept.keptAt);
      database
        .prepare('delete from kept_answer where key not in (select key from kept_answer order by kept_at desc limit ?)')
        .run(MOST_ANSWERS);
    });
  }

  close(): void {
    this.#data.close();
  }
}

const MOST_ANSWERS = 200;

function keptState(database: DatabaseSync, key: string): KeptState | undefined {
  const row = database.prepare('select * from scan where key = ? and format = ?').get(key, FORMAT) as ScanRow | undefined;
  if (row === undefined || scanCrc(row) !== row.crc) return undefined;
  const { segments } = database.prepare('select count(*) as segments from segment where scan_key = ?').get(key) as { segments: number };
  return keptStateOf(row, segments);
}

function writeScan(database: DatabaseSync, scan: ScanToKeep, edition: string): void {
  const row = { key: scan.facts.key, path: scan.facts.path, ...scanColumns(scan, edition) };
  const values: Readonly<Record<string, SQLInputValue>> = { ...row, crc: scanCrc(row) };
  const names = Object.keys(values);
  const renewed = names.filter((name) => name !== 'key').map((name) => `${name} = excluded.${name}`);
  database
    .prepare(
      `insert into scan (${names.join(', ')}) values (${names.map(() => '?').join(', ')}) on conflict (key) do update set ${renewed.join(', ')}`,
    )
    .run(...Object.values(values));
}

interface ScanRow extends ScanColumns {
  readonly key: string;
  readonly path: string;
  readonly crc: number;
}

export function openLedger(folder: string): Ledger {
  return new Ledger(folder);
}
