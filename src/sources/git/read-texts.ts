import type { Buffer } from 'node:buffer';
import { textOfBytes } from '#sources/mining/byte-text.ts';
import { runGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import { isDeclaring } from './declaring-file.ts';
import type { TreeListing } from './read-tree.ts';

/** A small file at HEAD that says something about the repository's shape. */
export interface DeclaredText {
  readonly path: string;
  readonly text: string;
}

export interface DeclaredTexts {
  readonly texts: readonly DeclaredText[];
  /** Those that were too large or too many. */
  readonly skipped: number;
}

/** A declaring file that is to be read. */
export interface DeclaringBlob {
  readonly path: string;
  readonly object: string;
  readonly size: number;
}

/** One manifest larger than this is generated; more of them together than this is somebody's test data. */
const MOST_BYTES = 1024 * 1024;
const MOST_TOGETHER = 32 * 1024 * 1024;
const MOST_FILES = 20_000;

/** The declaring files of a tree. */
export async function readTexts(place: GitPlace, tree: TreeListing, signal?: AbortSignal): Promise<DeclaredTexts> {
  const declaring = tree.files.filter((file) => isDeclaring(tree.bytes.subarray(file.start, file.end)));
  const blobs = declaring.map(({ start, end, object, size }) => ({ path: textOfBytes(tree.bytes.subarray(start, end)), object, size }));
  return await readBlobs(place, blobs, signal);
}

/** Reads files within the bounds, shallow paths first. */
export async function readBlobs(place: GitPlace, blobs: readonly DeclaringBlob[], signal?: AbortSignal): Promise<DeclaredTexts> {
  let room = MOST_TOGETHER;
  const taken = blobs.toSorted(shallowFirst).filter((file, i) => i < MOST_FILES && file.size <= MOST_BYTES && (room -= file.size) > 0);
  if (taken.length === 0) return { texts: [], skipped: blobs.length };
  const input = taken.map((file) => `${file.object}\n`).join('');
  const output = await runGit(place, { args: ['cat-file', '--batch', '--buffer'], input, signal, most: MOST_TOGETHER * 2 });
  const contents = batchContents(output);
  const texts = taken.flatMap((file, i) => (contents[i] === undefined ? [] : [{ path: file.path, text: contents[i].toString('utf8') }]));
  return { texts, skipped: blobs.length - texts.length };
}

/** The order in which declaring files are told. */
export function shallowFirst(a: { readonly path: string }, b: { readonly path: string }): number {
  return depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1);
}

function depth(path: string): number {
  return path.split('/').length;
}

/** `<id> blob <size>\n<content>\n` or `<id> missing\n`, one after another. */
function batchContents(output: Buffer): (Buffer | undefined)[] {
  const found: (Buffer | undefined)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [, kind, size] = output.toString('latin1', at, end).split(' ');
    if (kind !== 'blob') {
      found.push(undefined);
      at = end + 1;
      continue;
    }
    found.push(output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return found;
}
