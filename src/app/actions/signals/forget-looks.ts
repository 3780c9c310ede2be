import { continuePasts, looksTaken, pastsOf, teamsIn, turningLooks } from '#core/noticed/noticed-now.ts';
import type { Database } from '#store/database/database.ts';
import { dropLooks, loadLooks } from '#store/signals/looks.ts';
import { TEAM_SCOPE } from './look-at-signals.ts';

/** So long every look is kept, milliseconds: what changed is told against one of a day ago. */
const ALL_KEPT = 2 * 24 * 3_600_000;

/**
 * Forgets looks at which nothing turned: where deliveries come all day there are hundreds a day. No state is another one without them, nor since
 * when it holds.
 */
export async function forgetLooks(database: Database, now: number): Promise<number> {
  const kept = await loadLooks(database, TEAM_SCOPE);
  const old = kept.looks.slice(0, -1).filter(({ taken_at }) => taken_at < now - ALL_KEPT);
  if (old.length === 0) return 0;
  const pasts = pastsOf(kept);
  const turning = turningLooks([...pasts, ...continuePasts(pasts, teamsIn(kept))], looksTaken(kept));
  const gone = old.map(({ number }) => number).filter((number) => !turning.has(number));
  await database.write(async (query) => await dropLooks(query, TEAM_SCOPE, gone));
  return gone.length;
}
