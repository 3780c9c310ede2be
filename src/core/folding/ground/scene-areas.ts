import { standingOf } from '#core/because/standing-of.ts';
import type { FactOf } from '#core/facts/fact.ts';
import { teamsCalled } from '#core/joins/teams/teams-called.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { SceneArea, SceneTeam } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';
import type { FactsJoined } from './join-facts.ts';

export interface AreasWanted {
  readonly world: World;
  readonly joined: FactsJoined;
  readonly teams: readonly SceneTeam[];
}

/** Areas that repositories are cut into, then services and customers that are none of them. */
export function sceneAreas({ world, joined, teams }: AreasWanted): readonly SceneArea[] {
  const { partition } = world;
  const carriers = carriersIn(world);
  const newest = newestOf(joined.declared);
  const declarations = byArea(newest, joined);
  const needs = needsOf(newest, joined);
  const named = ownersNamed(joined, teams);
  const more = (row: AreaRow): Pick<SceneArea, 'teams' | 'dependsOn'> => {
    const own = declarations.get(row) ?? [];
    return { teams: teamsOf(own, named), dependsOn: [...(needs.get(row) ?? [])].toSorted((a, b) => a - b) };
  };
  const cut = partition.areas.map(
    ({ id, name, tier, repository }, row): SceneArea => ({
      id,
      name,
      tier,
      kind: 'paths',
      repository,
      carriers: carriers([row]),
      bornAt: null,
      ...more(row),
    }),
  );
  const further = joined.places.further.map(({ id, name, kind, repository }, i): SceneArea => {
    const row = cut.length + i;
    const whole = repository === null ? [] : partition.areas.flatMap((area, r) => (area.repository === repository ? [r] : []));
    const tier = (declarations.get(row) ?? []).find(({ detail }) => detail?.tier !== undefined)?.detail?.tier ?? 2;
    return { id, name, tier, kind, repository, carriers: whole.length === 0 ? null : carriers(whole), bornAt: null, ...more(row) };
  });
  const born = bornIn(world);
  return [...cut, ...further].map((area, row) => ({ ...area, bornAt: born(row, area) }));
}

/** What was said last of each entry; of two at one moment, whichever is named last. */
function newestOf(declared: FactsJoined['declared']): FactsJoined['declared'] {
  const newest = new Map<string | undefined, FactOf<'declared'>>();
  for (const fact of declared) {
    const known = newest.get(fact.place);
    if (known === undefined || known.at < fact.at || (known.at === fact.at && known.reference < fact.reference))
      newest.set(fact.place, fact);
  }
  return [...newest.values()];
}

function byArea(
  declared: FactsJoined['declared'],
  { places: { areaOf } }: FactsJoined,
): ReadonlyMap<AreaRow, readonly FactOf<'declared'>[]> {
  const placed = declared.filter(({ place }) => areaOf.has(place ?? ''));
  return Map.groupBy(placed, ({ place }) => areaOf.get(place!)!);
}

/** The team that an owner is joined with; where it is no name that joins know, the only one that is called so. */
function ownersNamed({ teams: { teamOf } }: FactsJoined, teams: readonly SceneTeam[]): (owner: string) => number | undefined {
  const { at, called } = teamsCalled(teams);
  return (owner) => (teamOf.has(owner) ? at(teamOf.get(owner)!) : called(owner));
}

function teamsOf(own: FactsJoined['declared'], named: (owner: string) => number | undefined): readonly number[] {
  const rows = own.flatMap(({ detail }) => (detail?.owner === undefined ? [] : (named(detail.owner) ?? [])));
  return [...new Set(rows)].toSorted((a, b) => a - b);
}

/**
 * Which areas need which: what an entry says it depends on, what says so of itself (`dependencyOf`), and its parts. Who consumes an API
 * depends on whoever provides it.
 */
function needsOf(declared: FactsJoined['declared'], { places: { areaOf } }: FactsJoined): ReadonlyMap<AreaRow, ReadonlySet<AreaRow>> {
  const providers = new Map<string, AreaRow[]>();
  for (const { place, detail } of declared)
    for (const api of detail?.provides ?? []) {
      const area = areaOf.get(place ?? '');
      if (area !== undefined) providers.set(api, [...(providers.get(api) ?? []), area]);
    }
  const areasOf = (place: string | undefined): readonly AreaRow[] => {
    const area = areaOf.get(place ?? '');
    return area === undefined ? (providers.get(place ?? '') ?? []) : [area];
  };
  const needs = new Map<AreaRow, Set<AreaRow>>();
  const add = (from: string | undefined, to: string | undefined): void => {
    for (const area of areasOf(from))
      for (const other of areasOf(to)) if (area !== other) needs.set(area, (needs.get(area) ?? new Set()).add(other));
  };
  for (const { place, detail } of declared) {
    for (const other of detail?.dependsOn ?? []) add(place, other);
    for (const other of detail?.dependencyOf ?? []) add(other, place);
    if (detail?.entity === 'component') add(detail.partOf, place);
  }
  return needs;
}

/** Who knows some areas taken together, weighed by the work that is expected in each; null where none of them can be judged. */
function carriersIn(world: World): (areas: readonly AreaRow[]) => readonly PersonId[] | null {
  const { landscape, knowing } = judge(world);
  const { settings } = world;
  return (areas) => {
    const judged = areas.filter((area) => landscape.support[area]! >= settings.minimumCommits);
    if (judged.length === 0) return null;
    const weights = judged.map((area) => expectedItems(landscape, area, 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const knows = new Map<PersonId, { knows: number; present: number }>();
    judged.forEach((area, i) => {
      const share = whole === 0 ? 1 / judged.length : weights[i]! / whole;
      for (const one of knowing[area]!)
        knows.set(one.person, { present: one.present, knows: (knows.get(one.person)?.knows ?? 0) + share * one.knows });
    });
    return [...knows].flatMap(([person, one]) => (standingOf(one, settings) === 'knows it' ? [person] : [])).toSorted((a, b) => a - b);
  };
}

/** The first commit that touched it; a service without paths is as old as its first fact, which nobody here knows. */
function bornIn({ evidence: { files }, partition }: World): (row: AreaRow, area: SceneArea) => number | null {
  const first = new Map<AreaRow, number>();
  files.bornAt?.forEach((at, file) => {
    const area = partition.ofFile[file]!;
    if (at > 0 && at < (first.get(area) ?? NEVER)) first.set(area, at);
  });
  return (row, { kind, repository }) => {
    if (kind === 'paths') return first.get(row) ?? null;
    const own =
      repository === null ? [] : partition.areas.flatMap((area, r) => (area.repository === repository ? (first.get(r) ?? []) : []));
    return own.length === 0 ? null : Math.min(...own);
  };
}

const NEVER = 0xffff_ffff;
