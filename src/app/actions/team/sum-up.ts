import { peopleWishes, stampWithPeople } from '#app/people/people-wishes.ts';
import type { JudgedScan } from '#app/actions/privacy/find-personal.ts';
import { worldOfScans } from '#app/worlds/world-of-scans.ts';
import type { WhoIsWho } from '#core/accounts/who-is-who.ts';
import { answerOverview } from '#core/answers/overview.ts';
import { heldBack } from '#core/findings/hold-back.ts';
import type { KeptStanding, Standing } from '#core/terms/overview.ts';
import type { World } from '#core/world/world.ts';
import type { Database } from '#store/database/database.ts';
import { heldFromOthers, type HeldFromOthers } from '#store/privacy/findings.ts';
import { loadStampedScan } from '#store/team/scans.ts';
import { keepSummary, lacksSummary } from '#store/team/summaries.ts';

/** A scan that was judged while it was kept. */
export interface JudgedAsKept extends JudgedScan {
  /** Of the scan as it is kept. */
  readonly stamp: string;
}

export interface SumUpOrder {
  readonly now: () => number;
  /** Used where nobody has said otherwise since; else the scan is loaded and judged again. */
  readonly judged?: JudgedAsKept | undefined;
}

/**
 * Keeps how a repository stands beside its newest scan, so that an overview of all need not load any; while whom a finding
 * concerns looks first, also how the rest stands. Done after a scan's job has ended: it changes nothing of the scan, and
 * what was missed is made up for when the source is looked at next.
 */
export async function sumUp(database: Database, sourceId: string, { now, judged: known }: SumUpOrder): Promise<boolean> {
  const held = (await heldFromOthers(database.query, now())).get(sourceId) ?? [];
  const without = held.map(({ area }) => area);
  const wishes = await peopleWishes(database);
  const people = stampWithPeople('', wishes);
  if (!(await lacksSummary(database, sourceId, { without, people }))) return false;
  const judged = known?.people === people ? known : await judgedAnew(database, sourceId, { now, wishes });
  if (judged === undefined) return false;
  const { stamp, world } = judged;
  const soFar = held.length === 0 ? {} : { soFar: { without, standing: standingOf(lessOf(world, held)) } };
  const standing: KeptStanding = { ...standingOf(world), people, ...soFar };
  return await keepSummary(database, { sourceId, stamp, judgedAt: world.at, standing, summedAt: now() });
}

const SECOND = 1000;

async function judgedAnew(
  database: Database,
  sourceId: string,
  { now, wishes }: { readonly now: () => number; readonly wishes: WhoIsWho },
): Promise<Omit<JudgedAsKept, 'people'> | undefined> {
  const loaded = await loadStampedScan(database, sourceId);
  if (loaded === undefined) return undefined;
  // The figures are the same in every mode (a test says so); the strictest one holds no name.
  const { world } = await worldOfScans([{ name: loaded.scan.spelled.repository, scan: loaded.scan }], {
    mode: 'council',
    now: Math.floor(now() / SECOND),
    people: wishes,
  });
  return { stamp: loaded.stamp, world };
}

function lessOf(world: World, held: readonly HeldFromOthers[]): World {
  return heldBack(
    world,
    held.map(({ area, from }) => ({ area, from: from / SECOND })),
  );
}

function standingOf(world: World): Standing {
  const { northStar, days, verdicts } = answerOverview(world).value;
  return { northStar, days, verdicts };
}
