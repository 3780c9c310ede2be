import type { Database } from '#store/database/database.ts';
import { scanStamp } from '#store/kept-scan.ts';
import { withoutForgotten } from '#store/privacy/forgotten.ts';
import { loadStampedScan, saveScan } from './scans.ts';

/** Writes a kept scan anew without whoever is forgotten; false where nothing of them is in it, or a newer scan came in between. */
export async function forgetInScan(database: Database, sourceId: string): Promise<boolean> {
  const loaded = await loadStampedScan(database, sourceId);
  if (loaded === undefined) return false;
  const { scan, stamp } = loaded;
  return await database.write(async (query) => {
    const less = await withoutForgotten(query, scan);
    if (
      JSON.stringify([less.spelled.identities, less.mapped, less.facts.texts]) ===
      JSON.stringify([scan.spelled.identities, scan.mapped, scan.facts.texts])
    )
      return false;
    const now = await query.selectFrom('scan').select(['head', 'crc']).where('source_id', '=', sourceId).executeTakeFirst();
    if (now === undefined || scanStamp(now) !== stamp) return false;
    await query.deleteFrom('scan').where('source_id', '=', sourceId).execute();
    const { overlay, scannedAt } = scan;
    await saveScan(query, { sourceId, scan: { ...less, overlay, scannedAt, fresh: less.spelled.commits.count } });
    return true;
  });
}
