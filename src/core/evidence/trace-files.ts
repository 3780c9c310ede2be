import { joinSubtrees, type Lineages } from './join-subtrees.ts';
import { NO_ROW, type RawHistory } from './raw-history.ts';

/**
 * # File lineage
 * What it says: which touches belong to one file, through renames, directory moves, deletion and return.
 * Formula: walking newest first, a path stands for the file that bears it later; `R old→new` hands the file of `new` to `old`; an add closes the path; a deletion below a rename opens another file, a deletion below an add opens an earlier life of the same one.
 * Reading: a file that was moved keeps its history; a path that two files bore at different times has two rows.
 * Source: rename detection of git (`-M`); the walk follows G. Avelino et al., "A Novel Approach for Estimating Truck Factors", ICPC 2016 (renames followed), extended to parallel branches.
 * Weakness: renames that git does not see as such (less than half alike) break a lineage; on parallel branches the order of time decides, not the order of ancestry.
 */
export interface FileTrace {
  readonly count: number;
  /** Path row of each file: its latest path. */
  readonly path: Uint32Array;
  readonly alive: Uint8Array;
  readonly bytes: Uint32Array;
  /** File row of each touch. */
  readonly fileOfTouch: Uint32Array;
  /** 1 where a touch starts a life of its file. */
  readonly creates: Uint8Array;
}

const FREE = 0;
const OPEN = 1;
const CLOSED_BY_ADD = 2;
const CLOSED_BY_RENAME = 3;
const [ADDED, DELETED, RENAMED] = [65, 68, 82];

/** Working columns of the walk; mutated by every step below. There can be no more files than tree entries and touches. */
interface Walk extends Lineages {
  readonly history: RawHistory;
  readonly fileAt: Int32Array;
  readonly state: Uint8Array;
  readonly lastAdd: Int32Array;
  readonly fileOfTouch: Uint32Array;
  readonly creates: Uint8Array;
}

export function traceFiles(history: RawHistory): FileTrace {
  const walk = startAtTree(history);
  const { firstTouch, count } = history.commits;
  for (let commit = 0; commit < count; commit++) {
    const from = firstTouch[commit]!;
    const to = firstTouch[commit + 1]!;
    for (let touch = from; touch < to; touch++) place(walk, touch);
    for (let touch = from; touch < to; touch++) closePath(walk, touch);
    for (let touch = from; touch < to; touch++) if (history.touches.status[touch] === RENAMED) openOldPath(walk, touch);
  }
  joinSubtrees(walk);
  return settle(walk);
}

function startAtTree(history: RawHistory): Walk {
  const { tree, paths, touches } = history;
  const most = tree.path.length + touches.count;
  const walk: Walk = {
    history,
    fileAt: new Int32Array(paths.length).fill(-1),
    state: new Uint8Array(paths.length),
    count: 0,
    parent: new Uint32Array(most),
    path: new Uint32Array(most),
    born: new Uint8Array(most),
    ended: new Uint8Array(most),
    lastAdd: new Int32Array(most),
    treeFiles: tree.path.length,
    paths,
    fileOfTouch: new Uint32Array(touches.count),
    creates: new Uint8Array(touches.count),
  };
  for (let row = 0; row < tree.path.length; row++) openFile(walk, tree.path[row]!);
  return walk;
}

function openFile(walk: Walk, path: number): number {
  const file = walk.count++;
  walk.parent[file] = file;
  walk.path[file] = path;
  walk.lastAdd[file] = -1;
  walk.fileAt[path] = file;
  walk.state[path] = OPEN;
  return file;
}

/** Finds the file that a touch speaks of, before the touch itself changes what older commits see. */
function place(walk: Walk, touch: number): void {
  const path = walk.history.touches.path[touch]!;
  const status = walk.history.touches.status[touch]!;
  const fresh = walk.state[path] === FREE || (status === DELETED && walk.state[path] === CLOSED_BY_RENAME);
  const file = fresh ? openFile(walk, path) : rootFile(walk, walk.fileAt[path]!);
  walk.fileOfTouch[touch] = file;
  if (fresh && status === DELETED) walk.ended[file] = 1;
  if (status === ADDED) markBirth(walk, file, touch);
  else if (status === DELETED) walk.lastAdd[file] = -1;
}

/** Of several adds without a deletion between them (parallel branches, cherry-picks) only the oldest is a birth. */
function markBirth(walk: Walk, file: number, touch: number): void {
  const newer = walk.lastAdd[file]!;
  if (newer >= 0) walk.creates[newer] = 0;
  walk.creates[touch] = 1;
  walk.lastAdd[file] = touch;
}

function closePath(walk: Walk, touch: number): void {
  const path = walk.history.touches.path[touch]!;
  const status = walk.history.touches.status[touch]!;
  if (status === ADDED || status === RENAMED) walk.born[walk.fileOfTouch[touch]!] = 1;
  if (status === ADDED) walk.state[path] = CLOSED_BY_ADD;
  else if (status === RENAMED) walk.state[path] = CLOSED_BY_RENAME;
  else if (status === DELETED) walk.state[path] = OPEN;
}

/** Older commits know the file under the name it was renamed from. */
function openOldPath(walk: Walk, touch: number): void {
  const old = walk.history.touches.oldPath[touch]!;
  if (old === NO_ROW) return;
  const file = walk.fileOfTouch[touch]!;
  if (walk.state[old] === OPEN) {
    const there = rootFile(walk, walk.fileAt[old]!);
    if (there !== file && isAlive(walk, there)) return;
    if (there !== file) walk.parent[Math.max(there, file)] = Math.min(there, file);
  }
  walk.fileAt[old] = rootFile(walk, file);
  walk.state[old] = OPEN;
}

function isAlive(walk: Walk, file: number): boolean {
  return file < walk.treeFiles;
}

function rootFile(walk: Walk, file: number): number {
  let root = file;
  while (walk.parent[root] !== root) root = walk.parent[root]!;
  return root;
}

/** Numbers the files that are left: those of the tree first, in its order, then the dead in order of their latest touch. */
function settle(walk: Walk): FileTrace {
  const rowOf = new Uint32Array(walk.count);
  const path = new Uint32Array(walk.count);
  let count = 0;
  for (let file = 0; file < walk.count; file++) {
    if (walk.parent[file] !== file) continue;
    path[count] = walk.path[file]!;
    rowOf[file] = count++;
  }
  const fileOfTouch = walk.fileOfTouch;
  for (let touch = 0; touch < fileOfTouch.length; touch++) fileOfTouch[touch] = rowOf[rootFile(walk, fileOfTouch[touch]!)]!;
  const bytes = new Uint32Array(count);
  bytes.set(walk.history.tree.bytes.subarray(0, walk.treeFiles));
  const alive = new Uint8Array(count).fill(1, 0, walk.treeFiles);
  return { count, path: path.slice(0, count), alive, bytes, fileOfTouch, creates: walk.creates };
}
