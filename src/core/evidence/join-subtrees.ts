/** Files while a history is walked; `parent` is mutated when two turn out to be one. */
export interface Lineages {
  readonly paths: readonly string[];
  /** Files so far; the columns have room for more. */
  count: number;
  readonly parent: Uint32Array;
  /** Path row of each file. */
  readonly path: Uint32Array;
  /** Files of the tree have the first rows. */
  readonly treeFiles: number;
  /** 1 = some commit adds the file or renames it into place; 1 = its newest touch removed it. */
  readonly born: Uint8Array;
  readonly ended: Uint8Array;
}

/** Files that must move together before a move that no commit shows is believed. */
const TOGETHER = 3;

/**
 * A merge can move a whole repository into a folder without a commit that says so (subtree merges). Then the tree holds
 * files that nobody added, `folder/x`, and the history holds files that nobody removed, `x`. Where at least three, and at
 * least half of a folder's files without a birth find their counterpart, they are the same files.
 */
export function joinSubtrees(lineages: Lineages): void {
  const orphans = rowsWhere(lineages.treeFiles, (file) => lineages.born[file] === 0);
  const lost = lostFiles(lineages);
  if (orphans.length < TOGETHER || lost.size < TOGETHER) return;
  const pathOf = (file: number): string => lineages.paths[lineages.path[file]!]!;
  for (const [folder, pairs] of counterparts(orphans, lost, pathOf)) {
    if (pairs.length < TOGETHER) continue;
    const unborn = orphans.reduce((count, file) => count + (pathOf(file).startsWith(folder) ? 1 : 0), 0);
    if (pairs.length * 2 < unborn) continue;
    for (const { file, counterpart } of pairs) if (lineages.parent[counterpart] === counterpart) lineages.parent[counterpart] = file;
  }
}

interface Pair {
  readonly file: number;
  readonly counterpart: number;
}

/** For each folder (with its slash) the files in it that are known without the folder. */
function counterparts(
  orphans: readonly number[],
  lost: ReadonlyMap<string, number>,
  pathOf: (file: number) => string,
): ReadonlyMap<string, Pair[]> {
  const firstWords = new Set([...lost.keys()].map((path) => path.split('/', 1)[0]!));
  const cutsOf = new Map<string, readonly string[]>();
  const found = new Map<string, Pair[]>();
  for (const file of orphans) {
    const path = pathOf(file);
    const parent = path.slice(0, path.lastIndexOf('/') + 1);
    let cuts = cutsOf.get(parent);
    if (cuts === undefined) cutsOf.set(parent, (cuts = possibleCuts(parent, firstWords)));
    for (const folder of cuts) {
      const counterpart = lost.get(path.slice(folder.length));
      if (counterpart === undefined) continue;
      const pairs = found.get(folder);
      if (pairs === undefined) found.set(folder, [{ file, counterpart }]);
      else pairs.push({ file, counterpart });
    }
  }
  return found;
}

/** Folders above a file whose next word begins some lost path; once for all files of one folder. */
function possibleCuts(parent: string, firstWords: ReadonlySet<string>): readonly string[] {
  const cuts: string[] = [];
  for (let slash = parent.indexOf('/'); slash >= 0; slash = parent.indexOf('/', slash + 1)) {
    const next = parent.indexOf('/', slash + 1);
    if (next < 0 || firstWords.has(parent.slice(slash + 1, next))) cuts.push(parent.slice(0, slash + 1));
  }
  return cuts;
}

/** Files that nobody removed and that yet are not in the tree, by path. */
function lostFiles({ paths, path, parent, count, treeFiles, ended }: Lineages): Map<string, number> {
  const lost = new Map<string, number>();
  for (let file = treeFiles; file < count; file++) {
    if (parent[file] === file && ended[file] === 0) lost.set(paths[path[file]!]!, file);
  }
  return lost;
}

function rowsWhere(count: number, test: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (test(row)) rows.push(row);
  return rows;
}
