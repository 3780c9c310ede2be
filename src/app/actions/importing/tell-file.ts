import { Refusal } from '#core/terms/refusal.ts';
import type { Connector, FileGiven } from '#sources/connecting/connector.ts';
import { deliveriesBecame } from '#store/connections/open-deliveries.ts';
import { dropPieces, endFile, piecesOf } from '#store/connections/files.ts';
import type { Database } from '#store/database/database.ts';
import type { ConnectionRow, DeliveryRow } from '#store/connections/connection-rows.ts';
import { KeepInPieces } from './keep-in-pieces.ts';

interface FileToTell {
  readonly database: Database;
  readonly connection: ConnectionRow;
  readonly file: DeliveryRow;
  readonly connector: Connector | undefined;
  readonly signal: AbortSignal;
}

const SECOND = 1000;
const HEAD = 64 * 1024;

/** Tells a file that somebody handed to the server; its bytes go when it is told, and when it cannot be. */
export async function tellFile({ database, connection, file, connector, signal }: FileToTell): Promise<number> {
  const { name, repository } = JSON.parse(file.headers) as { readonly name: string; readonly repository?: string };
  const keeping = new KeepInPieces(database, file.received_at);
  const by = { connection: connection.number, delivery: file.number };
  const telling = {
    host: connection.host,
    now: Math.floor(file.received_at / SECOND),
    ...(repository === undefined ? {} : { repository }),
  };
  let [skipped, problem]: [number, string | null] = [0, null];
  try {
    if (connector?.file === undefined) throw new Error('nothing reads files of this kind');
    for await (const told of connector.file.read(await givenOf(database, file, name), telling)) {
      signal.throwIfAborted();
      await keeping.add(told, by);
      skipped += told.skipped.length;
      problem ??= told.skipped[0] === undefined ? null : `${told.skipped[0].what}: ${told.skipped[0].why}`.slice(0, 500);
    }
    const past = (await keeping.end(by))[0];
    problem ??= past === undefined ? null : `${past.what}: ${past.why}`;
  } catch (reason) {
    if (signal.aborted || !(reason instanceof Refusal || connector?.file === undefined)) throw reason;
    const became = { number: file.number, state: 'bad' as const, facts: 0, skipped, problem: (reason as Error).message.slice(0, 500) };
    await database.write(async (query) => {
      await deliveriesBecame(query, database, [became]);
      await dropPieces(query, file.number);
    });
    return 0;
  }
  const { fresh, known, dropped } = keeping;
  await database.write(async (query) => await endFile(query, file.number, { facts: fresh + known, skipped: skipped + dropped, problem }));
  return fresh;
}

async function givenOf(database: Database, { number, size }: DeliveryRow, name: string): Promise<FileGiven> {
  const open = (): AsyncIterable<Uint8Array> => piecesOf(database, number);
  let head: Uint8Array = new Uint8Array();
  for await (const piece of open()) {
    head = piece.subarray(0, HEAD);
    break;
  }
  return { name, size, head, open };
}
