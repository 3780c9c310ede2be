import { crc32 } from 'node:zlib';
import type { Database, Writing } from '#store/database/database.ts';
import { schemaVersion } from '#store/database/migrate.ts';
import { scanCrc } from '#store/kept-scan.ts';
import type { ScanRow } from '#store/database/schema.ts';
import { Digest } from './digest.ts';
import type { TableDigest } from './digest.ts';
import { readRows } from './read-rows.ts';
import type { TableRow } from './read-rows.ts';
import { rowLine } from './row-line.ts';

export interface Verified {
  readonly schema: number;
  readonly tables: readonly TableDigest[];
  /** Sentences; empty when everything is as it was written. */
  readonly problems: readonly string[];
}

/** Reads every row once: files, checksums, and whether scans are whole. */
export async function verify(database: Database): Promise<Verified> {
  return await database.snapshot(async (query) => {
    const problems = await inspected(database, query);
    const digest = new Digest();
    const whole = new WholeScans(problems);
    for await (const one of readRows(query)) {
      digest.add(one.table.name, rowLine(one.row));
      whole.see(one);
    }
    whole.end();
    return { schema: await schemaVersion(database, query), tables: digest.tables(), problems };
  });
}

async function inspected({ dialect }: Database, query: Writing): Promise<string[]> {
  if (dialect.inspect === null) return [];
  const { rows } = await dialect.inspect.execute(query);
  return rows.map(({ problem }) => problem);
}

/** Scans come before their segments. */
class WholeScans {
  readonly #problems: string[];
  readonly #missing = new Map<string, number>();

  constructor(problems: string[]) {
    this.#problems = problems;
  }

  see({ table, row }: TableRow): void {
    if (table.name === 'scan') this.#seeScan(row as unknown as ScanRow);
    if (table.name === 'segment') this.#seeSegment(row as unknown as SegmentSeen);
  }

  end(): void {
    for (const [id, commits] of this.#missing)
      if (commits !== 0) this.#problems.push(`The scan of source ${id} lacks the segments of ${commits} commits.`);
  }

  #seeScan(row: ScanRow): void {
    this.#missing.set(row.source_id, row.commits);
    if (scanCrc(row) !== row.crc) this.#problems.push(`The scan of source ${row.source_id} has changed since it was written.`);
  }

  #seeSegment({ source_id, number, commits, bytes, crc }: SegmentSeen): void {
    this.#missing.set(source_id, (this.#missing.get(source_id) ?? 0) - commits);
    if (crc32(bytes) !== crc) this.#problems.push(`Segment ${number} of source ${source_id} has changed since it was written.`);
  }
}

interface SegmentSeen {
  readonly source_id: string;
  readonly number: number;
  readonly commits: number;
  readonly bytes: Uint8Array;
  readonly crc: number;
}
