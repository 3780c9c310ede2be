import { worldOfScans } from '#app/worlds/world-of-scans.ts';
import { peopleWishes, stampWithPeople } from '#app/people/people-wishes.ts';
import type { NamedScan, ScansOrder } from '#app/worlds/world-of-scans.ts';
import type { KnownWorld } from '#app/worlds/world-of.ts';
import type { World } from '#core/world/world.ts';
import type { Database } from '#store/database/database.ts';
import { loadStampedScan } from '#store/team/scans.ts';

export interface SourceWanted {
  readonly id: string;
  readonly name: string;
  /** The scan that is meant, and who is who in it. */
  readonly stamp: string;
}

export interface LoadedWorld extends KnownWorld {
  /** What it will take up once it was judged, about. */
  readonly bytes: number;
}

/** The world of these sources as they were scanned; nothing where another scan has been kept since, or none can be read. */
export async function worldOfSources(
  database: Database,
  wanted: readonly SourceWanted[],
  order: ScansOrder,
): Promise<LoadedWorld | undefined> {
  const [scans, people] = [[] as NamedScan[], await peopleWishes(database)];
  for (const { id, name, stamp } of wanted) {
    const loaded = await loadStampedScan(database, id);
    if (loaded === undefined || stampWithPeople(loaded.stamp, people) !== stamp) return undefined;
    scans.push({ name, scan: loaded.scan });
  }
  const known = await worldOfScans(scans, { ...order, people });
  return { ...known, bytes: bytesOf(known.world) };
}

/** For each act and file: the columns of the evidence, and of the landscape and the knowledge that judging adds. Measured, rounded up. */
const PER_ACT = 160;
const PER_FILE = 400;
const PER_WORLD = 1_000_000;

function bytesOf({ evidence: { acts, files, commits, people } }: World): number {
  const columns = [...Object.values(acts), ...Object.values(files), ...Object.values(commits)].filter((column) =>
    ArrayBuffer.isView(column),
  );
  const own = columns.reduce((sum, column) => sum + column.byteLength, 0);
  return PER_WORLD + own + PER_ACT * acts.count + PER_FILE * (files.count + people.length);
}
