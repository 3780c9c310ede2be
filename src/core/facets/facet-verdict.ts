import type { Scene, SceneRight } from '#core/scene/scene.ts';
import type { RightKind } from '#core/facts/fact-details.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import type { WeighedFacet } from './facet-evidence.ts';
import type { FacetStanding } from './facet-standings.ts';

/** Rights without which being able is not enough: one of them. */
const TAKES: Readonly<Record<WeighedFacet, readonly RightKind[]>> = {
  review: ['merge'],
  operate: ['deploy', 'console', 'administer'],
  explain: [],
};

export interface FacetVerdict {
  readonly verdict: Verdict;
  /** People able alone who hold the access, and those able with help. */
  readonly able: number;
  readonly withHelp: number;
  /** Able alone by what they did, without the access it takes. */
  readonly withoutAccess: number;
  /** Whether access was looked at: rights are connected, or it takes none. */
  readonly accessJudged: boolean;
}

/**
 * # Verdict of a facet
 *
 * What it says: whether work of one kind (reviewing, operating, explaining) in an area goes on while some people are away.
 *
 * Formula: able = people at level alone (see `src/core/facets/level-of.ts`) who hold the access that it takes, without those away; stops where nobody
 * is able and nobody is able with help; degrades where nobody is able but somebody with help, or where one is able in an area of the first
 * tier; moves otherwise.
 *
 * Reading: of the whole area the worst facet holds. Where rights are not connected, access is not judged and the verdict says so.
 *
 * Source: R028, R029, R046.
 *
 * Weakness: counts people and not their time; somebody able who is never asked is as good as somebody who is.
 */
export function facetVerdict(scene: Scene, standing: FacetStanding, away: ReadonlySet<PersonId> = new Set()): FacetVerdict {
  const { facet, area, people } = standing;
  const accessJudged = TAKES[facet].length === 0 || scene.since.rights !== undefined;
  const there = [...people].filter(([person]) => !away.has(person) && isHere(scene, person));
  const alone = there.filter(([, { level }]) => level === 3).map(([person]) => person);
  const able = alone.filter(
    (person) => TAKES[facet].length === 0 || scene.since.rights === undefined || holds(scene, person, { area, rights: TAKES[facet] }),
  );
  const withHelp = there.filter(([, { level }]) => level === 2).length;
  const short = { able: able.length, withHelp, withoutAccess: alone.length - able.length, accessJudged };
  return { ...short, verdict: verdictOf(short, scene.areas[area]!.tier) };
}

/** The verdict in the single absence that hurts most. */
export function worstFacetVerdict(scene: Scene, standing: FacetStanding): FacetVerdict {
  const able = [...standing.people].flatMap(([person, { level }]) => (level >= 2 ? [person] : []));
  const verdicts = [facetVerdict(scene, standing), ...able.map((person) => facetVerdict(scene, standing, new Set([person])))];
  return verdicts.reduce((worst, one) => (ORDER.indexOf(one.verdict) < ORDER.indexOf(worst.verdict) ? one : worst));
}

const ORDER: readonly Verdict[] = ['stops', 'degrades', 'moves'];

function verdictOf({ able, withHelp }: Pick<FacetVerdict, 'able' | 'withHelp'>, tier: 1 | 2 | 3): Verdict {
  if (able === 0) return withHelp === 0 ? 'stops' : 'degrades';
  return able === 1 && tier === 1 ? 'degrades' : 'moves';
}

function isHere({ people, at }: Scene, person: PersonId): boolean {
  const { leftAt } = people[person]!;
  return leftAt === undefined || leftAt > at;
}

function holds(
  scene: Scene,
  person: PersonId,
  { area, rights }: { readonly area: number; readonly rights: readonly RightKind[] },
): boolean {
  return scene.rights.some((one) => one.person === person && one.area === area && rights.includes(one.right) && isHeld(one, scene.at));
}

export function isHeld({ from, to }: SceneRight, at: number): boolean {
  return from <= at && at < to;
}
