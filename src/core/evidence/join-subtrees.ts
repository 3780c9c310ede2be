/** Files while a history is walked; `parent` is mutated when two turn out to be one. */
export interface Lineages {
  readonly paths: readonly string[];
  readonly parent: number[];
  /** Path row of each file. */
  readonly path: number[];
  /** Files of the tree have the first rows. */
  readonly treeFiles: number;
  /** 1 = some commit adds the file or renames it into place; 1 = its newest touch removed it. */
  readonly born: number[];
  readonly ended: number[];
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
  const folders = new Map<string, { readonly file: number; readonly counterpart: number }[]>();
  const unborn = new Map<string, number>();
  for (const file of orphans) {
    const path = lineages.paths[lineages.path[file]!]!;
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      unborn.set(folder, (unborn.get(folder) ?? 0) + 1);
      const counterpart = lost.get(path.slice(slash + 1));
      if (counterpart === undefined) continue;
      const pairs = folders.get(folder);
      if (pairs === undefined) folders.set(folder, [{ file, counterpart }]);
      else pairs.push({ file, counterpart });
    }
  }
  for (const [folder, pairs] of folders) {
    if (pairs.length < TOGETHER || pairs.length * 2 < unborn.get(folder)!) continue;
    for (const { file, counterpart } of pairs) if (lineages.parent[counterpart] === counterpart) lineages.parent[counterpart] = file;
  }
}

/** Files that nobody removed and that yet are not in the tree, by path. */
function lostFiles({ paths, path, parent, treeFiles, ended }: Lineages): Map<string, number> {
  const lost = new Map<string, number>();
  for (let file = treeFiles; file < parent.length; file++) {
    if (parent[file] === file && ended[file] === 0) lost.set(paths[path[file]!]!, file);
  }
  return lost;
}

function rowsWhere(count: number, test: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (test(row)) rows.push(row);
  return rows;
}
