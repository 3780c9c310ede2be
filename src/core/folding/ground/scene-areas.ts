import { standingOf } from '#core/because/standing-of.ts';
import type { FactOf } from '#core/facts/fact.ts';
import { lastPart, thingKey } from '#core/joins/places/names-of-things.ts';
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
  readonly declared: readonly FactOf<'declared'>[];
  readonly teams: readonly SceneTeam[];
}

/** Areas that repositories are cut into, then services and customers that are none of them. */
export function sceneAreas({ world, joined, declared, teams }: AreasWanted): readonly SceneArea[] {
  const { partition } = world;
  const carriers = carriersIn(world);
  const declarations = byArea(declared, joined);
  const more = (row: AreaRow): Pick<SceneArea, 'teams' | 'dependsOn'> => {
    const own = declarations.get(row) ?? [];
    return { teams: teamsOf(own, teams), dependsOn: dependsOn(own, row, joined) };
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

function byArea(
  declared: AreasWanted['declared'],
  { places: { areaOf } }: FactsJoined,
): ReadonlyMap<AreaRow, readonly FactOf<'declared'>[]> {
  const placed = declared.filter(({ place }) => areaOf.has(place ?? ''));
  return Map.groupBy(placed, ({ place }) => areaOf.get(place!)!);
}

function teamsOf(own: AreasWanted['declared'], teams: readonly SceneTeam[]): readonly number[] {
  const wanted = new Set(own.flatMap(({ detail }) => (detail?.owner === undefined ? [] : [thingKey(lastPart(detail.owner))])));
  return teams.flatMap(({ id, name }, row) => (wanted.has(thingKey(name)) || wanted.has(thingKey(lastPart(id))) ? [row] : []));
}

function dependsOn(own: AreasWanted['declared'], row: AreaRow, { places: { areaOf } }: FactsJoined): readonly AreaRow[] {
  const areas = own.flatMap(({ detail }) => detail?.dependsOn ?? []).flatMap((place) => areaOf.get(place) ?? []);
  return [...new Set(areas)].filter((area) => area !== row).toSorted((a, b) => a - b);
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
