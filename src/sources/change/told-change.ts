import type { RawIdentity } from '#core/evidence/raw-history.ts';
import { refusal } from '#core/terms/refusals.ts';

/** One file of a change: its path afterwards, and before where it was moved. */
export interface ToldFile {
  readonly path: string;
  readonly from?: string;
}

/** A change that wants reviewers: what a range of commits, the work tree or a patch says about it. */
export interface ToldChange {
  /** In words: `the 3 commits that topic adds to main`. */
  readonly says: string;
  /** The commit that it starts from; only what was known there may speak. */
  readonly base: string;
  /** When that one landed; absent where it is HEAD. */
  readonly since?: number;
  readonly files: readonly ToldFile[];
  /** Who wrote it; empty where it does not say. */
  readonly authors: readonly RawIdentity[];
}

/** A change of more files than this is not read to its end by anybody. */
export const MOST_FILES = 20_000;
const LONGEST_PATH = 4096;

/** Paths that can stand in a repository; anything else is somebody's attempt. */
export function isRepositoryPath(path: string): boolean {
  if (path === '' || path.length > LONGEST_PATH || path.includes('\0') || path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path))
    return false;
  return !path.split('/').some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git');
}

export function refuseEmpty(says: string): never {
  throw refusal('empty-change', { change: says });
}
