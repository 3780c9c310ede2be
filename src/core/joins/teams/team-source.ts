import { lastPart, thingKey } from '#core/joins/places/names-of-things.ts';

/**
 * Which source a team's name is of: the host of a forge, the catalog, or what people wrote into tables. Two names of one source are two teams.
 * `team:github.com/acme/payments`, `team:default/payments`, `team:payments`.
 */
export function sourceOfTeam(place: string): string {
  const own = place.slice('team:'.length);
  const slash = own.indexOf('/');
  if (slash < 0) return 'written';
  const first = own.slice(0, slash);
  return /[.:]/.test(first) || first === 'localhost' ? first : 'catalog';
}

/** `acme/payments`: the organisation and the name, where a name says both. */
export function withinOrganisation(place: string): string | undefined {
  const own = place.slice('team:'.length);
  const path = isOfForge(place) ? own.slice(own.indexOf('/') + 1) : own;
  return path.includes('/') ? path : undefined;
}

export function isOfForge(place: string): boolean {
  const source = sourceOfTeam(place);
  return source !== 'catalog' && source !== 'written';
}

/** What people would call it. */
export function keysOfTeam(place: string, names: readonly string[]): readonly string[] {
  return [...new Set([lastPart(place), ...names].map(thingKey))].filter((key) => key !== '');
}
