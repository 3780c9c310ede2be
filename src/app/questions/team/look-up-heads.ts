import { peopleWishes, stampWithPeople } from '#app/people/people-wishes.ts';
import type { Database } from '#store/database/database.ts';
import { sourceHeads } from '#store/team/source-heads.ts';
import type { SourceHead } from '#store/team/source-heads.ts';

/** The newest scan of each source that one of these words names, as people have since said who is who. */
export async function lookUpHeads(database: Database, words: readonly string[]): Promise<readonly SourceHead[]> {
  const [heads, wishes] = await Promise.all([sourceHeads(database, words), peopleWishes(database)]);
  return heads.map(({ scan, ...head }) =>
    scan === undefined ? head : { ...head, scan: { ...scan, stamp: stampWithPeople(scan.stamp, wishes) } },
  );
}
