/**
 * What a git source hands over: the history of one repository as columns, nothing judged yet.
 * Struct of arrays: one row per commit, one per touch (commit × path), one per trailer.
 * Order: newest first, exactly as git walks it; `sources/git` appends later scans in front.
 */
export interface RawHistory {
  /** Display name of the repository (folder name unless configured). */
  readonly repository: string;
  /** Head commit hash (hex) that was scanned, or '' when there is no commit. */
  readonly head: string;
  /** Bytes in one object id: 20 (SHA-1) or 32 (SHA-256). */
  readonly hashBytes: 20 | 32;
  readonly identities: readonly RawIdentity[];
  /** Display form of each path: UTF-8, and bytes that are not UTF-8 as `\xNN`. Unique per distinct byte string. */
  readonly paths: readonly string[];
  readonly commits: RawCommits;
  readonly touches: RawTouches;
  readonly trailers: RawTrailers;
  /** The tree at head: path index and size in bytes of every regular file (links and submodules left out). */
  readonly tree: { readonly path: Uint32Array; readonly bytes: Uint32Array };
}

/** A name and e-mail as git reports them after `.mailmap`. Either may be empty. */
export interface RawIdentity {
  readonly name: string;
  readonly email: string;
}

export interface RawCommits {
  readonly count: number;
  /** `count × hashBytes` bytes. */
  readonly hash: Uint8Array;
  /** First row of this commit's touches; `count + 1` entries. */
  readonly firstTouch: Uint32Array;
  /** Author and committer time, seconds since epoch, clamped to 0 … 2^32−1. */
  readonly authoredAt: Uint32Array;
  readonly committedAt: Uint32Array;
  /** Author's offset from UTC in minutes (for night and weekend work later). */
  readonly offsetMinutes: Int32Array;
  readonly author: Uint32Array;
  readonly committer: Uint32Array;
  /** Bits of `COMMIT_FLAG`. */
  readonly flags: Uint8Array;
  /** First row of this commit's parents in `parent`; `count + 1` entries. */
  readonly firstParent: Uint32Array;
  /** Row of each parent commit, or NO_ROW when the parent is outside this history. */
  readonly parent: Uint32Array;
}

export const NO_ROW = 0xffff_ffff;

export const COMMIT_FLAG = {
  merge: 1,
  /** Subject ends in `(#123)` and the committer is the platform: one commit stands for a whole pull request. */
  squash: 2,
  revert: 4,
  /** Subject says it merges a pull request; the committer accepted somebody else's work. */
  pullMerge: 8,
} as const;

export interface RawTouches {
  readonly count: number;
  readonly path: Uint32Array;
  /** Source path of a rename or copy, else NO_ROW. */
  readonly oldPath: Uint32Array;
  /** ASCII code of git's status letter: A, M, D, R, T (C is read as A). */
  readonly status: Uint8Array;
}

export const TRAILER_KINDS = ['co-authored', 'reviewed', 'acked', 'tested', 'signed-off', 'assisted'] as const;
export type TrailerKind = (typeof TRAILER_KINDS)[number];

export interface RawTrailers {
  readonly count: number;
  readonly commit: Uint32Array;
  /** Index into TRAILER_KINDS. */
  readonly kind: Uint8Array;
  readonly identity: Uint32Array;
}
