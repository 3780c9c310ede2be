import type { RawHistory } from './raw-history.ts';

/**
 * # Cherry-picks
 * What it says: which commits bring a change that another commit had brought before.
 * Formula: two commits are one change when author, author's second and the set of (path, status) agree and they were committed at different seconds; the one that git meets last (the oldest) counts.
 * Reading: many duplicates mean release branches that are merged back, or rebased work merged twice.
 * Source: `git cherry` compares patches; author time and paths stand in for them, since reading patches costs seven times as much as reading names.
 * Weakness: a cherry-pick that had to touch other files is counted twice.
 */
export function findDuplicates(history: RawHistory): Set<number> {
  const { commits } = history;
  const seen = new Map<number, number[]>();
  const duplicates = new Set<number>();
  for (let commit = commits.count - 1; commit >= 0; commit--) {
    if (commits.firstTouch[commit] === commits.firstTouch[commit + 1]) continue;
    const key = keyOf(history, commit);
    const same = seen.get(key);
    if (same === undefined) seen.set(key, [commit]);
    else if (same.some((older) => isSameChange(history, older, commit))) duplicates.add(commit);
    else same.push(commit);
  }
  return duplicates;
}

/** A whole number below 2^53 from author, second and touched paths, whatever their order. */
function keyOf({ commits, touches }: RawHistory, commit: number): number {
  let mixed = commits.author[commit]!;
  for (let touch = commits.firstTouch[commit]!; touch < commits.firstTouch[commit + 1]!; touch++) {
    mixed = (mixed + Math.imul(touches.path[touch]! ^ (touches.status[touch]! << 20), 0x9e3779b1)) | 0;
  }
  return commits.authoredAt[commit]! * 0x20_0000 + (mixed >>> 11);
}

function isSameChange(history: RawHistory, left: number, right: number): boolean {
  const { author, authoredAt, committedAt, firstTouch } = history.commits;
  if (author[left] !== author[right] || authoredAt[left] !== authoredAt[right] || committedAt[left] === committedAt[right]) return false;
  if (firstTouch[left + 1]! - firstTouch[left]! !== firstTouch[right + 1]! - firstTouch[right]!) return false;
  const paths = new Set(touchesOf(history, left));
  return touchesOf(history, right).every((touch) => paths.has(touch));
}

function touchesOf({ commits, touches }: RawHistory, commit: number): number[] {
  const keys: number[] = [];
  for (let touch = commits.firstTouch[commit]!; touch < commits.firstTouch[commit + 1]!; touch++) keys.push(touches.path[touch]! * 256 + touches.status[touch]!);
  return keys;
}
