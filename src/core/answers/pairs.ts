import { pairsNotTogether, type RiskyPair } from '#core/cascade/pairs.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import type { Answer, Because, Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted } from '#core/terms/figures.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { envelope } from '#core/world/envelope.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

export interface PairsValue {
  /** Pairs of people, each counted once, whatever the number of their areas. */
  readonly pairs: number;
  readonly areas: number;
  readonly areasJudged: number;
  /** Areas whose verdict changes with one person away already: no pair is needed there. */
  readonly alreadyByOne: number;
  readonly days: number;
}

export interface PairRow extends Row {
  readonly area: string;
  readonly id: string;
  /** Two names in alphabetical order; where names may not be seen, how many pairs there are. */
  readonly together: readonly string[];
  readonly alone: Verdict;
  readonly verdict: Verdict;
  /** With the one away who is missed more, and with both. */
  readonly carriedAlone: number;
  readonly carried: Estimate;
  readonly stalled: Estimate;
}

/** Two people who must not be away on the same days: either alone changes no verdict, both do. By area, names in alphabetical order. */
export function answerPairs(world: World): Answer<PairsValue, PairRow> {
  const { landscape, window, rows: areas, worst } = judge(world);
  const found = pairsNotTogether({ landscape, settings: world.settings, window });
  const rows = maySeeNames(world.viewer) ? found.map((pair) => rowOf(world, pair, namesOf(world, pair))) : rowsByArea(world, found);
  const judged = areas.filter((row) => row.verdict !== 'not judged');
  const value = {
    pairs: new Set(found.map((pair) => pair.people.join())).size,
    areas: new Set(found.map((pair) => pair.area)).size,
    areasJudged: judged.length,
    alreadyByOne: worst.areas.filter(
      (area) => area.verdict !== 'not judged' && area.served.value < thresholdBelow(world, area.servedBefore.value),
    ).length,
    days: world.settings.absenceDays,
  };
  return envelope(world, {
    name: 'pairs',
    question: `Who must not be away on the same ${counted(value.days, 'day')}?`,
    value,
    reading: readingOf(value),
    columns: COLUMNS,
    rows: [...rows].sort(byArea),
    because: [becauseOf(value)],
    method: { name: 'every two people, closed form', version: '1' },
  });
}

/** The threshold that holds an area's verdict up; 0 where it cannot fall further. */
function thresholdBelow({ settings: { movesFrom, stopsBelow } }: World, before: number): number {
  return before >= movesFrom ? movesFrom : before >= stopsBelow ? stopsBelow : 0;
}

function namesOf({ evidence, viewer }: World, { people }: RiskyPair): readonly string[] {
  return people.map((person) => namePerson(evidence, person, viewer)).sort(alphabetical);
}

function rowOf({ partition }: World, { area, alone, servedAlone, outcome }: RiskyPair, together: readonly string[]): PairRow {
  const { name, id } = partition.areas[area]!;
  return {
    area: name,
    id,
    together,
    alone,
    verdict: outcome.verdict,
    carriedAlone: servedAlone,
    carried: outcome.served,
    stalled: outcome.stalled,
    because: 'value',
  };
}

/** One row for each area: its pair that leaves least. */
function rowsByArea(world: World, found: readonly RiskyPair[]): readonly PairRow[] {
  const areas = new Map<number, RiskyPair[]>();
  for (const pair of found) areas.set(pair.area, [...(areas.get(pair.area) ?? []), pair]);
  return [...areas.values()].map((pairs) => {
    const least = pairs.reduce((held, pair) => (pair.outcome.served.value < held.outcome.served.value ? pair : held));
    return rowOf(world, least, [counted(pairs.length, 'pair')]);
  });
}

/** By area and then by name: pairs are never put in order of what they cost. */
function byArea(a: PairRow, b: PairRow): number {
  return alphabetical(a.area, b.area) || alphabetical(a.together.join(' '), b.together.join(' '));
}

function readingOf({ pairs, areas, areasJudged, alreadyByOne, days }: PairsValue): string {
  if (areasJudged === 0) return 'No area has enough history to be judged, so nothing can be said about two people together.';
  const one = alreadyByOne === 0 ? '' : ` In ${counted(alreadyByOne, 'area')} one absence alone is enough: understudy areas.`;
  if (pairs === 0)
    return `No two people: nowhere would two absences of ${counted(days, 'day')} together change a verdict that either alone leaves as it is.${one}`;
  return `${counted(pairs, 'pair')} of people in ${counted(areas, 'area')}: either may be away, not both on the same days.${one}`;
}

function becauseOf({ pairs, areas, areasJudged, alreadyByOne, days }: PairsValue): Because {
  return {
    id: 'value',
    claim: `${counted(pairs, 'pair')} in ${areas} of ${counted(areasJudged, 'judged area')}: the verdict changes only when both are away.`,
    formula:
      'for every two people of an area: carried with either away (sudden) keeps the verdict of nobody away, carried with both away does not; lost together = lost by one + lost by the other + what only they both know',
    inputs: [
      { name: 'pairs', value: pairs },
      { name: 'areas with a pair', value: areas },
      { name: 'areas where one absence is enough', value: alreadyByOne },
      { name: 'days', value: days },
    ],
    evidence: [],
    wouldChange: [
      'Holidays one after the other; or a third person who takes part in the next changes of the area.',
      'Two names of one person look like a pair: understudy identities.',
    ],
    confidence: 'every two people are tried, exactly; the carried share of each row has its 90 % interval',
    method: 'pairs/1',
  };
}

const COLUMNS: readonly Column[] = [
  { key: 'area', label: 'Area', kind: 'text', meaning: 'A part of the system that people would name.' },
  {
    key: 'together',
    label: 'Not together',
    kind: 'list',
    meaning: 'Two people in alphabetical order; where names may not be seen, how many pairs.',
  },
  { key: 'alone', label: 'Either away', kind: 'text', meaning: 'Verdict with nobody, or with either of the two away.' },
  { key: 'verdict', label: 'Both away', kind: 'text', meaning: 'Verdict with both away.' },
  {
    key: 'carriedAlone',
    label: 'Carried by one',
    kind: 'probability',
    meaning: 'Share carried with the one away who is missed more.',
    detail: true,
  },
  {
    key: 'carried',
    label: 'Still carried',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share of the expected work carried with both away.',
  },
  {
    key: 'stalled',
    label: 'Would wait',
    kind: 'estimate',
    unit: 'amount',
    meaning: 'Expected changes that would find nobody who knows the place.',
  },
  { key: 'id', label: 'Id', kind: 'text', meaning: 'Stable name for scripts.', detail: true },
];
