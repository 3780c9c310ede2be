import { oncePerScene } from '#core/scene/once-per-scene.ts';
import type { Scene, SceneRight } from '#core/scene/scene.ts';
import type { RightKind } from '#core/facts/fact-details.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import type { WeighedFacet } from './facet-evidence.ts';
import type { FacetStanding } from './facet-standings.ts';

/** Rights without which being able is not enough: one of them. */
export const TAKES: Readonly<Record<WeighedFacet, readonly RightKind[]>> = {
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
  /** Whether access was looked at: a source tells such rights of the area, or it takes none. */
  readonly accessJudged: boolean;
  /** From then on nobody is able alone, if nothing new is seen; null: nobody is. */
  readonly until: Moment | null;
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
 * Reading: of the whole area the worst facet holds. Where no source tells such rights of the area, access is not judged and the verdict says so.
 *
 * Source: R028, R029, R046.
 *
 * Weakness: counts people and not their time; somebody able who is never asked is as good as somebody who is.
 */
export function facetVerdict(scene: Scene, standing: FacetStanding, away: ReadonlySet<PersonId> = NOBODY): FacetVerdict {
  const { facet, area, people } = standing;
  const { holders, alone, able, withHelp } = ableIn(scene, standing, away);
  const accessJudged = TAKES[facet].length === 0 || holders !== null;
  const short = { able: able.length, withHelp: withHelp.length, withoutAccess: alone.length - able.length, accessJudged };
  const until = able.reduce<Moment | null>((last, person) => Math.max(last ?? 0, people.get(person)!.expires!), null);
  return { ...short, until, verdict: verdictOf(short, scene.areas[area]!.tier) };
}

const NOBODY: ReadonlySet<PersonId> = new Set();

/** Who is able alone by what they did, who of them holds the access, and who is able with help. What leaves is counted. */
export function ableIn(scene: Scene, standing: FacetStanding, away: ReadonlySet<PersonId> = NOBODY) {
  const holders = holdersOf(scene, standing);
  const there = [...standing.people].filter(([person]) => !away.has(person) && isHere(scene, person));
  const at = (wanted: number): readonly PersonId[] => there.filter(([, { level }]) => level === wanted).map(([person]) => person);
  const alone = at(3);
  return { holders, alone, able: alone.filter((person) => holders?.has(person) !== false), withHelp: at(2) };
}

/** The verdict in the single absence that hurts most. Those of a level who have the access are one as good as the other: one of each is taken away. */
export function worstFacetVerdict(scene: Scene, standing: FacetStanding): FacetVerdict {
  const holders = holdersOf(scene, standing);
  const present = [...standing.people].filter(([person]) => isHere(scene, person));
  const able = present.find(([person, { level }]) => level === 3 && holders?.has(person) !== false);
  const helped = present.find(([, { level }]) => level === 2);
  const verdicts = [undefined, able, helped].map((one) => facetVerdict(scene, standing, one === undefined ? NOBODY : new Set([one[0]])));
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

/** Who holds one of the rights that the facet takes there; null where no source tells such rights of the area: nobody is taken to lack one. */
function holdersOf(scene: Scene, { area, facet }: Pick<FacetStanding, 'area' | 'facet'>): ReadonlySet<PersonId> | null {
  const wanted = (rightsByArea(scene).get(area) ?? []).filter(({ right }) => TAKES[facet].includes(right));
  return wanted.length === 0 ? null : new Set(wanted.filter((one) => isHeld(one, scene.at)).map(({ person }) => person));
}

const rightsByArea = oncePerScene(({ rights }) => Map.groupBy(rights, (one) => one.area));

export function isHeld({ from, to }: SceneRight, at: number): boolean {
  return from <= at && at < to;
}
