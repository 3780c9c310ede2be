import type { Database, Writing } from '#store/database/database.ts';
import type { DeliveryRow } from './connection-rows.ts';
import { nextNumber } from './next-number.ts';
import { squeezed, unpacked } from './deliveries.ts';

export interface FileToBegin {
  readonly connection: number;
  readonly key: string;
  readonly size: number;
  readonly receivedAt: number;
}

/** What stands there until the end says otherwise. */
const CUT_OFF = 'It was cut off; importing it again goes on harmlessly.';

/** Notes that a file is being read; its number is what its facts are told by. */
export async function beginFile(query: Writing, { connection, key, size, receivedAt }: FileToBegin): Promise<number> {
  const number = await nextNumber(query, 'delivery');
  const row = { number, connection_number: connection, key, kind: 'file', headers: '{}', body: null, size, received_at: receivedAt };
  await query
    .insertInto('delivery')
    .values({ ...row, state: 'kept', facts: 0, skipped: 0, problem: CUT_OFF })
    .execute();
  return number;
}

export async function endFile(
  query: Writing,
  number: number,
  told: { readonly facts: number; readonly skipped: number; readonly problem: string | null },
): Promise<void> {
  await query
    .updateTable('delivery')
    .set({ ...told, state: 'kept' })
    .where('number', '=', number)
    .execute();
  await dropPieces(query, number);
}

/** The file itself goes. */
export async function dropPieces(query: Writing, number: number): Promise<void> {
  await query.deleteFrom('delivery_piece').where('delivery_number', '=', number).execute();
}

/** Bytes of one piece: small enough that a backup reads several at once. */
const PIECE = 1024 * 1024;

/** Keeps a file that somebody handed over until it is told; the very same handed over again is known by the number it has. */
export async function keepFile(
  query: Writing,
  { connection, key, receivedAt, said, bytes }: Omit<FileToBegin, 'size'> & { readonly said: object; readonly bytes: Uint8Array },
): Promise<{ readonly number: number; readonly fresh: boolean }> {
  const number = await nextNumber(query, 'delivery');
  const row = { number, connection_number: connection, key, kind: 'file', headers: JSON.stringify(said), body: null, size: bytes.length };
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('delivery')
    .values({ ...row, received_at: receivedAt, state: 'waiting', facts: 0, skipped: 0, problem: null })
    .onConflict((conflict) => conflict.columns(['connection_number', 'key']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return { number: await numberOf(query, connection, key), fresh: false };
  for (let at = 0, place = 0; at < bytes.length; at += PIECE, place++) {
    const piece = squeezed(bytes.subarray(at, at + PIECE));
    await query.insertInto('delivery_piece').values({ delivery_number: number, number: place, bytes: piece }).execute();
  }
  return { number, fresh: true };
}

async function numberOf(query: Writing, connection: number, key: string): Promise<number> {
  const there = query.selectFrom('delivery').select('number').where('connection_number', '=', connection).where('key', '=', key);
  return (await there.executeTakeFirstOrThrow()).number;
}

/** What became of a file by its number; undefined where there is none of it. `fresh`: facts that it told first. */
export async function fileSeen(query: Database['query'], number: number): Promise<FileSeen | undefined> {
  const row = await query.selectFrom('delivery').selectAll().where('number', '=', number).where('kind', '=', 'file').executeTakeFirst();
  if (row === undefined || row.state === 'waiting') return row && { ...row, fresh: 0 };
  const { count } = await query
    .selectFrom('fact')
    .select((built) => built.fn.countAll<number>().as('count'))
    .where('connection_number', '=', row.connection_number)
    .where('told_by', '=', number)
    .executeTakeFirstOrThrow();
  return { ...row, fresh: count };
}

type FileSeen = Pick<DeliveryRow, 'state' | 'facts' | 'skipped' | 'problem'> & { readonly fresh: number };

/** The bytes of a file that was handed over, a piece at a time. */
export async function* piecesOf({ query }: Database, delivery: number): AsyncGenerator<Uint8Array> {
  const piece = query.selectFrom('delivery_piece').select('bytes').where('delivery_number', '=', delivery);
  for (let place = 0; ; place++) {
    const row = await piece.where('number', '=', place).executeTakeFirst();
    if (row === undefined) return;
    yield unpacked(row.bytes);
  }
}
