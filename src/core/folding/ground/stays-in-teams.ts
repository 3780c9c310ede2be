import type { Handle, Place } from '#core/facts/fact.ts';
import type { Gathering } from '#core/folding/gathering.ts';
import type { Window } from '#core/terms/moment.ts';

/** Somebody in a team, in the words of one source. */
export interface Stay extends Window {
  readonly actor: Handle;
  readonly team: Place;
}

/** Oldest first. Until the source says that they are out of it: a stay that ends when it begins. */
export function staysInTeams(gathering: Gathering): readonly Stay[] {
  const told = gathering.alone('member').flatMap(({ at, until, actor, place }): readonly Stay[] => {
    const to = until ?? Number.POSITIVE_INFINITY;
    return actor === undefined || place?.startsWith('team:') !== true ? [] : [{ from: at, to, actor, team: place }];
  });
  const ends = Map.groupBy(
    told.filter(({ from, to }) => to <= from),
    keyOf,
  );
  return told.flatMap((stay) => {
    const end = ends.get(keyOf(stay))?.find(({ from }) => from >= stay.from)?.from ?? Number.POSITIVE_INFINITY;
    const to = Math.min(stay.to, end);
    return to > stay.from ? [{ ...stay, to }] : [];
  });
}

function keyOf({ actor, team }: Stay): string {
  return `${actor}\n${team}`;
}
