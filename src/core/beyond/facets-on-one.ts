import { type FacetStanding, facetStandings } from '#core/facets/facet-standings.ts';
import { ableIn } from '#core/facets/facet-verdict.ts';
import type { WeighedFacet } from '#core/facets/facet-evidence.ts';
import { type SoleRight, soleRights } from '#core/facets/sole-rights.ts';
import type { RightKind } from '#core/facts/fact-details.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { LeftOut } from '#core/terms/answer.ts';
import { dateOf, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { LEAST_ASKED, RIGHT_WORDS } from './facet-rows.ts';

/** A facet of an area, or a right in it, by which one person can be recognised. */
export interface FacetOnOne {
  readonly area: AreaRow;
  readonly what: WeighedFacet | RightKind;
  readonly person: PersonId;
}

/**
 * Facets that only one is able to do, alone or, where nobody is, with help; and rights that one holds: whoever works there knows who is meant.
 * Silent where too little was asked of a facet for a verdict.
 */
export function facetsOnOne(scene: Scene): readonly FacetOnOne[] {
  return onOneAmong(scene, { standings: facetStandings(scene), rights: soleRights(scene) });
}

function onOneAmong(scene: Scene, { standings, rights }: FacetsFound): readonly FacetOnOne[] {
  const facets = standings.flatMap((standing): readonly FacetOnOne[] => {
    const { area, facet: what, asked } = standing;
    const { able, withHelp } = ableIn(scene, standing);
    const meant = able.length > 0 ? able : withHelp;
    return asked >= LEAST_ASKED && meant.length === 1 ? [{ area, what, person: meant[0]! }] : [];
  });
  const sole = rights.flatMap(({ area, right, holder }) => (holder === null ? [] : [{ area, what: right, person: holder }]));
  return [...facets, ...sole].toSorted((a, b) => a.area - b.area || (a.what < b.what ? -1 : 1));
}

/** `who can review it`, `who may deploy`. */
export function aboutFacet(what: FacetOnOne['what']): string {
  return what in RIGHT_WORDS ? `who ${RIGHT_WORDS[what as RightKind]}` : `who can ${what} it`;
}

/** How the finding about one of them stands with the one who asks. */
export interface FacetLook {
  /** Id of the area, as its repository calls it. */
  readonly area: string;
  readonly what: string;
  /** From when on others see it. */
  readonly from: Moment;
  /** Whether the one who asks does. */
  readonly seen: boolean;
}

/** Everything that is told of facets: who is able, and rights with one holder or none. */
export interface FacetsFound {
  readonly standings: readonly FacetStanding[];
  readonly rights: readonly SoleRight[];
}

/** What is held back from the one who asks. */
export interface FacetHeld extends Pick<FacetOnOne, 'area' | 'what'> {
  /** From when on it is shown; null: nobody has looked for findings since it is so. */
  readonly from: Moment | null;
}

/** What the one whom it concerns looks at first, apart from all else. `looks` absent: the one who asks is alone at it, and sees all. */
export function heldApart(
  scene: Scene,
  found: FacetsFound,
  looks: readonly FacetLook[] | undefined,
): FacetsFound & { readonly held: readonly FacetHeld[] } {
  if (looks === undefined) return { ...found, held: [] };
  const known = new Map(looks.map((look) => [`${look.area} ${look.what}`, look]));
  const held = onOneAmong(scene, found).flatMap(({ area, what }): readonly FacetHeld[] => {
    const look = known.get(`${scene.areas[area]!.id} ${what}`);
    return look?.seen === true ? [] : [{ area, what, from: look?.from ?? null }];
  });
  const keys = new Set(held.map(({ area, what }) => `${area} ${what}`));
  return {
    standings: found.standings.filter(({ area, facet }) => !keys.has(`${area} ${facet}`)),
    rights: found.rights.filter(({ area, right }) => !keys.has(`${area} ${right}`)),
    held,
  };
}

/** That something is held back, as the answer says it: how much, and until when at the latest. */
export function heldFacetsLine(held: readonly FacetHeld[]): readonly LeftOut[] {
  if (held.length === 0) return [];
  const what = held.length === 1 ? 'a facet that concerns somebody' : 'facets that concern somebody';
  return [{ what, count: held.length, unit: 'facets', why: `${shownFrom(held)}; whom it concerns looks first.` }];
}

/** `Shown by 2026-11-24 at the latest`. */
export function shownFrom(held: readonly Pick<FacetHeld, 'from'>[]): string {
  const days = held.map(({ from }) => from);
  return days.includes(null) ? 'Shown three days after the next look' : `Shown by ${dateOf(Math.max(...(days as Moment[])))} at the latest`;
}
