import type { Buffer } from 'node:buffer';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw, inflateRawSync } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import { refusal } from '#core/terms/refusals.ts';
import type { FileGiven } from '#sources/connecting/connector.ts';
import { WindowReader } from './window-reader.ts';

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
  let handle: FileHandle | undefined;
  try {
    handle = await open(join(folder, 'given.zip'), 'wx+', 0o600);
    const size = await spool(file, handle, limits.packed);
    const reader = new WindowReader(handle, size);
    const zip = await unpacking(
      file,
      fromRandomAccessReaderPromise(reader, size, { autoClose: false, validateEntrySizes: true, strictFileNames: true }),
    );
    yield* of(archiveOf({ zip, reader }, file, await unpacking(file, entriesOf(zip, file, limits))));
  } finally {
    await handle?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(file: FileGiven, handle: FileHandle, most: number): Promise<number> {
  let size = 0;
  for await (const piece of file.open()) {
    size += piece.length;
    if (size > most) throw refusal('file-too-much', { file: file.name, most: `${most / GIB} GiB` });
    await handle.writeFile(piece);
  }
  return size;
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

interface Opened {
  readonly zip: ZipFile;
  readonly reader: WindowReader;
}

function archiveOf(opened: Opened, file: FileGiven, entries: ReadonlyMap<string, Entry>): Archive {
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? undefined : await unpacking(file, contentOf(opened, entry));
    },
  };
}

/** No longer than its directory says, and no shorter. */
async function contentOf({ zip, reader }: Opened, entry: Entry): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = await reader.bytes(entry.compressedSize, fileDataStart);
  const content = entry.compressionMethod === STORED ? packed : await unpacked(packed, entry);
  if (content.length !== entry.uncompressedSize) throw new Error('an entry is not as long as the directory says');
  return content;
}

const [STORED, DEFLATED] = [0, 8];
/** Below that, unpacking is over sooner than another thread has begun with it. */
const SMALL = 64 * 1024;
const inflate = promisify(inflateRaw);

async function unpacked(packed: Buffer, { compressionMethod, uncompressedSize: size }: Entry): Promise<Buffer> {
  if (compressionMethod !== DEFLATED) throw new Error('an entry is packed in a way that is not read');
  // No further back than it is long: a small entry needs no window of 32 KiB.
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(size + 1))));
  const options = { maxOutputLength: Math.max(1, size), windowBits, chunkSize: Math.min(SMALL, Math.max(64, size)) };
  return size <= SMALL ? inflateRawSync(packed, options) : await inflate(packed, options);
}
