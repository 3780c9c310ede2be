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
  const hashOf = (row: number): string => hexOf(commits, row, bytesOf(row));
  let rows: ReadonlyMap<number, readonly number[]> | undefined;
  let mainline: Uint8Array | undefined;
  const rowOf = (hash: string): number | undefined => {
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(hash)) return undefined;
    rows ??= rowsByHash(commits, bytesOf);
    const wanted = hash.toLowerCase();
    return rows.get(keyOfHex(wanted))?.find((row) => hashOf(row) === wanted);
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

function rowsByHash({ count, hash, hashAt }: EvidenceCommits, bytesOf: (row: number) => number): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < count; row++) {
    let key = 0;
    for (let at = hashAt[row]!; at < hashAt[row]! + bytesOf(row); at++) key = (Math.imul(key, MIX) + hash[at]!) | 0;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [row]);
    else known.push(row);
  }
  return rows;
}

/** Any odd number that spreads bytes over 32 bits. */
const MIX = 0x0100_0193;

function keyOfHex(hex: string): number {
  let key = 0;
  for (let at = 0; at < hex.length; at += 2) key = (Math.imul(key, MIX) + Number.parseInt(hex.slice(at, at + 2), 16)) | 0;
  return key;
}

function hexOf({ hash, hashAt }: EvidenceCommits, row: number, bytes: number): string {
  let hex = '';
  for (let at = hashAt[row]!; at < hashAt[row]! + bytes; at++) hex += hash[at]!.toString(16).padStart(2, '0');
  return hex;
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
