import { randomUUID } from 'node:crypto';
import { Refusal } from '#core/terms/refusal.ts';
import { beginFile, endFile } from '#store/connections/files.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import type { Database } from '#store/database/database.ts';
import { KeepInPieces } from './keep-in-pieces.ts';
import type { FileConnector } from './recognise.ts';

interface FileInHand {
  readonly connection: ConnectionRow;
  readonly connector: FileConnector;
  readonly name: string;
  readonly repository: string | undefined;
  readonly bytes: Uint8Array;
  /** Milliseconds since epoch. */
  readonly now: number;
}

const SECOND = 1000;
const HEAD = 64 * 1024;

/** Tells a file while its sender waits: what it holds beside facts is kept nowhere, for no moment. How many facts are new, and its number. */
export async function tellAtOnce(database: Database, order: FileInHand): Promise<{ readonly fresh: number; readonly number: number }> {
  const { connection, connector, name, repository, bytes, now } = order;
  const begun = { connection: connection.number, key: `file ${randomUUID()}`, size: bytes.length, receivedAt: now };
  const by = { connection: connection.number, delivery: await database.write(async (query) => await beginFile(query, begun)) };
  const keeping = new KeepInPieces(database, now);
  const end = async (told: { readonly skipped: number; readonly problem: string | null }): Promise<void> => {
    const past = (await keeping.end(by))[0];
    const facts = keeping.fresh + keeping.known;
    const problem = told.problem ?? (past === undefined ? null : `${past.what}: ${past.why}`);
    const said = { facts, skipped: told.skipped + keeping.dropped, problem: problem?.slice(0, 500) ?? null };
    await database.write(async (query) => await endFile(query, by.delivery, said));
  };
  let [skipped, problem]: [number, string | null] = [0, null];
  try {
    const given = { name, size: bytes.length, head: bytes.subarray(0, HEAD), open: () => inHand(bytes) };
    const telling = { host: connection.host, now: Math.floor(now / SECOND), ...(repository === undefined ? {} : { repository }) };
    for await (const told of connector.file.read(given, telling)) {
      await keeping.add(told, by);
      skipped += told.skipped.length;
      problem ??= told.skipped[0] === undefined ? null : `${told.skipped[0].what}: ${told.skipped[0].why}`;
    }
  } catch (reason) {
    if (reason instanceof Refusal) await end({ skipped, problem: reason.message });
    throw reason;
  }
  await end({ skipped, problem });
  return { fresh: keeping.fresh, number: by.delivery };
}

async function* inHand(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
