import type { RawHistory } from '#core/evidence/raw-history.ts';

/**
 * # Cherry-picks
 * What it says: which commits bring a change that another commit had brought before.
 * Formula: two commits are one change when author, author's second and the set of (path, status) agree and they were
 *   committed at different seconds; the one that git meets last (the oldest) counts.
 * Reading: many duplicates mean release branches that are merged back, or rebased work merged twice.
 * Source: `git cherry` compares patches; author time and paths stand in for them, since reading patches costs seven
 *   times as much as reading names.
 * Weakness: a cherry-pick that had to touch other files is counted twice.
 */
export function findDuplicates(history: RawHistory): Set<number> {
  const duplicates = new Set<number>();
  const originals = new Map<number, number[]>();
  for (const commit of sharingAuthorAndSecond(history)) {
    const key = authorAndSecond(history, commit);
    const older = originals.get(key) ?? [];
    if (older.some((original) => isSameChange(history, original, commit))) duplicates.add(commit);
    else originals.set(key, [...older, commit]);
  }
  return duplicates;
}

/** Commits with touches that may share author and second with another one, oldest first: nearly all others fall through a sieve. */
function sharingAuthorAndSecond(history: RawHistory): number[] {
  const { count, firstTouch } = history.commits;
  const holes = Math.max(16, 32 - Math.clz32(count * 16)) - 1;
  const seen = new Uint8Array(2 ** holes);
  for (let commit = 0; commit < count; commit++) {
    const hole = holeOf(history, commit, holes);
    if (firstTouch[commit] !== firstTouch[commit + 1] && seen[hole]! < 2) seen[hole]!++;
  }
  const found: number[] = [];
  for (let commit = count - 1; commit >= 0; commit--) {
    if (firstTouch[commit] !== firstTouch[commit + 1] && seen[holeOf(history, commit, holes)] === 2) found.push(commit);
  }
  return found;
}

function holeOf({ commits }: RawHistory, commit: number, holes: number): number {
  const mixed = Math.imul(commits.authoredAt[commit]! ^ Math.imul(commits.author[commit]!, 0x9e3779b1), 0x85ebca6b);
  return mixed >>> (32 - holes);
}

/** Both in one exact double: identities stay below 2^21. */
function authorAndSecond({ commits }: RawHistory, commit: number): number {
  return commits.authoredAt[commit]! * 0x20_0000 + commits.author[commit]!;
}

function isSameChange(history: RawHistory, left: number, right: number): boolean {
  const { committedAt, firstTouch } = history.commits;
  if (committedAt[left] === committedAt[right]) return false;
  if (firstTouch[left + 1]! - firstTouch[left]! !== firstTouch[right + 1]! - firstTouch[right]!) return false;
  const paths = new Set(touchesOf(history, left));
  return touchesOf(history, right).every((touch) => paths.has(touch));
}

function touchesOf({ commits, touches }: RawHistory, commit: number): number[] {
  const keys: number[] = [];
  for (let touch = commits.firstTouch[commit]!; touch < commits.firstTouch[commit + 1]!; touch++) {
    keys.push(touches.path[touch]! * 256 + touches.status[touch]!);
  }
  return keys;
}
