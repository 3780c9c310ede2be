import { worldOfScans } from '#app/worlds/world-of-scans.ts';
import { answerOverview } from '#core/answers/overview.ts';
import type { Database } from '#store/database/database.ts';
import { loadStampedScan } from '#store/team/scans.ts';
import { keepSummary, lacksSummary } from '#store/team/summaries.ts';

/**
 * Keeps how a repository stands beside its newest scan, so that an overview of all need not load any. Done after a scan's
 * job has ended: it changes nothing of the scan, and what was missed is made up for when the source is looked at next.
 */
export async function sumUp(database: Database, sourceId: string, now: () => number): Promise<boolean> {
  if (!(await lacksSummary(database, sourceId))) return false;
  const loaded = await loadStampedScan(database, sourceId);
  if (loaded === undefined) return false;
  // The figures are the same in every mode (a test says so); the strictest one holds no name.
  const { world } = await worldOfScans([{ name: loaded.scan.spelled.repository, scan: loaded.scan }], {
    mode: 'council',
    now: Math.floor(now() / 1000),
  });
  const { northStar, days, verdicts } = answerOverview(world).value;
  const standing = { northStar, days, verdicts };
  return await keepSummary(database, { sourceId, stamp: loaded.stamp, judgedAt: world.at, standing, summedAt: now() });
}
