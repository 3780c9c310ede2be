import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { withIdentities } from '#core/evidence/with-identities.ts';
import { dataRefusal, inTransaction, openDatabase } from './open-database.ts';
import { joinSegments, packSegment } from './pack-history.ts';
import type { Written } from './pack-history.ts';
import { packSnapshot, unpackSnapshot } from './pack-snapshot.ts';

/** What a scan hands over to be kept. */
export interface ScanToKeep {
  readonly facts: RepositoryFacts;
  readonly spelled: RawHistory;
  readonly mapped: readonly RawIdentity[];
  readonly overlay: string;
  /** Commits that were not in the scan it went on from. */
  readonly fresh: number;
  /** Edition of the kept scan that it went on from, if any. */
  readonly since?: string | undefined;
  /** Milliseconds since epoch. */
  readonly scannedAt: number;
}

/** A scan as it is kept. */
export interface KeptScan {
  /** Under the names of `.mailmap`. */
  readonly history: RawHistory;
  readonly facts: RepositoryFacts;
  readonly spelled: RawHistory;
  readonly overlay: string;
  /** Changes whenever names and paths are numbered anew: only a scan that went on from this one may be added to it. */
  readonly edition: string;
  readonly scannedAt: number;
}

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

/** Raised when what the columns mean changes: older scans are then read again. */
const FORMAT = 1;
/** With more segments than this, the next scan writes one in their place. */
const MOST_SEGMENTS = 24;

/**
 * Scans on disk. It talks to node:sqlite directly because it stands on the way to the first page
 * (docs/decisions/0003-ledger-without-kysely.md). Close it when done.
 */
export class Ledger {
  /** The database was damaged and has been started afresh. */
  readonly rebuilt: boolean;
  readonly #database: DatabaseSync;
  readonly #folder: string;

  constructor(folder: string) {
    const { database, rebuilt } = openDatabase(folder);
    this.#database = database;
    this.#folder = folder;
    this.rebuilt = rebuilt;
  }

  /** Scans that this version can load, latest first. */
  scans(): readonly ScanRecord[] {
    const rows = this.#database
      .prepare(`select key, path, name, head, overlay, commits, touches, scanned_at as scannedAt
      from scan where format = ? order by scanned_at desc, key`)
      .all(FORMAT);
    return rows as unknown as ScanRecord[];
  }

  record(key: string): ScanRecord | undefined {
    return this.scans().find((scan) => scan.key === key);
  }

  /** The scan of a repository; absent when there is none, or when its bytes are damaged (then it is forgotten). */
  load(key: string): KeptScan | undefined {
    const row = this.#database.prepare('select * from scan where key = ? and format = ?').get(key, FORMAT) as ScanRow | undefined;
    if (row === undefined) return undefined;
    const segments = this.#database
      .prepare('select bytes, crc from segment where scan_key = ? order by number')
      .all(key) as unknown as SegmentRow[];
    try {
      return keptOf(row, segments);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)) throw error;
      this.forget(key);
      return undefined;
    }
  }

  /**
   * Keeps a scan in one transaction: Ctrl-C, a kill, a full disk or another scan at the same time leave either the old
   * scan or the new one. Where the kept scan is the one it went on from, only the fresh commits are written.
   */
  save(scan: ScanToKeep): void {
    this.#writing(() => {
      const { key } = scan.facts;
      const kept = this.#written(key);
      if (kept !== undefined && isSame(kept, scan)) {
        this.#database.prepare('update scan set scanned_at = ? where key = ?').run(scan.scannedAt, key);
        return;
      }
      const goesOn =
        kept !== undefined &&
        kept.edition === scan.since &&
        kept.overlay === scan.overlay &&
        kept.commits === scan.spelled.commits.count - scan.fresh &&
        kept.segments < MOST_SEGMENTS;
      if (!goesOn) this.#database.prepare('delete from scan where key = ?').run(key);
      this.#writeScan(scan, goesOn ? kept.edition : randomUUID());
      this.#writeSegment(scan, goesOn ? kept : undefined);
    });
  }

  forget(key: string): void {
    this.#writing(() => this.#database.prepare('delete from scan where key = ?').run(key));
  }

  /** An answer kept for exactly this stamp (heads, settings, version), as it was printed. */
  keptAnswer(key: string, stamp: string): string | undefined {
    const row = this.#database.prepare('select json from kept_answer where key = ? and stamp = ?').get(key, stamp) as
      | { json: string }
      | undefined;
    return row?.json;
  }

  /** Keeps one answer per key; the oldest go when there are more than `MOST_ANSWERS`. */
  keepAnswer(kept: { readonly key: string; readonly stamp: string; readonly json: string; readonly keptAt: number }): void {
    this.#writing(() => {
      this.#database
        .prepare(`insert into kept_answer (key, stamp, json, kept_at) values (?, ?, ?, ?)
        on conflict (key) do update set stamp = excluded.stamp, json = excluded.json, kept_at = excluded.kept_at`)
        .run(kept.key, kept.stamp, kept.json, kept.keptAt);
      this.#database
        .prepare('delete from kept_answer where key not in (select key from kept_answer order by kept_at desc limit ?)')
        .run(MOST_ANSWERS);
    });
  }

  close(): void {
    this.#database.close();
  }

  #writing(work: () => void): void {
    try {
      inTransaction(this.#database, work);
    } catch (error) {
      throw dataRefusal(error, this.#folder);
    }
  }

  #written(key: string): KeptState | undefined {
    const row = this.#database
      .prepare('select head, overlay, edition, commits, snapshot from scan where key = ? and format = ?')
      .get(key, FORMAT);
    if (row === undefined) return undefined;
    const { head, overlay, edition, commits, snapshot } = row as unknown as ScanRow;
    const { segments } = this.#database.prepare('select count(*) as segments from segment where scan_key = ?').get(key) as {
      segments: number;
    };
    const { identities, paths } = unpackSnapshot(snapshot).written;
    return { head, overlay, edition, commits, segments, identities, paths };
  }

  #writeSegment({ facts, spelled }: ScanToKeep, after: KeptState | undefined): void {
    const segment = packSegment(spelled, after);
    this.#database
      .prepare('insert into segment (scan_key, number, commits, bytes, crc) values (?, ?, ?, ?, ?)')
      .run(facts.key, after?.segments ?? 0, segment.commits, segment.bytes, crc32(segment.bytes));
  }

  #writeScan({ facts, spelled, mapped, overlay, scannedAt }: ScanToKeep, edition: string): void {
    const written = { identities: spelled.identities.length, paths: spelled.paths.length };
    const snapshot = packSnapshot({ tree: spelled.tree, mapped, facts, written });
    this.#database
      .prepare(`insert into scan (key, path, name, head, hash_bytes, overlay, format, edition, commits, touches, scanned_at, snapshot, snapshot_crc)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do update set path = excluded.path, name = excluded.name, head = excluded.head,
      hash_bytes = excluded.hash_bytes, overlay = excluded.overlay, format = excluded.format, edition = excluded.edition, commits = excluded.commits, touches = excluded.touches,
      scanned_at = excluded.scanned_at, snapshot = excluded.snapshot, snapshot_crc = excluded.snapshot_crc`)
      .run(
        facts.key,
        facts.path,
        spelled.repository,
        spelled.head,
        spelled.hashBytes,
        overlay,
        FORMAT,
        edition,
        spelled.commits.count,
        spelled.touches.count,
        scannedAt,
        snapshot,
        crc32(snapshot),
      );
  }
}

const MOST_ANSWERS = 200;

/** What the database holds of a repository, as far as a writer must know. */
interface KeptState extends Written {
  readonly head: string;
  readonly overlay: string;
  readonly edition: string;
  readonly segments: number;
}

/** Somebody else has kept the same scan meanwhile: theirs stays. */
function isSame(kept: KeptState, scan: ScanToKeep): boolean {
  return kept.head === scan.spelled.head && kept.overlay === scan.overlay && kept.commits === scan.spelled.commits.count;
}

interface ScanRow {
  readonly name: string;
  readonly head: string;
  readonly hash_bytes: 20 | 32;
  readonly overlay: string;
  readonly edition: string;
  readonly commits: number;
  readonly touches: number;
  readonly scanned_at: number;
  readonly snapshot: Uint8Array;
  readonly snapshot_crc: number;
}

interface SegmentRow {
  readonly bytes: Uint8Array;
  readonly crc: number;
}

function keptOf(row: ScanRow, segments: readonly SegmentRow[]): KeptScan {
  if (crc32(row.snapshot) !== row.snapshot_crc || segments.some(({ bytes, crc }) => crc32(bytes) !== crc))
    throw new RangeError('bytes have changed');
  const { tree, mapped, facts } = unpackSnapshot(row.snapshot);
  const packed = joinSegments(
    segments.map(({ bytes }) => bytes),
    row.hash_bytes,
  );
  if (packed.commits.count !== row.commits || packed.touches.count !== row.touches) throw new RangeError('segments are missing');
  const spelled: RawHistory = { repository: row.name, head: row.head, hashBytes: row.hash_bytes, ...packed, tree };
  return {
    history: withIdentities(spelled, mapped),
    facts,
    spelled,
    overlay: row.overlay,
    edition: row.edition,
    scannedAt: row.scanned_at,
  };
}

export function openLedger(folder: string): Ledger {
  return new Ledger(folder);
}
