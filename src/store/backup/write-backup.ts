import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database, Writing } from '#store/database/database.ts';
import { schemaVersion } from '#store/database/migrate.ts';
import { FORMAT } from './backup-lines.ts';
import type { BackupHeader, BackupEnd } from './backup-lines.ts';
import { Digest } from './digest.ts';
import type { TableDigest } from './digest.ts';
import { readRows } from './read-rows.ts';
import { rowLine } from './row-line.ts';

/**
 * Writes everything of one moment into `file`: lines of JSON, squeezed, the last one with counts and checksums. The
 * server goes on working meanwhile. The file appears whole and on disk, or not at all.
 */
export async function writeBackup(database: Database, file: string, now: number): Promise<readonly TableDigest[]> {
  const draft = `${file}.${process.pid}.part`;
  const digest = new Digest();
  let tables: readonly TableDigest[] = [];
  try {
    await database.snapshot(async (query) => {
      const header: BackupHeader = { understudy: 'backup', format: FORMAT, schema: await schemaVersion(database, query), madeAt: now };
      const lines = backupLines({ query, header, digest, ended: (all) => (tables = all) });
      await pipeline(Readable.from(lines), createGzip(), createWriteStream(draft, { flags: 'wx', mode: 0o600 }));
    });
    await onDisk(draft);
    await rename(draft, file);
    return tables;
  } catch (problem) {
    await rm(draft, { force: true });
    throw problem;
  }
}

interface Writable {
  readonly query: Writing;
  readonly header: BackupHeader;
  readonly digest: Digest;
  readonly ended: (tables: readonly TableDigest[]) => void;
}

async function* backupLines({ query, header, digest, ended }: Writable): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`;
  for await (const { table, row } of readRows(query)) {
    const line = rowLine(row);
    digest.add(table.name, line);
    yield `{"table":"${table.name}","row":${line}}\n`;
  }
  const end: BackupEnd = { end: digest.tables() };
  ended(end.end);
  yield `${JSON.stringify(end)}\n`;
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
