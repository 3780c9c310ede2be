/**
 * # What is where beyond git
 * What it says: which area a service, a schedule, a channel, a customer or an entry of a catalog is about.
 * Formula: services and entries of catalogs that a source declares to be the same, or that two sources call the same and neither calls two so, are one thing. A thing
 *   is an area when (1) somebody said so, (2) the catalog gives its folder, (3) exactly one area is called like it (of its own repository,
 *   where the catalog gives one), (4) the catalog gives its repository, or one is called like it, and that is one area. Schedules and
 *   channels: by what the source declares, else by name, also without the words that every rota has.
 * Reading: a service that no rule joins is an area of its own, of kind `service`: seen by incidents, not by commits. So is a customer.
 * Source: Understudy; annotations that join sources as in Backstage's catalog (backstage.io/docs/features/software-catalog/well-known-annotations).
 * Weakness: a service that is called like a folder of another team is joined to it until somebody says no.
 */
import type { Area } from '#core/terms/area.ts';
import { joinRows, openUnion, rootOf, type Union } from '#core/identity/union.ts';
import { type AreasCalled, areasCalled } from './area-keys.ts';
import { type Join, type JoinRule, stateBefore } from '#core/joins/join-rules.ts';
import type { JoinWishes } from '#core/joins/join-words.ts';
import { bareKey, lastPart, repositoryKey, thingKey } from './names-of-things.ts';
import type { PathAreas } from './path-areas.ts';

/** A place that facts or namings speak of, beside repositories, teams and calendars. */
export interface PlaceSeen {
  /** `service:…`, `component:…`, `schedule:…`, `channel:…`, `customer:…`. */
  readonly place: string;
  readonly names: readonly string[];
  readonly sameAs: readonly string[];
  /** Folder in its repository, as a catalog gives it. */
  readonly folder: string | undefined;
  /** Becomes an area of its own when it is none that is known. */
  readonly standsAlone: boolean;
}

export interface PlacesToJoin {
  readonly areas: readonly Area[];
  readonly sources: readonly { readonly name: string }[];
  readonly repositoryOf: ReadonlyMap<string, number>;
  readonly paths: PathAreas;
  /** In alphabetical order. */
  readonly places: readonly PlaceSeen[];
  readonly wishes: JoinWishes;
}

/** An area beyond those that repositories are cut into. */
export interface FurtherArea {
  readonly id: string;
  readonly name: string;
  readonly kind: 'service' | 'customer';
  /** The repository that it is all of; null: none. */
  readonly repository: number | null;
}

export interface PlacesJoined {
  readonly areaOf: ReadonlyMap<string, number>;
  /** Their rows follow on those of `areas`. */
  readonly further: readonly FurtherArea[];
  readonly joins: readonly Join[];
}

interface Table extends PlacesToJoin {
  readonly row: ReadonlyMap<string, number>;
  readonly union: Union<JoinRule>;
  readonly called: AreasCalled;
  readonly isRefused: (from: string, to: string) => boolean;
  readonly said: ReadonlyMap<string, string>;
}

export function joinPlaces(order: PlacesToJoin): PlacesJoined {
  const table = openTable(order);
  joinThings(table);
  const things = Map.groupBy(order.places.keys(), (row) => rootOf(table.union, row));
  const areaOf = new Map<string, number>();
  const further: FurtherArea[] = [];
  const joins: Join[] = table.union.joins.map(({ kept, joined, rule }) =>
    joinOf(order.places[joined]!.place, order.places[kept]!.place, rule),
  );
  for (const members of things.values()) {
    const seen = members.map((row) => order.places[row]!);
    const found = targetOf(table, seen);
    if (found !== undefined) joins.push(joinOf(found.from, found.to, found.rule));
    const area = found?.area ?? areaOfItsOwn(order, seen, { further, repository: found?.repository ?? null });
    if (area !== undefined) for (const { place } of seen) areaOf.set(place, area);
  }
  placeFollowers({ table, areaOf, further, joins });
  return { areaOf, further, joins: [...joins, ...suggested(table, areaOf), ...rejected(order.wishes)] };
}

function openTable(order: PlacesToJoin): Table {
  const { places, wishes, areas } = order;
  const meant = areaMeant(order);
  const row = new Map(places.map(({ place }, i) => [place, i]));
  const own = wishes.different.filter(({ kind }) => kind === 'area');
  const refused = new Set(own.map(({ from, to }) => `${from}\n${meant(to)}`));
  const apart = own.flatMap(({ from, to }) => (row.has(from) && row.has(to) ? [[row.get(from)!, row.get(to)!] as const] : []));
  return {
    ...order,
    row,
    union: openUnion<JoinRule>(places.length, apart),
    called: areasCalled(areas),
    isRefused: (from, to) => refused.has(`${from}\n${to}`),
    said: new Map(wishes.same.filter(({ kind }) => kind === 'area').map(({ from, to }) => [from, meant(to)])),
  };
}

/** An area is called after its repository where several are read, and without it where one is: a word said of it in one way holds in the other as well. */
function areaMeant({ areas, sources }: PlacesToJoin): (to: string) => string {
  const known = new Set(areas.map(({ id }) => `area:${id}`));
  const otherwise = areas.map(({ id, repository }) => {
    const prefix = `${sources[repository]?.name ?? ''}:`;
    return { id: `area:${id}`, also: `area:${id.startsWith(prefix) ? id.slice(prefix.length) : `${prefix}${id}`}` };
  });
  const byOther = Map.groupBy(otherwise, ({ also }) => also);
  return (to) => {
    const found = known.has(to) ? [] : (byOther.get(to) ?? []);
    return found.length === 1 ? found[0]!.id : to;
  };
}

/** Services and entries of catalogs that are one thing. */
function joinThings({ places, row, union, said }: Table): void {
  for (const [i, { place }] of places.entries())
    if (row.has(said.get(place) ?? '')) joinRows(union, [row.get(said.get(place)!)!, i], 'said');
  for (const [i, { place, sameAs }] of places.entries())
    for (const other of sameAs) if (isThing(place) && isThing(other) && row.has(other)) joinRows(union, [row.get(other)!, i], 'declared');
  const keyed = places.flatMap(({ place, names }, i) => (isThing(place) ? keysOf({ place, names }).map((key) => [key, i] as const) : []));
  for (const rows of Map.groupBy(keyed, ([key]) => key).values()) {
    const [first, ...more] = loneInTheirHouse(
      rows.map(([, i]) => i),
      places,
    );
    for (const i of more) joinRows(union, [first!, i], 'called like another');
  }
}

/** Two of one house that are called the same are two things, and nothing says which of them another house means. */
function loneInTheirHouse(rows: readonly number[], places: readonly PlaceSeen[]): readonly number[] {
  return [...Map.groupBy(rows, (i) => houseOf(places[i]!.place)).values()].flatMap((own) => (own.length === 1 ? own : []));
}

function isThing(place: string): boolean {
  return place.startsWith('service:') || place.startsWith('component:');
}

/** Where a place's name was given: two names of one house are two things. */
function houseOf(place: string): string {
  return place.slice(0, Math.max(place.indexOf(':'), place.lastIndexOf('/')));
}

function keysOf({ place, names }: Pick<PlaceSeen, 'place' | 'names'>): readonly string[] {
  return [...new Set((names.length > 0 ? names : [lastPart(place)]).map(thingKey))].filter((key) => key !== '');
}

interface Target {
  readonly from: string;
  readonly to: string;
  readonly rule: JoinRule;
  readonly area?: number;
  readonly repository?: number;
}

/** The first target that nobody refused. */
function targetOf(table: Table, seen: readonly PlaceSeen[]): Target | undefined {
  for (const targets of [saidTargets, ...(isThing(seen[0]!.place) ? [folderTargets, namedTargets, repositoryTargets] : [])])
    for (const target of targets(table, seen)) if (!table.isRefused(target.from, target.to)) return target;
  return undefined;
}

function saidTargets({ said, areas, sources }: Table, seen: readonly PlaceSeen[]): readonly Target[] {
  return seen.flatMap(({ place }): readonly Target[] => {
    const to = said.get(place) ?? '';
    const area = areas.findIndex(({ id }) => `area:${id}` === to);
    if (area >= 0) return [{ from: place, to, rule: 'said', area }];
    const repository = sources.findIndex(({ name }) => `repository:${name}` === to);
    return repository < 0 ? [] : [{ from: place, to, rule: 'said', repository }];
  });
}

function folderTargets({ paths, areas, repositoryOf }: Table, seen: readonly PlaceSeen[]): readonly Target[] {
  return seen.flatMap(({ place, folder, sameAs }) => {
    const repository = declaredRepository(repositoryOf, sameAs);
    if (folder === undefined || folder === '' || repository === undefined) return [];
    const area = paths.areaOf(repository, folder);
    return area < 0 ? [] : [{ from: place, to: `area:${areas[area]!.id}`, rule: 'its folder' as const, area }];
  });
}

function namedTargets({ called, areas, repositoryOf }: Table, seen: readonly PlaceSeen[]): readonly Target[] {
  const repository = seen.map(({ sameAs }) => declaredRepository(repositoryOf, sameAs)).find((one) => one !== undefined);
  return seen.flatMap((one) =>
    keysOf(one).flatMap((key) => {
      const area = called.called(key, repository);
      return area === undefined ? [] : [{ from: one.place, to: `area:${areas[area]!.id}`, rule: 'called like the area' as const, area }];
    }),
  );
}

function repositoryTargets({ repositoryOf, sources, called, areas }: Table, seen: readonly PlaceSeen[]): readonly Target[] {
  const whole = (from: string, repository: number, rule: JoinRule): Target => {
    const area = called.only(repository);
    return area === undefined
      ? { from, to: `repository:${sources[repository]!.name}`, rule, repository }
      : { from, to: `area:${areas[area]!.id}`, rule, area };
  };
  const declared = seen.flatMap(({ place, sameAs }) => {
    const repository = declaredRepository(repositoryOf, sameAs);
    return repository === undefined ? [] : [whole(place, repository, 'its repository')];
  });
  const namesake = seen.flatMap((one) => {
    const rows = sources.flatMap(({ name }, row) => (keysOf(one).includes(thingKey(lastPart(name))) ? [row] : []));
    return rows.length === 1 ? [whole(one.place, rows[0]!, 'called like the repository')] : [];
  });
  return [...declared, ...namesake];
}

function declaredRepository(repositoryOf: ReadonlyMap<string, number>, sameAs: readonly string[]): number | undefined {
  const named = sameAs.find((one) => one.startsWith('repository:'));
  if (named === undefined) return undefined;
  const own = named.slice('repository:'.length);
  return repositoryOf.get(own) ?? repositoryOf.get(repositoryKey(`https://${own}`));
}

/** Services and customers that are no area that is known become one. */
function areaOfItsOwn(
  { areas }: PlacesToJoin,
  seen: readonly PlaceSeen[],
  { further, repository }: { readonly further: FurtherArea[]; readonly repository: number | null },
): number | undefined {
  const leading = seen.find(({ place, standsAlone }) => standsAlone && place.startsWith('service:')) ?? seen.find((one) => one.standsAlone);
  if (leading === undefined) return undefined;
  const kind = leading.place.startsWith('customer:') ? 'customer' : 'service';
  further.push({ id: leading.place, name: leading.names[0] ?? lastPart(leading.place), kind, repository });
  return areas.length + further.length - 1;
}

/** Schedules and channels: what they are declared to be, else what they are called. */
function placeFollowers({
  table,
  areaOf,
  further,
  joins,
}: {
  readonly table: Table;
  readonly areaOf: Map<string, number>;
  readonly further: readonly FurtherArea[];
  readonly joins: Join[];
}): void {
  const { places, areas, called, isRefused } = table;
  const idOf = (area: number): string => (area < areas.length ? `area:${areas[area]!.id}` : further[area - areas.length]!.id);
  const services = new Map(
    places.flatMap(({ place, names }) =>
      isThing(place) && areaOf.has(place) ? keysOf({ place, names }).map((key) => [key, areaOf.get(place)!] as const) : [],
    ),
  );
  for (const one of places) {
    if (areaOf.has(one.place) || isThing(one.place)) continue;
    const declared = one.sameAs.flatMap((other) => areaOf.get(other) ?? []).map((area) => ({ area, rule: 'declared' as const }));
    const byName = (key: string): number | undefined => called.called(key, undefined) ?? services.get(key);
    const named = keysOf(one).map((key) => ({ area: byName(key), rule: 'called like the area' as const }));
    const nearly = keysOf(one).map((key) => ({ area: byName(bareKey(key)), rule: 'rota called like the area' as const }));
    const found = [...declared, ...named, ...nearly].find(({ area }) => area !== undefined && !isRefused(one.place, idOf(area)));
    if (found === undefined) continue;
    areaOf.set(one.place, found.area!);
    joins.push(joinOf(one.place, idOf(found.area!), found.rule));
  }
}

/** What is called nearly like an area, for somebody to confirm. */
function suggested({ places, areas, called, isRefused }: Table, areaOf: ReadonlyMap<string, number>): readonly Join[] {
  return places.flatMap((one) => {
    if (!isThing(one.place) || (areaOf.get(one.place) ?? areas.length) < areas.length) return [];
    const near = keysOf(one).flatMap((key) => called.called(bareKey(key), undefined) ?? []);
    const to = near[0] === undefined ? undefined : `area:${areas[near[0]]!.id}`;
    return to === undefined || isRefused(one.place, to) ? [] : [joinOf(one.place, to, 'called nearly so')];
  });
}

function rejected({ different }: JoinWishes): readonly Join[] {
  return different
    .filter(({ kind }) => kind === 'area')
    .map(({ from, to }) => ({ kind: 'area', from, to, rule: 'said', state: 'rejected' }));
}

function joinOf(from: string, to: string, rule: JoinRule): Join {
  return { kind: 'area', from, to, rule, state: rule === 'said' ? 'confirmed' : stateBefore(rule) };
}
