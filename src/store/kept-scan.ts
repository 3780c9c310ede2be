import { crc32 } from 'node:zlib';
import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { withIdentities } from '#core/evidence/with-identities.ts';
import { joinSegments, MOST_COMMITS } from './pack-history.ts';
import type { Written } from './pack-history.ts';
import { unpackSnapshot } from './pack-snapshot.ts';

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
  /** Under the names of `.mailmap`; made when it is asked for. */
  readonly history: RawHistory;
  readonly mapped: readonly RawIdentity[];
  readonly facts: RepositoryFacts;
  readonly spelled: RawHistory;
  readonly overlay: string;
  /** Changes whenever names and paths are numbered anew: only a scan that went on from this one may be added to it. */
  readonly edition: string;
  readonly scannedAt: number;
}

/** Raised when what the columns mean changes: older scans are then read again. */
export const FORMAT = 3;
/** With this many more segments than a whole scan would need, the next scan writes all of them anew. */
const MOST_SEGMENTS = 24;

/** What is stored of a scan, without its segments. */
export interface StoredScan {
  readonly name: string;
  readonly head: string;
  readonly hash_bytes: 20 | 32;
  readonly overlay: string;
  readonly edition: string;
  readonly commits: number;
  readonly touches: number;
  readonly scanned_at: number;
  readonly snapshot: Uint8Array;
}

export interface StoredSegment {
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** The scan out of what was stored; throws where the bytes are not those that were written. */
export function keptScan(row: StoredScan, segments: readonly StoredSegment[]): KeptScan {
  if (segments.some(({ bytes, crc }) => crc32(bytes) !== crc)) throw new RangeError('bytes have changed');
  const { tree, mapped, facts } = unpackSnapshot(row.snapshot);
  const packed = joinSegments(
    segments.map(({ bytes }) => bytes),
    row.hash_bytes,
  );
  if (packed.commits.count !== row.commits || packed.touches.count !== row.touches) throw new RangeError('segments are missing');
  const spelled: RawHistory = { repository: row.name, head: row.head, hashBytes: row.hash_bytes, ...packed, tree };
  let history: RawHistory | undefined;
  return {
    get history() {
      history ??= withIdentities(spelled, mapped);
      return history;
    },
    mapped,
    facts,
    spelled,
    overlay: row.overlay,
    edition: row.edition,
    scannedAt: row.scanned_at,
  };
}

/** What is stored of a repository, as far as a writer must know. */
export interface KeptState extends Written {
  readonly head: string;
  readonly overlay: string;
  readonly edition: string;
  readonly segments: number;
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
