import { createHash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { keepable } from '#store/facts/keepable.ts';
import type { Writing } from '#store/database/database.ts';
import type { DeliveryRow } from './connection-rows.ts';
import { nextNumber } from './next-number.ts';

/** One thing that came, as it is to be kept. */
export interface DeliveryToKeep {
  readonly connection: number;
  readonly key: string;
  readonly kind: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly receivedAt: number;
  /** `kept` with what it told, where that is kept in the same transaction. */
  readonly state?: DeliveryRow['state'];
  readonly facts?: number;
  readonly skipped?: number;
  readonly problem?: string | null;
}

/** No body is longer when it is unpacked. */
export const LARGEST_BODY = 32 * 1024 * 1024;

/**
 * Keeps deliveries that are not there yet, all in a few statements; which of them are new. What was sent again changes nothing.
 * A number is lost where two of the same come at once, and none is ever given twice.
 */
export async function keepDeliveries(query: Writing, deliveries: readonly DeliveryToKeep[]): Promise<ReadonlyMap<string, number>> {
  if (deliveries.length === 0) return new Map();
  const first = await nextNumber(query, 'delivery', deliveries.length);
  const rows = deliveries.map(
    (one, place): DeliveryRow => ({
      number: first + place,
      connection_number: one.connection,
      key: keyOf(one.key),
      kind: keepable(one.kind).slice(0, 200),
      headers: keepable(JSON.stringify(one.headers)),
      body: squeezed(one.body),
      size: one.body.length,
      received_at: one.receivedAt,
      state: one.state ?? 'waiting',
      facts: one.facts ?? 0,
      skipped: one.skipped ?? 0,
      problem: one.problem ?? null,
    }),
  );
  const kept = await query
    .insertInto('delivery')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['connection_number', 'key']).doNothing())
    .returning(['number', 'connection_number', 'key'])
    .execute();
  return new Map(kept.map(({ number, connection_number, key }) => [`${connection_number} ${key}`, number]));
}

/** The number of one that is kept. */
export async function deliveryNumber(query: Writing, { connection, key }: Pick<DeliveryToKeep, 'connection' | 'key'>): Promise<number> {
  const { number } = await query
    .selectFrom('delivery')
    .select('number')
    .where('connection_number', '=', connection)
    .where('key', '=', keyOf(key))
    .executeTakeFirstOrThrow();
  return number;
}

/** Keys are of any length and may hold words; what is kept tells them apart and tells nothing. */
function keyOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

export function squeezed(body: Uint8Array): Uint8Array {
  return zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

export function unpacked(body: Uint8Array): Uint8Array {
  return zstdDecompressSync(body, { maxOutputLength: LARGEST_BODY });
}
