import type { FactFamily } from '#core/facts/fact-kinds.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import { oncePerScene } from '#core/scene/once-per-scene.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { facetEvidence, type WeighedFacet } from './facet-evidence.ts';
import { levelOf, type Standing } from './level-of.ts';
import type { EvidenceKind } from './evidence-kinds.ts';
import { addTo, countsOfAll, emptyTally, type Tally } from './tally.ts';

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
  /** Expected in a fortnight: changes to review, incidents in which somebody is seen, questions and decisions to explain. */
  readonly demand: number;
  /** What that was counted on: so many of them in that many days. */
  readonly asked: number;
  readonly days: number;
  /** Kinds of evidence of everybody together, and how often each was seen. */
  readonly seen: readonly { readonly kind: EvidenceKind; readonly count: number }[];
  readonly people: ReadonlyMap<PersonId, Standing>;
}

/**
 * Standings of every area and facet that something was asked of, whether or not anybody was seen to do it; a facet without its sources is not among
 * them. Of one scene they are worked out once.
 */
export const facetStandings = oncePerScene(build);

function build(scene: Scene): readonly FacetStanding[] {
  const tallies = new Map<string, { readonly people: Map<PersonId, Tally> }>();
  for (const added of facetEvidence(scene)) {
    const { area, facet, person, kind } = added;
    if (scene.people[person]?.kind !== 'human') continue;
    const key = `${area} ${facet}`;
    const place = tallies.get(key) ?? { people: new Map<PersonId, Tally>() };
    tallies.set(key, place);
    const tally = place.people.get(person) ?? emptyTally(scene.at);
    place.people.set(person, tally);
    addTo(tally, kind, added);
  }
  return [...askedOf(scene)].flatMap(([key, { area, facet, asked }]): FacetStanding[] => {
    if (!isConnected(scene, facet)) return [];
    const days = watched(scene, facet);
    const own = [...(tallies.get(key)?.people ?? [])];
    const people = new Map(own.map(([person, tally]) => [person, levelOf(tally)]));
    return [{ area, facet, demand: (asked * FORTNIGHT) / days, asked, days, seen: countsOfAll(own.map(([, tally]) => tally)), people }];
  });
}

export function isConnected({ since }: Pick<Scene, 'since'>, facet: WeighedFacet): boolean {
  return FACET_NEEDS[facet].some((family) => since[family] !== undefined);
}

interface Asked {
  readonly area: AreaRow;
  readonly facet: WeighedFacet;
  readonly asked: number;
}

function askedOf(scene: Scene): ReadonlyMap<string, Asked> {
  const counts = new Map<string, Asked>();
  const count = (facet: WeighedFacet, area: AreaRow, at: number): void => {
    if (area < 0 || at > scene.at || at < scene.at - COUNTED_OVER * DAY) return;
    const key = `${area} ${facet}`;
    counts.set(key, { area, facet, asked: (counts.get(key)?.asked ?? 0) + 1 });
  };
  for (const { areas, readyAt } of scene.changes) if (areas[0] !== undefined) count('review', areas[0], readyAt);
  for (const one of scene.incidents) if (someoneIsIn(one)) count('operate', one.area, one.openedAt);
  for (const { area, at, why } of scene.threads) if (why) count('explain', area, at);
  for (const { area, decidedAt } of scene.decisions) if (decidedAt !== null) count('explain', area, decidedAt);
  return counts;
}

/** Alerts alone say nothing of people: that nobody is seen in them does not mean that nobody is able. */
export function someoneIsIn({ paged, acknowledgedBy, calledIn, acted, resolvedBy, roles }: Scene['incidents'][number]): boolean {
  return resolvedBy !== null || [paged, acknowledgedBy, calledIn, acted, roles].some((people) => people.length > 0);
}

/** Days for which the sources of a facet have been there, at most a year. */
function watched({ since, at }: Scene, facet: WeighedFacet): number {
  const from = Math.min(...FACET_NEEDS[facet].flatMap((family) => since[family] ?? []));
  return Math.min(COUNTED_OVER, Math.max(FORTNIGHT, (at - from) / DAY));
}
