import { observedRate } from '#core/chance/observed.ts';
import { FLOOR } from '#core/cohorts/cohort.ts';
import { type FacetStanding, FORTNIGHT } from '#core/facets/facet-standings.ts';
import { type FacetVerdict, facetVerdict, TAKES, worstFacetVerdict } from '#core/facets/facet-verdict.ts';
import type { SoleRight } from '#core/facets/sole-rights.ts';
import type { RightKind } from '#core/facts/fact-details.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { dateOf } from '#core/terms/moment.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

/** One facet of one area, or one right that an area takes and at most one person holds. */
export interface FacetRow extends Row {
  readonly area: string;
  readonly id: string;
  readonly kind: 'facet' | 'right';
  /** change, review, operate, explain; of a right, what it lets do. */
  readonly facet: string;
  /** With everybody who is here; null: only the worst absence is judged (change). */
  readonly verdict: Verdict | null;
  /** In the single absence that hurts it most. */
  readonly worst: Verdict;
  /** People able alone who hold the access, and people able with help: nobody, one, two, more. */
  readonly able: string;
  readonly withHelp: string;
  /** Expected in a fortnight, and P(at least one). */
  readonly expected: Estimate | null;
  readonly atLeastOne: number | null;
  readonly access: 'judged' | 'not judged' | 'takes none';
  /** Day on which nobody is able alone any more, if nothing new is seen; null also where it is held back. */
  readonly until: string | null;
  readonly because: string;
}

export interface FacetsValue {
  readonly areas: number;
  /** Rows of facets with a verdict now, and with each of them. */
  readonly judged: number;
  readonly stops: number;
  readonly degrades: number;
  /** Rows that stop or degrade in the worst single absence and do not now. */
  readonly worse: number;
  readonly soleRights: number;
}

/** What each right lets somebody do, as a word of the column of facets. */
export const RIGHT_WORDS: Readonly<Record<RightKind, string>> = {
  merge: 'may merge',
  deploy: 'may deploy',
  administer: 'may administer',
  console: 'may open the console',
  secret: 'may read a secret',
  'be-paged': 'can be paged',
};

/** So many have to be asked of a facet in a year before it is judged: below that nobody is seen to do it usually, and so nobody without them. */
export const LEAST_ASKED = 5;

/** `names`: they may be seen, and so may what says something of fewer people than the floor. */
export function facetRow(scene: Scene, standing: FacetStanding, names: boolean): FacetRow {
  const { area, facet, asked, days, demand } = standing;
  const { id, name } = scene.areas[area]!;
  const now = facetVerdict(scene, standing);
  const enough = asked >= LEAST_ASKED;
  return {
    area: name,
    id,
    kind: 'facet',
    facet,
    verdict: enough ? now.verdict : 'not judged',
    worst: enough ? worstFacetVerdict(scene, standing).verdict : 'not judged',
    able: countWord(now.able),
    withHelp: countWord(now.withHelp),
    expected: scaled(observedRate(asked, days, LEVEL), FORTNIGHT),
    atLeastOne: -Math.expm1(-demand),
    access: accessWord(standing, now),
    until: now.until === null || !(names || now.able >= FLOOR) ? null : dateOf(now.until),
    because: `${id} ${facet}`,
  };
}

const LEVEL = 0.9;

function scaled({ value, low, high, ...rest }: Estimate, by: number): Estimate {
  return { ...rest, value: value * by, low: low * by, high: high * by };
}

function accessWord({ facet }: FacetStanding, { accessJudged }: FacetVerdict): FacetRow['access'] {
  if (TAKES[facet].length === 0) return 'takes none';
  return accessJudged ? 'judged' : 'not judged';
}

/** Never a figure of people beyond two: whether it hangs on one is what matters. */
export function countWord(n: number): string {
  return ['nobody', 'one', 'two'][n] ?? 'more';
}

/** A right with one holder stops with that one; with none it has stopped. */
export function rightRow(scene: Scene, { area, right, holder }: SoleRight): FacetRow {
  const { id, name } = scene.areas[area]!;
  return {
    area: name,
    id,
    kind: 'right',
    facet: RIGHT_WORDS[right],
    verdict: holder === null ? 'stops' : 'moves',
    worst: 'stops',
    able: countWord(holder === null ? 0 : 1),
    withHelp: 'nobody',
    expected: null,
    atLeastOne: null,
    access: 'judged',
    until: null,
    because: 'rights',
  };
}

/** What the calibrated model says of changing it, beside; none for what has no files, or is not seen. */
export function changeRow(world: World, { id, name }: Scene['areas'][number]): readonly FacetRow[] {
  const own = judge(world).rows.find((row) => row.id === id);
  if (own === undefined) return [];
  return [
    {
      area: name,
      id,
      kind: 'facet',
      facet: 'change',
      verdict: null,
      worst: own.verdict,
      able: own.carriers,
      withHelp: '',
      expected: own.expected,
      atLeastOne: own.atLeastOne,
      access: 'takes none',
      until: null,
      because: 'change',
    },
  ];
}

export const FACET_COLUMNS: readonly Column[] = [
  { key: 'area', label: 'Area', kind: 'text', meaning: 'A part of the system that people would name, or a service.' },
  { key: 'facet', label: 'What', kind: 'text', meaning: 'One kind of knowing, or a right that at most one person holds.' },
  { key: 'verdict', label: 'Now', kind: 'text', meaning: 'What happens to it with everybody who is here.' },
  { key: 'worst', label: 'One away', kind: 'text', meaning: 'The same in the single absence that hurts it most.' },
  {
    key: 'able',
    label: 'Able alone',
    kind: 'text',
    meaning: 'How many have lately done it without whoever usually does, and hold the access: nobody, one, two, more.',
  },
  { key: 'withHelp', label: 'With help', kind: 'text', meaning: 'How many more could do it with somebody beside them.' },
  { key: 'expected', label: 'Expected', kind: 'estimate', unit: 'amount', meaning: 'How many come in a fortnight, by the last year.' },
  { key: 'atLeastOne', label: 'At least one', kind: 'probability', meaning: 'P(at least one comes in a fortnight).', detail: true },
  { key: 'access', label: 'Access', kind: 'text', meaning: 'Whether it was looked at who holds the access that it takes.' },
  {
    key: 'until',
    label: 'Expires on',
    kind: 'date',
    meaning:
      'Day on which nobody counts as able alone any more, if nothing new is seen. Where names may not be seen, of five people or more only.',
  },
  { key: 'id', label: 'Id', kind: 'text', meaning: 'Stable name for scripts.', detail: true },
];
