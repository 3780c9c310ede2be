import type { Evidence, EvidenceCommits } from '#core/evidence/evidence.ts';
import { NO_ROW } from '#core/evidence/raw-history.ts';

/** Commits by their hash, and what a merge brought in. */
export interface CommitIndex {
  /** Row of a commit by its whole hash in hexadecimal; undefined: not in the history. */
  readonly rowOf: (hash: string) => number | undefined;
  /** Commits of the branch that a merge took in; the commit itself where it is no merge. Few are followed. */
  readonly broughtBy: (row: number) => readonly number[];
  readonly hashOf: (row: number) => string;
}

/** A branch of more commits is no change but a release. */
const LONGEST_BRANCH = 250;

/** Tables are built when first asked. */
export function commitIndex({ commits, repositories }: Pick<Evidence, 'commits' | 'repositories'>): CommitIndex {
  const bytesOf = (row: number): number => repositories[commits.repository[row]!]?.hashBytes ?? 20;
  const hashes: (string | undefined)[] = new Array<undefined>(commits.count);
  let hex: string | undefined;
  const hashOf = (row: number): string =>
    (hashes[row] ??= (hex ??= hexOf(commits.hash)).slice(2 * commits.hashAt[row]!, 2 * (commits.hashAt[row]! + bytesOf(row))));
  let rows: ReadonlyMap<string, number> | undefined;
  let mainline: Uint8Array | undefined;
  const rowOf = (hash: string): number | undefined => {
    rows ??= rowsByHash(commits.count, hashOf);
    return rows.get(hash) ?? rows.get(hash.toLowerCase());
  };
  const broughtBy = (row: number): readonly number[] => {
    if (commits.firstParent[row + 1]! - commits.firstParent[row]! < 2) return [row];
    mainline ??= mainlineOf(commits);
    const branch: number[] = [];
    let at = commits.parent[commits.firstParent[row]! + 1]!;
    while (at !== NO_ROW && mainline[at] === 0 && branch.length < LONGEST_BRANCH) {
      branch.push(at);
      at = commits.firstParent[at + 1]! > commits.firstParent[at]! ? commits.parent[commits.firstParent[at]!]! : NO_ROW;
    }
    return branch;
  };
  return { rowOf, broughtBy, hashOf };
}

/** The first one where two repositories hold the same commit. */
function rowsByHash(count: number, hashOf: (row: number) => string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = count - 1; row >= 0; row--) rows.set(hashOf(row), row);
  return rows;
}

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
/** Characters that are made into text at a time. */
const PIECE = 4096;

/** Two digits for each byte, of all commits at once. */
function hexOf(bytes: Uint8Array): string {
  const digits = new Uint8Array(2 * bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    digits[2 * at] = DIGITS[bytes[at]! >> 4]!;
    digits[2 * at + 1] = DIGITS[bytes[at]! & 15]!;
  }
  const pieces: string[] = [];
  for (let at = 0; at < digits.length; at += PIECE) pieces.push(String.fromCharCode(...digits.subarray(at, at + PIECE)));
  return pieces.join('');
}

/** 1 = on the line of first parents from the newest commit of its repository. */
function mainlineOf({ count, repository, firstParent, parent }: EvidenceCommits): Uint8Array {
  const on = new Uint8Array(count);
  const newest = new Map<number, number>();
  const isParent = new Uint8Array(count);
  for (const row of parent) if (row !== NO_ROW) isParent[row] = 1;
  for (let row = 0; row < count; row++) if (isParent[row] === 0) newest.set(repository[row]!, row);
  for (const head of newest.values()) {
    let at = head;
    while (at !== NO_ROW && on[at] === 0) {
      on[at] = 1;
      at = firstParent[at + 1]! > firstParent[at]! ? parent[firstParent[at]!]! : NO_ROW;
    }
  }
  return on;
}
