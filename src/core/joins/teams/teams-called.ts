import { lastPart, thingKey } from '#core/joins/places/names-of-things.ts';
import { isOfForge } from './team-source.ts';

/** A team, and what else it is called. */
export interface TeamCalled {
  readonly id: string;
  readonly name: string;
  /** Further names of it in other sources. */
  readonly also?: readonly string[];
}

/** Which team a text means, by its row; undefined: none, or several. */
export interface TeamsCalled {
  /** By one of the names that its sources give it. */
  readonly at: (place: string) => number | undefined;
  /** By what people call it, where one alone is called so. */
  readonly called: (text: string) => number | undefined;
  /** As a file at a forge names it, `acme/payments` or `payments`: by the whole name; where no forge tells its name, by what people call it. */
  readonly inFile: (text: string) => number | undefined;
}

export function teamsCalled(teams: readonly TeamCalled[]): TeamsCalled {
  const places = teams.map(({ id, also = [] }) => [id, ...also]);
  const rows = new Map(places.flatMap((all, row) => all.map((place) => [place, row] as const)));
  const byKey = lone(teams.map(({ name }, row) => [name, ...places[row]!.map(lastPart)].map(thingKey)));
  const bare = teams.map((_, row) => (places[row]!.some(isOfForge) ? [] : places[row]!.map((place) => lastPart(place).toLowerCase())));
  const byName = lone(teams.map((_, row) => places[row]!.map((place) => lastPart(place).toLowerCase())));
  const outside = lone(bare);
  return {
    at: (place) => rows.get(place),
    called: (text) => byKey.get(thingKey(lastPart(text))),
    inFile: (text) => {
      if (!text.includes('/')) return byName.get(text);
      const whole = places.findIndex((all) => all.some((place) => place.toLowerCase().endsWith(`/${text}`)));
      return whole >= 0 ? whole : outside.get(lastPart(text));
    },
  };
}

/** Keys that one row alone has. */
function lone(keys: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const several = new Set<string>();
  keys.forEach((all, row) => {
    for (const key of all) {
      if ((found.get(key) ?? row) !== row) several.add(key);
      found.set(key, row);
    }
  });
  for (const key of several) found.delete(key);
  return found;
}
