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
/** Bytes of listing: some three million files. A few objects can name any number of them. */
const MOST = 256 * 1024 * 1024;

/** Every regular file of the tree at `commit`. Sizes of objects that a partial clone lacks are 0. */
export async function readTree(place: GitPlace, commit: string, signal?: AbortSignal): Promise<TreeListing> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit];
  const bytes = await runGit(place, { args, signal, most: MOST });
  const found: Omit<TreeFile, 'size'>[] = [];
  let [links, submodules] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const tab = bytes.indexOf(TAB, at);
    const end = bytes.indexOf(0, tab);
    // `<mode> <kind> <object>`, of which the first letters of the mode tell all.
    const mode = bytes.toString('latin1', at, at + 3);
    if (mode === '120') links++;
    else if (mode === '160') submodules++;
    else found.push({ start: tab + 1, end, object: bytes.toString('latin1', bytes.lastIndexOf(32, tab) + 1, tab) });
    at = end + 1;
  }
  const sizes = await readSizes(place, new Set(found.map(({ object }) => object)), signal);
  return { bytes, files: found.map((file) => ({ ...file, size: sizes.get(file.object) ?? 0 })), links, submodules };
}

/** Asked once for each object, however many paths lead to it. */
export async function readSizes(place: GitPlace, objects: ReadonlySet<string>, signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
  if (objects.size === 0) return new Map();
  const input = [...objects].map((object) => `${object}\n`).join('');
  const args = ['cat-file', '--batch-check=%(objectname) %(objectsize)', '--buffer'];
  const output = await runGit(place, { args, input, signal, most: MOST });
  const sizes = new Map<string, number>();
  for (const line of output.toString('latin1').split('\n')) {
    const [object, size] = line.split(' ');
    sizes.set(object!, Math.min(Number(size) || 0, 0xffff_ffff));
  }
  return sizes;
}
