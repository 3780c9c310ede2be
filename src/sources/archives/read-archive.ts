import { Buffer } from 'node:buffer';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { refusal } from '#core/terms/refusals.ts';
import type { FileGiven } from '#sources/connecting/connector.ts';

/** An archive that was looked through and found harmless: nothing of it is ever written to a path that it names. */
export interface Archive {
  readonly names: readonly string[];
  /** Undefined where it is not there, or too large. */
  readonly read: (name: string) => Promise<Buffer | undefined>;
}

export interface ArchiveLimits {
  readonly packed: number;
  readonly entries: number;
  /** Of all entries together, unpacked. */
  readonly together: number;
  /** A larger entry is passed by. */
  readonly entry: number;
}

const GIB = 2 ** 30;
export const ARCHIVE_LIMITS: ArchiveLimits = { packed: 4 * GIB, entries: 200_000, together: 16 * GIB, entry: 64 * 2 ** 20 };
/** Text packs to a tenth or a twentieth; deflate itself ends at a thousandth, where nothing but zeros is in it. */
const MOST_RATIO = 250;
const LEAST_SUSPICIOUS = 2 ** 20;

/** Reads a zip by its directory, which stands at its end: the pieces go to a file that only we may read, and which is gone afterwards. */
export async function* withArchive<Told>(
  file: FileGiven,
  of: (archive: Archive) => AsyncIterable<Told>,
  limits = ARCHIVE_LIMITS,
): AsyncGenerator<Told> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-archive-'));
  let zip: ZipFile | undefined;
  try {
    const path = join(folder, 'given.zip');
    await spool(file, path, limits.packed);
    zip = await unpacking(
      file,
      openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true, strictFileNames: true }),
    );
    yield* of(archiveOf(zip, file, await unpacking(file, entriesOf(zip, file, limits))));
  } finally {
    zip?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(file: FileGiven, path: string, most: number): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const piece of file.open()) {
      size += piece.length;
      if (size > most) throw refusal('file-too-much', { file: file.name, most: `${most / GIB} GiB` });
      await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
}

/** Whatever the reader of archives cannot take is a bad archive, never a bug of ours. */
async function unpacking<Value>(file: FileGiven, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (problem) {
    if (problem instanceof Error && problem.name === 'Refusal') throw problem;
    throw refusal('archive-unreadable', {
      file: file.name,
      reason: problem instanceof Error ? problem.message.slice(0, 120) : 'it is broken',
    });
  }
}

async function entriesOf(zip: ZipFile, file: FileGiven, limits: ArchiveLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let together = 0;
  if (zip.entryCount > limits.entries) throw refusal('file-too-much', { file: file.name, most: `${limits.entries} files` });
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw refusal('archive-unreadable', { file: file.name, reason: 'it needs a password' });
    const { uncompressedSize: size, compressedSize: packed } = entry;
    if (size > LEAST_SUSPICIOUS && size > packed * MOST_RATIO)
      throw refusal('archive-unreadable', { file: file.name, reason: 'it would unpack to hundreds of times its size' });
    together += size;
    if (together > limits.together || entries.size >= limits.entries)
      throw refusal('file-too-much', { file: file.name, most: `${limits.together / GIB} GiB unpacked` });
    if (size <= limits.entry && !entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
  }
  return entries;
}

function archiveOf(zip: ZipFile, file: FileGiven, entries: ReadonlyMap<string, Entry>): Archive {
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? undefined : await unpacking(file, contentOf(zip, entry));
    },
  };
}

/** No longer than its directory says: the reader breaks off there. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
