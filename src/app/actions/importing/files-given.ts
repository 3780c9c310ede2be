import { createReadStream } from 'node:fs';
import { lstat, open, opendir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { refusal } from '#core/terms/refusals.ts';
import type { FileGiven, FileSample } from '#sources/connecting/connector.ts';

/** A file that somebody named, or that lies in a folder that they named. */
export interface FoundFile extends FileGiven {
  readonly path: string;
  /** Named itself, so that not being able to read it is worth a refusal. */
  readonly named: boolean;
}

const HEAD = 64 * 1024;
/** A folder with more files, or deeper ones, is not an export. */
const MOST_FILES = 200_000;
const DEEPEST = 32;
/** What one file may unpack to, bytes. */
const MOST_UNPACKED = 8 * 1024 ** 3;
const GZIP = /\.gz$/i;

/** Every file below the paths, in the order of their names. Links inside of folders lead nowhere: what they point at was not given. */
export async function* filesGiven(paths: readonly string[]): AsyncGenerator<FoundFile> {
  for (const path of paths) {
    const real = await realpath(path).catch((problem: unknown) => {
      throw unreadable(path, problem);
    });
    const found = await lstat(real);
    if (found.isDirectory()) yield* filesBelow(real, { depth: 0, count: 0, folder: path });
    else if (found.isFile()) yield await fileAt(real, true);
    else throw refusal('path-unreadable', { path, reason: 'it is neither a file nor a folder' });
  }
}

interface Walk {
  readonly depth: number;
  count: number;
  readonly folder: string;
}

async function* filesBelow(folder: string, walk: Walk): AsyncGenerator<FoundFile> {
  if (walk.depth > DEEPEST) throw refusal('path-unreadable', { path: walk.folder, reason: `its folders are more than ${DEEPEST} deep` });
  const entries = [];
  for await (const entry of await opendir(folder)) {
    if (entry.name.startsWith('.')) continue;
    if (++walk.count > MOST_FILES)
      throw refusal('path-unreadable', { path: walk.folder, reason: `it holds more than ${MOST_FILES} files` });
    entries.push(entry);
  }
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const below = { ...walk, depth: walk.depth + 1 };
      yield* filesBelow(path, below);
      walk.count = below.count;
    } else if (entry.isFile()) yield await fileAt(path, false);
  }
}

/** The beginning is read now, the rest when it is opened. What is squeezed is looked at unpacked. */
async function fileAt(path: string, named: boolean): Promise<FoundFile> {
  const name = basename(path);
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const head = Buffer.alloc(Math.min(HEAD, size));
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      const squeezed = head[0] === 0x1f && head[1] === 0x8b;
      const sample: FileSample = squeezed
        ? { name: name.replace(GZIP, ''), size, head: await firstOf(unpackedFrom(path)) }
        : { name, size, head: head.subarray(0, bytesRead) };
      return { ...sample, path, named, open: () => (squeezed ? unpackedFrom(path) : createReadStream(path)) };
    } finally {
      await file.close();
    }
  } catch (problem) {
    throw unreadable(path, problem);
  }
}

async function* unpackedFrom(path: string): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (problem) => unpacked.destroy(problem));
  let all = 0;
  try {
    for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
      all += piece.length;
      if (all > MOST_UNPACKED) throw refusal('path-unreadable', { path, reason: 'it unpacks to more than 8 GB' });
      yield piece;
    }
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

async function firstOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    size += piece.length;
    if (size >= HEAD) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD);
}

function unreadable(path: string, problem: unknown): unknown {
  const { code } = problem as NodeJS.ErrnoException;
  if (typeof code !== 'string') return problem;
  const reasons: Readonly<Record<string, string>> = { ENOENT: 'there is nothing at this path', EACCES: 'permission denied' };
  if (code.startsWith('Z_')) return refusal('path-unreadable', { path, reason: 'it is squeezed and damaged, or cut off' });
  return /^[A-Z]\w+$/.test(code) ? refusal('path-unreadable', { path, reason: reasons[code] ?? code }) : problem;
}
