import { crc32 } from 'node:zlib';
import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { withIdentities } from '#core/evidence/with-identities.ts';
import { joinSegments, MOST_COMMITS } from './pack-history.ts';
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

/** A scan as it is kept. Its columns are put together when they are asked for: most questions start from what was kept of them. */
export interface KeptScan {
  /** Under the names of `.mailmap`. */
  readonly history: RawHistory;
  readonly mapped: readonly RawIdentity[];
  readonly facts: RepositoryFacts;
  readonly spelled: RawHistory;
  readonly head: string;
  readonly commits: number;
  readonly touches: number;
  /** Files of the tree at HEAD. */
  readonly files: number;
  readonly overlay: string;
  /** Changes whenever names and paths are numbered anew: only a scan that went on from this one may be added to it. */
  readonly edition: string;
  readonly scannedAt: number;
}

/** Raised when what the columns mean changes: older scans are then read again. */
export const FORMAT = 3;
/** With this many more segments than a whole scan would need, the next scan writes all of them anew. */
const MOST_SEGMENTS = 24;

/** What is stored of a scan, without its segments and without what it is stored under. */
export interface ScanColumns {
  readonly name: string;
  readonly head: string;
  readonly hash_bytes: 20 | 32;
  readonly overlay: string;
  readonly format: number;
  readonly edition: string;
  readonly commits: number;
  readonly touches: number;
  readonly identities: number;
  readonly paths: number;
  readonly scanned_at: number;
  readonly snapshot: Uint8Array;
}

export interface StoredSegment {
  readonly commits: number;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

export function scanColumns({ facts, spelled, mapped, overlay, scannedAt }: ScanToKeep, edition: string): ScanColumns {
  return {
    name: spelled.repository,
    head: spelled.head,
    hash_bytes: spelled.hashBytes,
    overlay,
    format: FORMAT,
    edition,
    commits: spelled.commits.count,
    touches: spelled.touches.count,
    identities: spelled.identities.length,
    paths: spelled.paths.length,
    scanned_at: scannedAt,
    snapshot: packSnapshot({ tree: spelled.tree, mapped, facts }),
  };
}

/** Checksum over everything in a row but itself: databases do not notice a changed byte, and it would be believed. */
export function scanCrc(row: Pick<ScanColumns, 'snapshot'>): number {
  const fields = Object.entries(row).filter(([name]) => name !== 'crc' && name !== 'snapshot');
  const named = fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return crc32(row.snapshot, crc32(JSON.stringify(named)));
}

/** Names one kept scan: another one after whatever was kept anew, the same in every copy of the database. */
export function scanStamp({ head, crc }: { readonly head: string; readonly crc: number }): string {
  return `${head}.${crc}`;
}

/** The scan out of what was stored; throws where the bytes are not those that were written. */
export function keptScan(row: ScanColumns, segments: readonly StoredSegment[]): KeptScan {
  if (segments.some(({ bytes, crc }) => crc32(bytes) !== crc)) throw new RangeError('bytes have changed');
  if (segments.reduce((sum, { commits }) => sum + commits, 0) !== row.commits) throw new RangeError('segments are missing');
  const { tree, mapped, facts } = unpackSnapshot(row.snapshot);
  const { head, overlay, edition, commits, touches } = row;
  const spelled = once(() => spelledHistory(row, segments, tree));
  const history = once(() => withIdentities(spelled(), mapped));
  return {
    get history() {
      return history();
    },
    get spelled() {
      return spelled();
    },
    mapped,
    facts,
    head,
    commits,
    touches,
    files: tree.path.length,
    overlay,
    edition,
    scannedAt: row.scanned_at,
  };
}

function spelledHistory(row: ScanColumns, segments: readonly StoredSegment[], tree: RawHistory['tree']): RawHistory {
  const packed = joinSegments(
    segments.map(({ bytes }) => bytes),
    row.hash_bytes,
  );
  if (packed.commits.count !== row.commits || packed.touches.count !== row.touches) throw new RangeError('segments do not fit together');
  return { repository: row.name, head: row.head, hashBytes: row.hash_bytes, ...packed, tree };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What is stored of a repository, as far as a writer must know. */
export interface KeptState extends Written {
  readonly head: string;
  readonly overlay: string;
  readonly edition: string;
  readonly segments: number;
}

/** Of the columns of a scan that is stored already. */
export function keptStateOf({ head, overlay, edition, commits, identities, paths }: ScanColumns, segments: number): KeptState {
  return { head, overlay, edition, commits, identities, paths, segments };
}

/** Whether only the fresh commits need to be written. */
export function goesOnFrom(kept: KeptState, scan: ScanToKeep): boolean {
  const known = scan.spelled.commits.count - scan.fresh;
  return (
    kept.edition === scan.since &&
    kept.overlay === scan.overlay &&
    kept.commits === known &&
    kept.segments < MOST_SEGMENTS + known / MOST_COMMITS
  );
}
