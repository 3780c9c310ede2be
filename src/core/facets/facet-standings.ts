import type { FactFamily } from '#core/facts/fact-kinds.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { facetEvidence, type WeighedFacet } from './facet-evidence.ts';
import { levelOf, type Standing } from './level-of.ts';
import { addTo, emptyTally, type Tally } from './tally.ts';

/** Families of which a facet needs one at least. */
export const FACET_NEEDS: Readonly<Record<WeighedFacet, readonly FactFamily[]>> = {
  review: ['changes'],
  operate: ['incidents'],
  explain: ['decisions', 'documents', 'chat'],
};

/** Days over which demand is counted. */
const COUNTED_OVER = 365;
/** Days of the absence that is asked about. */
export const FORTNIGHT = 14;

/** Who is able to do what in one facet of one area. It holds people: what leaves is counted. */
export interface FacetStanding {
  readonly area: AreaRow;
  readonly facet: WeighedFacet;
  /** Expected in a fortnight: changes to review, incidents to end, questions and decisions to explain. */
  readonly demand: number;
  readonly people: ReadonlyMap<PersonId, Standing>;
}

/** Standings of every area and facet that somebody asks something of; a facet without its sources is not among them. */
export function facetStandings(scene: Scene): readonly FacetStanding[] {
  const tallies = new Map<string, { readonly area: AreaRow; readonly facet: WeighedFacet; readonly people: Map<PersonId, Tally> }>();
  for (const { area, facet, person, kind, ...added } of facetEvidence(scene)) {
    if (scene.people[person]?.kind !== 'human') continue;
    const key = `${area} ${facet}`;
    const place = tallies.get(key) ?? { area, facet, people: new Map<PersonId, Tally>() };
    tallies.set(key, place);
    const tally = place.people.get(person) ?? emptyTally(scene.at);
    place.people.set(person, tally);
    addTo(tally, kind, added);
  }
  const demand = demandOf(scene);
  return [...tallies.values()].flatMap(({ area, facet, people }): FacetStanding[] => {
    const expected = demand.get(`${area} ${facet}`) ?? 0;
    if (expected === 0 || !FACET_NEEDS[facet].some((family) => scene.since[family] !== undefined)) return [];
    return [{ area, facet, demand: expected, people: new Map([...people].map(([person, tally]) => [person, levelOf(tally)])) }];
  });
}

function demandOf(scene: Scene): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (facet: WeighedFacet, area: AreaRow, at: number): void => {
    if (area < 0 || at > scene.at || at < scene.at - COUNTED_OVER * DAY) return;
    counts.set(`${area} ${facet}`, (counts.get(`${area} ${facet}`) ?? 0) + 1);
  };
  for (const { areas, readyAt } of scene.changes) if (areas[0] !== undefined) count('review', areas[0], readyAt);
  for (const { area, openedAt } of scene.incidents) count('operate', area, openedAt);
  for (const { area, at, why } of scene.threads) if (why) count('explain', area, at);
  for (const { area, decidedAt } of scene.decisions) if (decidedAt !== null) count('explain', area, decidedAt);
  return new Map([...counts].map(([key, n]) => [key, (n * FORTNIGHT) / watched(scene, key.split(' ')[1] as WeighedFacet)]));
}

/** Days for which the sources of a facet have been there, at most a year. */
function watched({ since, at }: Scene, facet: WeighedFacet): number {
  const from = Math.min(...FACET_NEEDS[facet].flatMap((family) => since[family] ?? []));
  return Math.min(COUNTED_OVER, Math.max(FORTNIGHT, (at - from) / DAY));
}
