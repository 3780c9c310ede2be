import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refusal } from '#core/terms/refusals.ts';
import { LATEST } from '#store/database/migrate.ts';
import { TABLES } from '#store/database/tables.ts';
import { FORMAT } from './backup-lines.ts';
import type { BackupEnd, BackupHeader } from './backup-lines.ts';
import type { TableRow } from './read-rows.ts';
import { rowOfLine } from './row-line.ts';

/** A backup being read: its header at once, its rows one by one, and what it says of itself at the end. */
export interface BackupReader {
  readonly header: BackupHeader;
  readonly rows: AsyncIterable<TableRow>;
  /** To be asked after the last row. */
  readonly end: () => BackupEnd['end'];
}

/** Opens a backup. Whatever is wrong with the file is a refusal that says so. */
export async function readBackup(file: string): Promise<BackupReader> {
  const lines = linesOf(file);
  const first = await lines.next();
  const header = headerOf(first.done === true ? undefined : first.value, file);
  let end: BackupEnd['end'] | undefined;
  const rows = rowsOf({ lines, file, ended: (said) => (end = said) });
  return {
    header,
    rows,
    end: () => {
      if (end === undefined) throw broken(file, 'it ends too early');
      return end;
    },
  };
}

/**
 * A file that was made to exhaust whoever reads it is given up early: rows of ours squeeze to a third or a tenth, lists of equal
 * rows to a fortieth, nothing but zeros to a thousandth; and no row comes near the longest line.
 */
const MOST_RATIO = 200;
const ALWAYS_READ = 64 * 2 ** 20;
const LONGEST_LINE = 256 * 2 ** 20;
const LINE_END = 10;

async function* bounded(unpacked: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const most = ALWAYS_READ + MOST_RATIO * statSync(file).size;
  let [all, line] = [0, 0];
  for await (const part of unpacked) {
    all += part.length;
    const end = part.lastIndexOf(LINE_END);
    line = end < 0 ? line + part.length : part.length - end - 1;
    if (all > most || line > LONGEST_LINE) throw broken(file, 'it unpacks to far more than any backup');
    yield part;
  }
}

/** Cut-off or damaged bytes show while they are unpacked. */
async function* linesOf(file: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const input = createReadStream(file);
  const unpacked = createGunzip();
  input.on('error', (problem) => unpacked.destroy(problem));
  try {
    const text = Readable.from(bounded(input.pipe(unpacked), file), { objectMode: false });
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY }))
      yield JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch (problem) {
    throw readingRefusal(problem, file);
  } finally {
    input.destroy();
  }
}

function headerOf(line: Readonly<Record<string, unknown>> | undefined, file: string): BackupHeader {
  if (line?.['understudy'] !== 'backup' || typeof line['schema'] !== 'number') throw broken(file, 'its first line is none of ours');
  const header = line as unknown as BackupHeader;
  if (header.format > FORMAT || header.schema > LATEST)
    throw refusal('database-newer', { found: String(header.schema), known: String(LATEST) });
  return header;
}

interface Reading {
  readonly lines: AsyncGenerator<Readonly<Record<string, unknown>>>;
  readonly file: string;
  readonly ended: (end: BackupEnd['end']) => void;
}

async function* rowsOf({ lines, file, ended }: Reading): AsyncGenerator<TableRow> {
  for await (const line of lines) {
    if ('end' in line) return ended((line as unknown as BackupEnd).end);
    const table = TABLES.find(({ name }) => name === line['table']);
    if (table === undefined) throw broken(file, `it speaks of a table "${String(line['table'])}"`);
    yield { table, row: rowOfLine(line['row'] as Readonly<Record<string, unknown>>) };
  }
  throw broken(file, 'it ends too early');
}

function readingRefusal(problem: unknown, file: string): unknown {
  const code = (problem as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return broken(file, 'there is no such file');
  if (code === 'EACCES') return broken(file, 'permission denied');
  if (code === 'EISDIR') return broken(file, 'it is a folder');
  if (code.startsWith('Z_') || problem instanceof SyntaxError || problem instanceof TypeError) return broken(file, 'its bytes are damaged');
  return problem;
}

function broken(file: string, reason: string): Error {
  return refusal('backup-broken', { file, reason });
}
