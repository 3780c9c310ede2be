import { randomUUID } from 'node:crypto';
import { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { askForLookSoon } from '#app/actions/signals/ask-for-look.ts';
import type { Skipped } from '#core/facts/told.ts';
import type { Telling } from '#sources/connecting/connector.ts';
import { connectionNamed } from '#store/connections/connections.ts';
import { beginFile, endFile } from '#store/connections/files.ts';
import { packFacts } from '#store/facts/packs/packs.ts';
import type { Database } from '#store/database/database.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import { connectionForFiles } from './connection-for-files.ts';
import { type FoundFile, filesGiven } from './files-given.ts';
import { KeepInPieces } from './keep-in-pieces.ts';
import { FILE_CONNECTORS, type FileConnector, notRecognised, readerNamed, readerOf } from './recognise.ts';

export interface ImportOrder {
  readonly database: Database;
  readonly paths: readonly string[];
  /** Kind of connector; default: whichever recognises the file. What a file of that kind is may follow a colon: `calendar:rota`. */
  readonly as?: string | undefined;
  /** Repository that files are about where they do not say so themselves: `github.com/acme/shop`. */
  readonly repository?: string | undefined;
  /** Host of the service that files come from, as places name it. */
  readonly host?: string | undefined;
  /** Connection that they belong to; default: the oldest one of that kind and host, a new one where there is none. */
  readonly into?: string | undefined;
  /** Milliseconds since epoch. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Default: all there are. */
  readonly connectors?: readonly FileConnector[];
}

export interface ImportProgress {
  readonly file: string;
  /** Bytes of it that were read. */
  readonly done: number;
  readonly total: number;
  readonly facts: number;
}

/** What became of one file. */
export interface ImportedFile {
  readonly file: string;
  readonly kind: string;
  readonly connection: string;
  readonly fresh: number;
  readonly known: number;
  /** Records that could not be understood. */
  readonly skipped: number;
  /** The first of them. */
  readonly problems: readonly Skipped[];
}

export interface Imported {
  readonly files: readonly ImportedFile[];
  /** Files of folders that nothing here reads. */
  readonly passed: readonly string[];
}

/** Told of each file; the rest is counted. */
const MOST_PROBLEMS = 5;
const MANY = 10_000;
const SECOND = 1000;

/**
 * Reads what files tell and keeps it, a piece at a time. Broken off at any point it can be begun again: what is there already is known,
 * and nothing is there twice.
 */
export async function importFiles(order: ImportOrder): Promise<Imported> {
  const { database, connectors = FILE_CONNECTORS } = order;
  const [files, passed]: [ImportedFile[], FoundFile[]] = [[], []];
  for await (const file of filesGiven(order.paths)) {
    order.signal.throwIfAborted();
    const connector = order.as === undefined ? readerOf(file, connectors) : readerNamed(order.as.split(':')[0]!, connectors);
    if (connector === undefined && file.named) throw notRecognised(file.path, file, connectors);
    if (connector === undefined) passed.push(file);
    else files.push(await importFile(order, file, connector));
  }
  if (files.length === 0) throw notRecognised(passed[0]?.path ?? order.paths.join(', '), passed[0], connectors);
  const fresh = files.reduce((sum, file) => sum + file.fresh, 0);
  const measure = database.dialect.measure('fact');
  if (measure !== null && fresh > MANY) await measure.execute(database.query);
  await packFacts(database);
  if (fresh > 0) await askForLookSoon(database, order.now());
  return { files, passed: passed.map(({ path }) => path) };
}

async function importFile(order: ImportOrder, file: FoundFile, connector: FileConnector): Promise<ImportedFile> {
  const { database, now } = order;
  const connection = await connectionFor(order, connector);
  const telling = { host: connection.host, now: Math.floor(now() / SECOND), ...repositoryOf(order, connection), ...sortOf(order) };
  const given = { connection: connection.number, key: `file ${randomUUID()}`, size: file.size, receivedAt: now() };
  const by = { connection: connection.number, delivery: await database.write(async (query) => await beginFile(query, given)) };
  const keeping = new KeepInPieces(database, now());
  const problems: Skipped[] = [];
  let skipped = 0;
  for await (const told of toldBy(order, { file, connector, telling, keeping })) {
    order.signal.throwIfAborted();
    await keeping.add(told, by);
    skipped += told.skipped.length;
    problems.push(...told.skipped.slice(0, MOST_PROBLEMS - problems.length));
  }
  problems.push(...(await keeping.end(by)));
  const { fresh, known, dropped } = keeping;
  const all = skipped + dropped;
  await database.write(
    async (query) => await endFile(query, by.delivery, { facts: fresh + known, skipped: all, problem: shown(problems[0]) }),
  );
  return { file: file.path, kind: connector.kind, connection: connection.name, fresh, known, skipped: all, problems };
}

/** What follows the kind in `--as`. */
function sortOf({ as }: ImportOrder): Pick<Telling, 'as'> {
  const sort = as?.split(':')[1];
  return sort === undefined ? {} : { as: sort };
}

function shown(first: Skipped | undefined): string | null {
  return first === undefined ? null : `${first.what}: ${first.why}`.slice(0, 500);
}

interface Reading {
  readonly file: FoundFile;
  readonly connector: FileConnector;
  readonly telling: Telling;
  readonly keeping: KeepInPieces;
}

/** A file that breaks off in the middle of what it holds is refused; what it told by then is kept and known when it comes again. */
async function* toldBy({ onProgress }: ImportOrder, { file, connector, telling, keeping }: Reading) {
  let done = 0;
  const open = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of file.open()) {
      yield piece;
      done += piece.length;
    }
  };
  try {
    for await (const told of connector.file.read({ ...file, open }, telling)) {
      yield told;
      onProgress({ file: file.name, done, total: file.size, facts: keeping.fresh + keeping.known });
    }
  } catch (problem) {
    if (problem instanceof Refusal || (problem as Error).name === 'AbortError') throw problem;
    const { code } = problem as NodeJS.ErrnoException;
    if (typeof code !== 'string' || !/^(?:Z_|E[A-Z])/.test(code)) throw problem;
    throw refusal('path-unreadable', { path: file.path, reason: code.startsWith('Z_') ? 'it is squeezed and damaged' : code });
  }
}

function repositoryOf({ repository }: ImportOrder, { settings }: ConnectionRow): { readonly repository?: string } {
  const usual = repository ?? (JSON.parse(settings) as { readonly repository?: string }).repository;
  return usual === undefined ? {} : { repository: usual };
}

async function connectionFor({ database, into, host, now }: ImportOrder, connector: FileConnector): Promise<ConnectionRow> {
  if (into !== undefined) {
    const named = await connectionNamed(database.query, into);
    if (named.kind !== connector.kind) throw refusal('connection-kind', { name: named.name, kind: named.kind, other: connector.kind });
    return named;
  }
  return await connectionForFiles(database, connector, { host, now: now() });
}
