import { peopleWishes } from '#app/people/people-wishes.ts';
import { type AddressedScan, type BuiltScene, sceneOf } from '#app/worlds/scene-of.ts';
import { joinWordRows } from '#store/people/join-words.ts';
import type { JoinWord } from '#core/joins/join-words.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Database } from '#store/database/database.ts';
import { loadFacts, loadNamings } from '#store/facts/load-facts.ts';
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
  const told = { facts: [await loadFacts(database)], namings: await loadNamings(database), words: await joinWords(database) };
  return await sceneOf(scans, told, { ...order, people: await peopleWishes(database) });
}

const SECOND = 1000;

async function joinWords({ query }: Database): Promise<readonly JoinWord[]> {
  const rows = await joinWordRows(query);
  return rows.map(({ kind, joined, meant, says, said_at }) => ({ kind, from: joined, to: meant, says, at: said_at / SECOND }));
}
