import { FLOOR } from '#core/cohorts/cohort.ts';
import { EVIDENCE_WEIGHTS } from '#core/facets/evidence-kinds.ts';
import type { WeighedFacet } from '#core/facets/facet-evidence.ts';
import type { FacetStanding } from '#core/facets/facet-standings.ts';
import { facetVerdict } from '#core/facets/facet-verdict.ts';
import { DEMONSTRATION_LASTS, LEVEL_FROM } from '#core/facets/level-of.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Because } from '#core/terms/answer.ts';
import { counted, countOf } from '#core/terms/figures.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { type FacetRow, type FacetsValue, LEAST_ASKED } from './facet-rows.ts';

const FORMULA = `for each person and kind of evidence k: S = Σ base × confidence × 0.5^(age / half-life), g = cap × (1 − e^(−S/cap)); K = 1 − Π(1 − g); able alone: K ≥ ${LEVEL_FROM.alone} and an act without whoever usually does it in the last ${DEMONSTRATION_LASTS} days, and the access it takes; with help: K ≥ ${LEVEL_FROM.withHelp}; stops: nobody of either; degrades: nobody alone, or one alone in an area of the first tier`;
const HOW_SURE = `weights are argued, not fitted; fewer than ${LEAST_ASKED} in a year are not judged; help that leaves no trace is not seen`;

export function becauseOfFacets({ judged, areas, stops, degrades, worse }: FacetsValue): Because {
  return {
    id: 'value',
    claim: `${counted(judged, 'facet')} of ${counted(areas, 'area')} judged: ${countOf(stops)} stop and ${countOf(degrades)} degrade now.`,
    formula: FORMULA,
    inputs: [
      { name: 'facets judged', value: judged },
      { name: 'stop now', value: stops },
      { name: 'degrade now', value: degrades },
      { name: 'worse in one absence', value: worse },
    ],
    evidence: [],
    wouldChange: ['One more source for what is not judged.', 'One more person who does it once without whoever usually does.'],
    confidence: HOW_SURE,
    method: 'facets/1',
  };
}

/** A facet of an area, and whether names may be seen. */
interface FacetToSay {
  readonly standing: FacetStanding;
  readonly row: FacetRow;
  readonly names: boolean;
  readonly needs: readonly Need[];
}

/** An area that another one is declared to depend on, and how operating it stands; null: nothing of the kind was asked there. */
export interface Need {
  readonly area: string;
  readonly verdict: Verdict | null;
}

/** Kinds of evidence with their counts over everybody: whose they are is not said, nor, where names may not be seen, what fewer than the floor did. */
export function becauseOfFacet(scene: Scene, { standing, row, names, needs }: FacetToSay): Because {
  const { able, withHelp, withoutAccess, accessJudged } = facetVerdict(scene, standing);
  const tells = names || standing.people.size >= FLOOR;
  const few = standing.asked < LEAST_ASKED ? ` Too few to judge it: ${counted(standing.asked, 'was', 'were')} asked.` : '';
  return {
    id: row.because,
    claim: `${row.facet} in ${row.area}: able alone ${row.able}, with help ${row.withHelp}${row.until === null ? '' : `; expires on ${row.until}`}.${few}`,
    formula: FORMULA,
    inputs: [
      { name: `asked in ${Math.round(standing.days)} days`, value: standing.asked },
      ...standing.seen.map(({ kind, count }) => ({
        name: `somebody ${EVIDENCE_WEIGHTS[kind].says}`,
        ...(tells ? { value: count, unit: 'times' } : HELD),
      })),
      { name: 'able alone', value: row.able },
      { name: 'able with help', value: row.withHelp },
      ...(withoutAccess === 0 ? [] : [{ name: 'able, without the access', value: withoutAccess === 1 ? 'one' : 'several' }]),
      ...needs.map(({ area, verdict }) => ({
        name: `depends on ${area}, as the catalog says`,
        value: `operate there: ${verdict ?? 'not judged'}`,
      })),
    ],
    evidence: [],
    wouldChange: [
      ...(accessJudged ? [] : ['Rights: who may merge and deploy is not connected, so everybody able is taken to have the access.']),
      ...(withoutAccess > 0 ? ['The access for those who are able and do not hold it.'] : []),
      ...(able < 2 ? [RAISES[standing.facet]] : []),
      ...(able === 0 && withHelp > 0 ? ['The next one handled by those able with help, alone, with the others not asked.'] : []),
      ...needs.flatMap(({ area, verdict }) => (verdict === 'stops' ? [`Somebody able to operate ${area}: this depends on it.`] : [])),
      ...(row.until === null ? [] : [`Nothing new until ${row.until}: then nobody counts as able alone.`]),
    ],
    confidence: HOW_SURE,
    method: 'facets/1',
  };
}

const HELD = { value: 'seen; how often is held back below five people' };

const RAISES: Readonly<Record<WeighedFacet, string>> = {
  review: 'One more person reviews with substance until a change is merged, with whoever usually reviews there taking no part.',
  operate:
    'One more person ends an incident without whoever usually does, and leaves a second trace: a commit or a roll-out of the same days.',
  explain: 'One more person answers why it is so, with a link to something written, before whoever usually answers.',
};

export function becauseOfRight(rights: number): Because {
  return {
    id: 'rights',
    claim: `${counted(rights, 'right')} of areas with at most one present holder.`,
    formula: 'for each area and right that anybody ever held there: humans who hold it now and have not left; listed below two',
    inputs: [{ name: 'rights with at most one holder', value: rights }],
    evidence: [],
    wouldChange: ['The same right for a second person.', 'Rights given through groups that no source tells are not seen.'],
    confidence: 'exact for the rights that sources tell; machines and emergency accounts are not counted',
    method: 'rights/1',
  };
}

/** Only that it is judged elsewhere, and by what. */
export function becauseOfChange({ area, able, worst }: FacetRow): Because {
  return {
    id: 'change',
    claim: `change in ${area}: ${able}; in the worst single absence it ${worst === 'not judged' ? 'is not judged' : worst}.`,
    formula: 'the calibrated model over the history of commits: understudy explain AREA opens it',
    inputs: [{ name: 'carried by', value: able }],
    evidence: [],
    wouldChange: ['A second person who takes part in the next changes there.'],
    confidence: 'as understudy explain says it, with its interval',
    method: 'cover/1',
  };
}
