import { peopleWishes } from '#app/people/people-wishes.ts';
import { worldOfScans } from '#app/worlds/world-of-scans.ts';
import { type AreaTally, extendTally } from '#core/retention/area-tally.ts';
import { dateOf } from '#core/terms/moment.ts';
import { Refusal } from '#core/terms/refusal.ts';
import type { Database } from '#store/database/database.ts';
import { keepPastTally, pastTally } from '#store/privacy/past-tally.ts';
import { loadStampedScan } from '#store/team/scans.ts';

const SECOND = 1000;

/**
 * Counts acts that have passed their term by area and month, once the cut has passed a month. Done after a scan's job has ended; what
 * was missed is made up for when the source is looked at next. Whoever is erased before was never counted; whoever is later
 * stays in sums that hold no person.
 */
export async function tallyPast(database: Database, sourceId: string, now: number): Promise<boolean> {
  const { keptFrom, ...people } = await peopleWishes(database);
  const from = (await pastTally(database.query, sourceId)) as AreaTally | undefined;
  if (keptFrom === undefined || (from !== undefined && from.before >= dateOf(keptFrom).slice(0, 7))) return false;
  const loaded = await loadStampedScan(database, sourceId);
  if (loaded === undefined) return false;
  const order = { mode: 'council', now: Math.floor(now / SECOND), people } as const;
  const known = await worldOfScans([{ name: loaded.scan.spelled.repository, scan: loaded.scan }], order).catch(unlessRefused);
  if (known === undefined) return false;
  const { evidence, partition } = known.world;
  const tally = extendTally(from, { evidence, areas: partition.areas, ofFile: partition.ofFile }, keptFrom);
  return await keepPastTally(database, sourceId, { from, tally });
}

/** A repository whose own configuration stands in the way of any answer is counted once it does not. */
function unlessRefused(problem: unknown): undefined {
  if (!(problem instanceof Refusal)) throw problem;
}
