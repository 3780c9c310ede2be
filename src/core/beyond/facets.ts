import { WEIGHED_FACETS, type WeighedFacet } from '#core/facets/facet-evidence.ts';
import { FACET_NEEDS, type FacetStanding, facetStandings, isConnected, someoneIsIn } from '#core/facets/facet-standings.ts';
import { soleRights } from '#core/facets/sole-rights.ts';
import { maySeeNames } from '#core/policy/name-person.ts';
import type { Answer, NotJudged } from '#core/terms/answer.ts';
import { counted, listed } from '#core/terms/figures.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import { envelope } from '#core/world/envelope.ts';
import { areaAsked, areasSeen, type Beheld, blind, stillBlind } from './beheld.ts';
import { becauseOfChange, becauseOfFacet, becauseOfFacets, becauseOfRight, type Need } from './because-of-facets.ts';
import { type FacetHeld, heldApart, heldFacetsLine, shownFrom } from './facets-on-one.ts';
import { changeRow, FACET_COLUMNS, type FacetRow, facetRow, type FacetsValue, rightRow } from './facet-rows.ts';

export interface FacetsInput {
  /** As `understudy areas` names it; absent: all of them. */
  readonly area?: string | undefined;
}

/** How able people are to review, operate and explain each area, now and in the absence that hurts it most; and rights that one person holds. Nobody is named. */
export function answerFacets(beheld: Beheld, { area }: FacetsInput = {}): Answer<FacetsValue, FacetRow> {
  const { scene, world, whole = scene } = beheld;
  const asked = area === undefined ? undefined : areaAsked(beheld, area);
  const shown = new Set(asked === undefined ? areasSeen(beheld) : asked === null ? [] : [asked]);
  const isShown = (one: { readonly area: number }): boolean => shown.has(one.area);
  const found = { standings: facetStandings(whole), rights: soleRights(scene) };
  const apart = heldApart(scene, found, beheld.looks);
  const [standings, rights, held] = [apart.standings.filter(isShown), apart.rights.filter(isShown), apart.held.filter(isShown)];
  const names = maySeeNames(world.viewer);
  const told = standings.map((standing) => ({ standing, names, row: facetRow(scene, standing, names) }));
  const rows = [...told.map(({ row }) => row), ...rights.map((right) => rightRow(scene, right))];
  const change = asked === undefined || asked === null ? [] : changeRow(world, scene.areas[asked]!);
  const value = valueOf(rows, shown.size);
  const needs = needsOf(beheld, apart.standings);
  const answer = envelope(
    { ...world, at: scene.at },
    {
      name: 'facets',
      question:
        area === undefined
          ? 'Who can review, operate and explain what?'
          : `Who can change, review, operate and explain ${asked === null ? area : nameOf(beheld, shown)}?`,
      value,
      reading: readingOf(value),
      columns: FACET_COLUMNS,
      rows: [...change, ...rows].sort(byArea),
      because: [
        becauseOfFacets(value),
        ...change.map(becauseOfChange),
        ...told.map((one) => becauseOfFacet(scene, { ...one, needs: needs(one.standing) })),
        ...(rights.length === 0 ? [] : [becauseOfRight(rights.length)]),
      ],
      method: { name: 'capped evidence', version: '1' },
      notJudged:
        asked === null
          ? cutOtherwise(area!)
          : [...(asked === undefined ? [] : heldThere(held)), ...notJudged(beheld, found.standings, shown)],
      leftOut: heldFacetsLine(held),
    },
  );
  return { ...answer, notJudged: stillBlind(scene, answer.notJudged) };
}

/** Of what an area depends on, as a catalog declares it: how able people are to operate that. Only of areas that may be told of. */
function needsOf(beheld: Beheld, told: readonly FacetStanding[]): (standing: FacetStanding) => readonly Need[] {
  const { areas } = beheld.scene;
  const seen = new Set(areasSeen(beheld));
  const operated = new Map(told.flatMap((one) => (one.facet === 'operate' ? [[one.area, one] as const] : [])));
  const verdicts = new Map<number, Need['verdict']>();
  const verdictOf = (row: number): Need['verdict'] => {
    const standing = operated.get(row);
    if (!verdicts.has(row)) verdicts.set(row, standing === undefined ? null : facetRow(beheld.scene, standing, false).verdict);
    return verdicts.get(row)!;
  };
  return ({ area, facet }) => {
    const needed = facet === 'operate' ? areas[area]!.dependsOn.filter((row) => seen.has(row)) : [];
    return needed.slice(0, MOST_NEEDS).map((row) => ({ area: areas[row]!.name, verdict: verdictOf(row) }));
  };
}

const MOST_NEEDS = 9;

/** Asked of one area, the facets that are held back there. */
function heldThere(held: readonly FacetHeld[]): readonly NotJudged[] {
  return WEIGHED_FACETS.flatMap((facet): readonly NotJudged[] => {
    const of = held.filter(({ what }) => what === facet);
    const why = 'Whom it concerns looks first.';
    return of.length === 0 ? [] : [{ facet, what: `who can ${facet} it`, why, remedy: `${shownFrom(of)}.` }];
  });
}

/** Of such an area nothing is said, and not that all is well. */
function cutOtherwise(area: string): readonly NotJudged[] {
  const why = 'Seen together with the other repositories the tree is cut otherwise here.';
  const remedy = 'Name the area in understudy.yaml: it then stays the same wherever it is seen.';
  return WEIGHED_FACETS.map((facet) => ({ facet, what: `who can ${facet} ${area}`, why, remedy }));
}

function nameOf({ scene }: Beheld, shown: ReadonlySet<number>): string {
  return scene.areas[[...shown][0]!]!.name;
}

const ORDER = ['change', 'review', 'operate', 'explain'];

/** By area and facet; never by what people are able to do. */
function byArea(a: FacetRow, b: FacetRow): number {
  return alphabetical(a.area, b.area) || place(a) - place(b) || alphabetical(a.facet, b.facet);
}

function place({ facet }: FacetRow): number {
  const found = ORDER.indexOf(facet);
  return found < 0 ? ORDER.length : found;
}

/** Facets without a source, with what to connect; and facets of areas of which nothing was asked. */
function notJudged(beheld: Beheld, standings: readonly FacetStanding[], shown: ReadonlySet<number>): readonly NotJudged[] {
  const { scene } = beheld;
  const told = new Set(standings.map(({ area, facet }) => `${area} ${facet}`));
  const unseen = WEIGHED_FACETS.flatMap((facet) => blind(beheld, { facet, what: `who can ${facet}`, families: FACET_NEEDS[facet] }));
  const nameless = new Set(scene.incidents.flatMap((one) => (one.openedAt <= scene.at && !someoneIsIn(one) ? [one.area] : [])));
  const quiet = WEIGHED_FACETS.filter((facet) => isConnected(scene, facet)).flatMap((facet) => {
    const rows = [...shown].filter((row) => !told.has(`${row} ${facet}`));
    const unnamed = facet === 'operate' ? rows.filter((row) => nameless.has(row)).length : 0;
    return [
      ...untold(facet, unnamed, NOBODY_NAMED).map((one) => ({ ...one, what: `${one.what} where incidents name nobody` })),
      ...untold(facet, rows.length - unnamed, NOTHING_ASKED),
    ];
  });
  const access = blind(beheld, { facet: 'operate', what: 'who may merge and deploy', families: ['rights'] });
  return [...unseen, ...quiet, ...access];
}

type Why = Pick<NotJudged, 'why' | 'remedy'>;

const NOTHING_ASKED: Why = {
  why: 'Nothing of the kind was asked there in the last year.',
  remedy: 'Nothing to do where nothing comes; else see whether its services are joined with it: understudy joins --kind area',
};
const NOBODY_NAMED: Why = {
  why: 'Nothing says who acted on what came there.',
  remedy: 'Connect or import what pages people, and tells who takes an incident and who ends it.',
};

function untold(facet: WeighedFacet, areas: number, why: Why): readonly NotJudged[] {
  return areas === 0 ? [] : [{ facet, what: `who can ${facet} ${counted(areas, 'area')}`, ...why }];
}

function valueOf(rows: readonly FacetRow[], areas: number): FacetsValue {
  const facets = rows.filter(({ kind }) => kind === 'facet');
  const countOfVerdict = (verdict: FacetRow['verdict']): number => facets.filter((row) => row.verdict === verdict).length;
  return {
    areas,
    judged: facets.length - countOfVerdict('not judged'),
    stops: countOfVerdict('stops'),
    degrades: countOfVerdict('degrades'),
    worse: facets.filter((row) => row.verdict !== row.worst).length,
    soleRights: rows.filter(({ kind }) => kind === 'right').length,
  };
}

function readingOf({ judged, stops, degrades, worse, soleRights: sole }: FacetsValue): string {
  const rights = sole === 0 ? '' : ` ${counted(sole, 'right')} of areas ${sole === 1 ? 'has' : 'have'} one holder or none.`;
  if (judged === 0) return `No facet but change can be judged from what is connected.${rights}`;
  const now = [stops ? `${counted(stops, 'stops', 'stop')} now` : '', degrades ? `${counted(degrades, 'degrades', 'degrade')} now` : ''];
  const then = worse === 0 ? 'no single absence makes any of them worse' : `${counted(worse, 'gets', 'get')} worse in a single absence`;
  return `Of ${counted(judged, 'facet')} judged in areas, ${listed([...now.filter(Boolean), then])}.${rights}`;
}
