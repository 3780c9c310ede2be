import { carriersBehind } from '#core/findings/carriers-behind.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { World } from '#core/world/world.ts';
import type { KnownWorld } from '#app/worlds/world-of.ts';
import type { Database } from '#store/database/database.ts';
import { marksOf } from '#store/privacy/marks.ts';

/** One who carries an area: their marks, and how they are called to whoever looks. */
export interface PersonBehind {
  readonly marks: readonly string[];
  readonly called: string;
  /** That this is a name, and no role. */
  readonly named: boolean;
}

/** Who carries an area. Marks stay inside of the server. */
export interface AreaBehind {
  readonly area: string;
  readonly name: string;
  /** In alphabetical order of how they are called. */
  readonly people: readonly PersonBehind[];
}

export interface BehindAsked {
  readonly areas: readonly string[];
  readonly viewer: Viewer;
  /** Seconds since epoch. */
  readonly now: number;
}

/** Who carries these areas, named as far as policy lets the one who looks see names. */
export async function areasBehind(
  database: Database,
  { world, known }: { readonly world: World; readonly known: KnownWorld },
  { areas, viewer, now }: BehindAsked,
): Promise<readonly AreaBehind[]> {
  const mark = await marksOf(database);
  return carriersBehind(world, areas).map(({ area, name, people }) => {
    const told = people.map((person) => ({ marks: known.marksOf(person, mark), ...known.nameOpened(person, { viewer, area, now, mark }) }));
    return { area, name, people: told.toSorted((a, b) => a.called.localeCompare(b.called, 'en')) };
  });
}
