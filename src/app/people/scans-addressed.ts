import type { Database } from '#store/database/database.ts';
import { placesOfSources } from '#store/connections/repositories-told.ts';
import type { KeptScan } from '#store/kept-scan.ts';
import { loadScan } from '#store/team/scans.ts';
import { listSources } from '#store/team/sources.ts';

/** A scan as it is kept, with every address that people and sources know its repository by. */
export interface ScanAddressed {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly scan: KeptScan;
}

/** The scans of all sources that were read, by address. */
export async function scansAddressed(database: Database): Promise<readonly ScanAddressed[]> {
  const places = await placesOfSources(database);
  const scans: ScanAddressed[] = [];
  for (const { id, name, address } of await listSources(database)) {
    const scan = await loadScan(database, id);
    const told = places.has(id) ? [`https://${places.get(id)}`] : [];
    if (scan !== undefined) scans.push({ id, name, addresses: [address, ...told], scan });
  }
  return scans;
}
