/** A folder with everything below it. `share` counts the whole folder, `ownShare` only the files directly in it. */
export interface Folder {
  /** '' for the root, else without trailing slash. */
  readonly path: string;
  readonly children: Map<string, Folder>;
  share: number;
  ownShare: number;
  /** Counted living files in the whole folder, and directly in it. */
  files: number;
  ownFiles: number;
}

/** Builds the tree of one repository from its living files' paths and shares. */
export function growFolders(paths: readonly string[], shares: readonly number[]): Folder {
  const root = newFolder('');
  paths.forEach((path, i) => addFile(root, path, shares[i]!));
  return root;
}

function addFile(root: Folder, path: string, share: number): void {
  let folder = root;
  count(folder, share);
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const name = path.slice(folder.path === '' ? 0 : folder.path.length + 1, slash);
    let child = folder.children.get(name);
    if (!child) folder.children.set(name, (child = newFolder(path.slice(0, slash))));
    folder = child;
    count(folder, share);
  }
  folder.ownShare += share;
  folder.ownFiles++;
}

function count(folder: Folder, share: number): void {
  folder.share += share;
  folder.files++;
}

function newFolder(path: string): Folder {
  return { path, children: new Map(), share: 0, ownShare: 0, files: 0, ownFiles: 0 };
}
