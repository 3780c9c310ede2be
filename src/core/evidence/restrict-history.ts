import { NO_ROW, type RawHistory } from './raw-history.ts';

/**
 * The history as it stood at an earlier commit: that commit and its ancestors, with the tree that its touches leave.
 * Answers `--at`: everything derived from it (identities, lineage, limits) knows nothing of what came later.
 */
export function restrictHistory(history: RawHistory, head: number, tree?: TreeGiven): RawHistory {
  const kept = ancestorsOf(history, head);
  const rows = Uint32Array.from({ length: history.commits.count }, (_, row) => row).filter((row) => kept[row] === 1);
  const newRow = new Uint32Array(history.commits.count).fill(NO_ROW);
  rows.forEach((row, at) => {
    newRow[row] = at;
  });
  const commits = keepCommits(history, rows, newRow);
  const standing = tree === undefined ? { tree: treeAfter(history, rows) } : treeGiven(history, tree);
  return {
    ...history,
    ...standing,
    head: hashOfCommit(history, head),
    commits,
    touches: keepTouches(history, rows),
    trailers: keepTrailers(history, newRow),
  };
}

/** Regular files of the tree at the earlier commit, where somebody could read them (merges may move files unseen). */
export type TreeGiven = readonly { readonly path: string; readonly bytes: number }[];

/** Row of the commit that a full hash or a clear beginning of one (4 letters or more) names; undefined when none or several fit. */
export function commitNamed(history: RawHistory, hash: string): number | undefined {
  const wanted = hash.toLowerCase();
  if (!/^[0-9a-f]{4,64}$/.test(wanted)) return undefined;
  let found: number | undefined;
  for (let row = 0; row < history.commits.count; row++) {
    if (!startsWith(history, row, wanted)) continue;
    if (found !== undefined) return undefined;
    found = row;
  }
  return found;
}

/** The last commit on the line of first parents that was committed at or before a moment; undefined when there was none. */
export function commitAt({ commits }: RawHistory, moment: number): number | undefined {
  let row = commits.count > 0 ? 0 : NO_ROW;
  while (row !== NO_ROW && commits.committedAt[row]! > moment)
    row = commits.firstParent[row]! < commits.firstParent[row + 1]! ? commits.parent[commits.firstParent[row]!]! : NO_ROW;
  return row === NO_ROW ? undefined : row;
}

function ancestorsOf({ commits }: RawHistory, head: number): Uint8Array {
  const kept = new Uint8Array(commits.count);
  const work = [head];
  kept[head] = 1;
  while (work.length > 0) {
    const row = work.pop()!;
    for (let at = commits.firstParent[row]!; at < commits.firstParent[row + 1]!; at++) {
      const parent = commits.parent[at]!;
      if (parent === NO_ROW || kept[parent] === 1) continue;
      kept[parent] = 1;
      work.push(parent);
    }
  }
  return kept;
}

function keepCommits({ commits, hashBytes }: RawHistory, rows: Uint32Array, newRow: Uint32Array): RawHistory['commits'] {
  const pick = <Column extends Uint32Array | Int32Array | Uint8Array>(column: Column, into: Column): Column => {
    rows.forEach((row, at) => {
      into[at] = column[row]!;
    });
    return into;
  };
  const count = rows.length;
  const hash = new Uint8Array(count * hashBytes);
  const firstTouch = new Uint32Array(count + 1);
  const firstParent = new Uint32Array(count + 1);
  const parent: number[] = [];
  rows.forEach((row, at) => {
    hash.set(commits.hash.subarray(row * hashBytes, (row + 1) * hashBytes), at * hashBytes);
    firstTouch[at + 1] = firstTouch[at]! + commits.firstTouch[row + 1]! - commits.firstTouch[row]!;
    for (let p = commits.firstParent[row]!; p < commits.firstParent[row + 1]!; p++)
      parent.push(commits.parent[p] === NO_ROW ? NO_ROW : newRow[commits.parent[p]!]!);
    firstParent[at + 1] = parent.length;
  });
  return {
    count,
    hash,
    firstTouch,
    firstParent,
    parent: Uint32Array.from(parent),
    authoredAt: pick(commits.authoredAt, new Uint32Array(count)),
    committedAt: pick(commits.committedAt, new Uint32Array(count)),
    offsetMinutes: pick(commits.offsetMinutes, new Int32Array(count)),
    author: pick(commits.author, new Uint32Array(count)),
    committer: pick(commits.committer, new Uint32Array(count)),
    flags: pick(commits.flags, new Uint8Array(count)),
  };
}

function keepTouches({ commits, touches }: RawHistory, rows: Uint32Array): RawHistory['touches'] {
  const kept: number[] = [];
  for (const row of rows) for (let touch = commits.firstTouch[row]!; touch < commits.firstTouch[row + 1]!; touch++) kept.push(touch);
  return {
    count: kept.length,
    path: Uint32Array.from(kept, (touch) => touches.path[touch]!),
    oldPath: Uint32Array.from(kept, (touch) => touches.oldPath[touch]!),
    status: Uint8Array.from(kept, (touch) => touches.status[touch]!),
  };
}

function keepTrailers({ trailers }: RawHistory, newRow: Uint32Array): RawHistory['trailers'] {
  const kept: number[] = [];
  for (let row = 0; row < trailers.count; row++) if (newRow[trailers.commit[row]!] !== NO_ROW) kept.push(row);
  return {
    count: kept.length,
    commit: Uint32Array.from(kept, (row) => newRow[trailers.commit[row]!]!),
    kind: Uint8Array.from(kept, (row) => trailers.kind[row]!),
    identity: Uint32Array.from(kept, (row) => trailers.identity[row]!),
  };
}

/**
 * Paths that exist after these commits: the newest birth or end of a path decides, since a parallel branch may still
 * change what another one removed. Sizes are those of today where the path still stands.
 */
function treeAfter({ commits, touches, paths, tree }: RawHistory, rows: Uint32Array): RawHistory['tree'] {
  const word = new Uint8Array(paths.length);
  for (const row of rows) {
    const [from, to] = [commits.firstTouch[row]!, commits.firstTouch[row + 1]!];
    for (let touch = from; touch < to; touch++) {
      const path = touches.path[touch]!;
      if (word[path] !== STANDS && word[path] !== GONE) word[path] = WORD[touches.status[touch]!] ?? CHANGED;
    }
    for (let touch = from; touch < to; touch++) {
      const old = touches.status[touch] === RENAMED ? touches.oldPath[touch]! : NO_ROW;
      if (old !== NO_ROW && word[old] !== STANDS) word[old] = GONE;
    }
  }
  const sizes = new Map<number, number>();
  tree.path.forEach((path, at) => sizes.set(path, tree.bytes[at]!));
  const present = Uint32Array.from(paths.keys()).filter((path) => word[path] === STANDS || word[path] === CHANGED);
  return { path: present, bytes: present.map((path) => sizes.get(path) ?? 0) };
}

const [STANDS, GONE, CHANGED] = [1, 2, 3];
const [ADDED, DELETED, RENAMED] = [65, 68, 82];
const WORD: Readonly<Record<number, number>> = { [ADDED]: STANDS, [DELETED]: GONE, [RENAMED]: STANDS };

/** A tree that somebody read from the repository; paths that no touch names are new rows. */
function treeGiven(history: RawHistory, given: TreeGiven): Pick<RawHistory, 'paths' | 'tree'> {
  const paths = [...history.paths];
  const row = new Map(paths.map((path, at) => [path, at]));
  const path = Uint32Array.from(given, (file) => row.get(file.path) ?? paths.push(file.path) - 1);
  return { paths, tree: { path, bytes: Uint32Array.from(given, ({ bytes }) => bytes) } };
}

/** Full hash of a commit. */
export function hashOfCommit({ commits, hashBytes }: RawHistory, row: number): string {
  let text = '';
  for (let at = row * hashBytes; at < (row + 1) * hashBytes; at++) text += commits.hash[at]!.toString(16).padStart(2, '0');
  return text;
}

function startsWith({ commits, hashBytes }: RawHistory, row: number, wanted: string): boolean {
  if (wanted.length > hashBytes * 2) return false;
  for (let letter = 0; letter < wanted.length; letter++) {
    const byte = commits.hash[row * hashBytes + (letter >> 1)]!;
    const digit = letter % 2 === 0 ? byte >> 4 : byte & 15;
    if (digit !== Number.parseInt(wanted[letter]!, 16)) return false;
  }
  return true;
}
