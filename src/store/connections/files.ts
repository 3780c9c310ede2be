import type { Writing } from '#store/database/database.ts';
import { nextNumber } from './next-number.ts';

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
  await query.updateTable('delivery').set(told).where('number', '=', number).execute();
}
