import type { Buffer } from 'node:buffer';
import { runGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';

/** One regular file of a tree. */
export interface TreeFile {
  /** Where its path stands in `TreeListing.bytes`. */
  readonly start: number;
  readonly end: number;
  /** Object id in hex. */
  readonly object: string;
  readonly size: number;
}

export interface TreeListing {
  readonly bytes: Buffer;
  readonly files: readonly TreeFile[];
  /** Entries that are not regular files: symbolic links and submodules. */
  readonly links: number;
  readonly submodules: number;
}

const TAB = 9;
const MOST = 1024 * 1024 * 1024;

/** Every regular file of the tree at `commit`. Sizes of objects that a partial clone lacks are 0. */
export async function readTree(place: GitPlace, commit: string, signal?: AbortSignal): Promise<TreeListing> {
  const bytes = await runGit(place, { args: ['ls-tree', '-r', '-z', '-l', '--full-tree', '--end-of-options', commit], signal, most: MOST });
  const files: TreeFile[] = [];
  let [links, submodules] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const tab = bytes.indexOf(TAB, at);
    const end = bytes.indexOf(0, tab);
    const [mode, , object, size] = bytes.toString('latin1', at, tab).split(/ +/);
    if (mode === '120000') links++;
    else if (mode === '160000') submodules++;
    else files.push({ start: tab + 1, end, object: object!, size: Math.min(Number(size) || 0, 0xffff_ffff) });
    at = end + 1;
  }
  return { bytes, files, links, submodules };
}
