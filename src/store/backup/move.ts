import { refusal } from '#core/terms/refusals.ts';
import type { Database } from '#store/database/database.ts';
import { shownPlace } from '#store/database/database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { sameDigest } from './digest.ts';
import type { TableDigest } from './digest.ts';
import { readRows } from './read-rows.ts';
import { readDigest } from './read-digest.ts';
import { refuseFull, writeRows } from './write-rows.ts';

/**
 * Moves everything from one database into an empty other one. Who still works on the first waits, and is refused
 * afterwards: nothing can be accepted there that the other would not have. Both are held against each other before
 * either keeps anything.
 */
export async function moveDatabase(from: Database, to: Database): Promise<readonly TableDigest[]> {
  const place = shownPlace(to.place);
  if (place === shownPlace(from.place)) throw refusal('bad-combination', { one: place, other: 'a move to itself' });
  await refuseFull(to);
  return await from.write(async (source) => {
    // Every writer holds this row while it writes, so this waits for those at work and stops those to come.
    await source.updateTable('database_state').set({ moved_to: place }).execute();
    return await to.write(async (target) => {
      const sent = await writeRows(target, readRows(source));
      if (!sameDigest(sent, await readDigest(target))) throw new Error('what arrived is not what was sent');
      await jobsOf(to).adopt(target);
      return sent;
    });
  });
}
