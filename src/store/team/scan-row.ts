import { crc32 } from 'node:zlib';
import type { ScanRow } from '#store/database/schema.ts';

/** Checksum over everything in the row: a changed byte would otherwise be believed. */
export function scanCrc(row: ScanRow): number {
  const fields = Object.entries(row).filter(([name]) => name !== 'crc' && name !== 'snapshot');
  const named = fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return crc32(row.snapshot, crc32(JSON.stringify(named)));
}
