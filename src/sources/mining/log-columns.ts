import type { ByteDictionary } from './byte-dictionary.ts';
import { GrowingBytes, GrowingUint32 } from './growing-column.ts';

/** Shared by all streams of one reading: the same path has the same number whichever process spoke of it. */
export interface Dictionaries {
  readonly paths: ByteDictionary;
  /** Each entry is `name\nemail`. */
  readonly identities: ByteDictionary;
}

/** Added to an offset from UTC (minutes) so that it fits an unsigned column. */
export const OFFSET_ZERO = 1 << 15;

/** Columns of one stream, in the order in which it spoke. */
export class LogColumns {
  readonly hash = new GrowingBytes();
  readonly firstTouch = new GrowingUint32();
  readonly authoredAt = new GrowingUint32();
  readonly committedAt = new GrowingUint32();
  readonly offset = new GrowingUint32();
  readonly author = new GrowingUint32();
  readonly committer = new GrowingUint32();
  readonly flags = new GrowingBytes();
  readonly firstParent = new GrowingUint32();
  readonly parentHash = new GrowingBytes();
  readonly touchPath = new GrowingUint32();
  readonly touchOldPath = new GrowingUint32();
  readonly touchStatus = new GrowingBytes();
  readonly trailerCommit = new GrowingUint32();
  readonly trailerKind = new GrowingBytes();
  readonly trailerIdentity = new GrowingUint32();

  /** Gives the memory back, once everything has been copied out. */
  release(): void {
    for (const column of Object.values(this) as (GrowingBytes | GrowingUint32)[]) column.release();
  }
}
