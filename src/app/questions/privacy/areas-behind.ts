import { carriersBehind } from '#core/findings/carriers-behind.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { PersonId } from '#core/terms/person.ts';
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

/** Who carries some areas, and marks of whoever asks: of all addresses that the history has of them. */
export interface Behind {
  readonly areas: readonly AreaBehind[];
  readonly own: readonly string[];
}

export interface BehindAsked {
  readonly areas: readonly string[];
  /** Rows of whoever asks. */
  readonly own: readonly PersonId[];
  readonly viewer: Viewer;
  /** Seconds since epoch. */
  readonly now: number;
}

/** Who carries these areas, named as far as policy lets the one who looks see names. */
export async function areasBehind(
  database: Database,
  { world, known }: { readonly world: World; readonly known: KnownWorld },
  { areas, own, viewer, now }: BehindAsked,
): Promise<Behind> {
  const mark = await marksOf(database);
  const behind = carriersBehind(world, areas).map(({ area, name, people }) => {
    const told = people.map((person) => ({ marks: known.marksOf(person, mark), ...known.nameOpened(person, { viewer, area, now, mark }) }));
    return { area, name, people: told.toSorted((a, b) => a.called.localeCompare(b.called, 'en')) };
  });
  return { areas: behind, own: own.flatMap((person) => known.marksOf(person, mark)) };
}
