import { toldBeyond } from '#app/questions/beyond/told-beyond.ts';
import { peopleWishes } from '#app/people/people-wishes.ts';
import { type AddressedScan, type BuiltScene, sceneOf } from '#app/worlds/scene-of.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Database } from '#store/database/database.ts';
import { placesOfSources } from '#store/connections/repositories-told.ts';
import { loadScan } from '#store/team/scans.ts';
import { listSources } from '#store/team/sources.ts';

/** The scene of everything that a team's database holds: every source that was read, every fact, every word on joins. Long: not for an event loop. */
export async function sceneOfSources(
  database: Database,
  order: { readonly now: Moment; readonly at?: Moment | undefined },
): Promise<BuiltScene> {
  const scans: AddressedScan[] = [];
  const places = await placesOfSources(database);
  for (const { id, name, address } of await listSources(database)) {
    const scan = await loadScan(database, id);
    if (scan !== undefined) scans.push({ name, addresses: [address, ...(places.has(id) ? [`https://${places.get(id)}`] : [])], scan });
  }
  return await sceneOf(scans, await toldBeyond(database), { ...order, people: await peopleWishes(database) });
}
