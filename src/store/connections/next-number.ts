import type { Writing } from '#store/database/database.ts';
import type { ConnectionTables } from './connection-rows.ts';

type Counted = ConnectionTables['counter']['what'];

/**
 * The first of `count` numbers that nobody else gets. Whoever asks next waits until this transaction ends, so numbers grow in the
 * order in which things were kept; whoever asks for two kinds of them
 * in one transaction asks in the order of delivery, keeping, handle, or two could wait for each other.
 */
export async function nextNumber(query: Writing, what: Counted, count = 1): Promise<number> {
  const { next } = await query
    .insertInto('counter')
    .values({ what, next: count + 1 })
    .onConflict((conflict) => conflict.column('what').doUpdateSet((built) => ({ next: built('counter.next', '+', count) })))
    .returning('next')
    .executeTakeFirstOrThrow();
  return next - count;
}
