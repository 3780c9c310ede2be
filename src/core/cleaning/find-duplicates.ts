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

/** Commits with touches whose author wrote another one in the same second, oldest first. */
function sharingAuthorAndSecond(history: RawHistory): number[] {
  const { count, firstTouch } = history.commits;
  const keys = new Float64Array(count);
  for (let commit = 0; commit < count; commit++) keys[commit] = authorAndSecond(history, commit);
  const sorted = keys.slice().sort();
  const repeated = new Set<number>();
  for (let at = 1; at < count; at++) if (sorted[at] === sorted[at - 1]) repeated.add(sorted[at]!);
  const found: number[] = [];
  for (let commit = count - 1; commit >= 0; commit--) {
    if (firstTouch[commit] !== firstTouch[commit + 1] && repeated.has(keys[commit]!)) found.push(commit);
  }
  return found;
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
