import type { AreaOutcome } from '#core/absence/outcome.ts';
import { judgeAbsence, verdictOf } from '#core/absence/judge-absence.ts';
import { simulateAbsence } from '#core/absence/simulate.ts';
import type { AbsenceKind } from '#core/absence/scenario.ts';

import { namePerson, maySeeNames } from '#core/policy/name-person.ts';
import type { Answer, Because, Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { amountOf, counted, listed, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { DAY, dateOf, daysOf, type Moment, type Window } from '#core/terms/moment.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { envelope } from '#core/world/envelope.ts';
import { findPerson } from '#core/lookup/find-person.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

export interface AwayInput {
  /** Names or e-mail addresses. */
  readonly who: readonly string[];
  /** The same as rows of the evidence, for a page that has them: people whose names it may not know included. */
  readonly people?: readonly PersonId[];
  /** True when the only person is the one who asks. */
  readonly me?: boolean;
  readonly from?: Moment | undefined;
  /** Last day away, as any moment of it. */
  readonly to?: Moment | undefined;
  readonly days?: number | undefined;
  readonly kind?: AbsenceKind | undefined;
  /** Play the window many times (seeded) instead of by closed form. */
  readonly simulate?: boolean | undefined;
}

export interface AwayValue {
  readonly from: string;
  readonly to: string;
  readonly kind: AbsenceKind;
  readonly people: number;
  readonly areasJudged: number;
  readonly servedBefore: Estimate;
  readonly served: Estimate;
  readonly stalled: number;
  readonly changes: Readonly<Record<'stops' | 'degrades', number>>;
}

interface AwayRow extends Row {
  readonly area: string;
  readonly id: string;
  readonly before: Verdict;
  readonly verdict: Verdict;
  readonly carriedBefore: Estimate | null;
  readonly carried: Estimate | null;
  readonly stalled: Estimate | null;
  readonly atLeastOneStalls: number | null;
  readonly metBy: string | readonly string[];
}

/** What changes, area by area, when these people are away on these days. */
export function answerAway(world: World, input: AwayInput): Answer<AwayValue, AwayRow> {
  const people = [...new Set([...input.who.map((name) => findPerson(world, name)), ...(input.people ?? [])])];
  if (people.length === 0) throw refusal('nobody-away', {});
  const window = windowOf(world, input);
  const kind = input.kind ?? 'planned';
  const { landscape } = judge(world);
  const outcome = (input.simulate ? simulateAbsence : judgeAbsence)(
    landscape,
    { absences: people.map((person) => ({ person, window, kind })), window, seed: world.settings.seed },
    world.settings,
  );
  const all = outcome.areas.map((area) => rowOf(world, area, outcome.heirs));
  const rows = all.filter(changes).sort(mostChanged);
  const stalled = outcome.areas.reduce((sum, area) => sum + (area.verdict === 'not judged' ? 0 : area.stalled.value), 0);
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict && row.before !== verdict).length;
  const value: AwayValue = {
    from: dateOf(window.from),
    to: dateOf(window.to - 1),
    kind,
    people: people.length,
    areasJudged: all.filter((row) => row.verdict !== 'not judged').length,
    servedBefore: outcome.servedBefore,
    served: outcome.served,
    stalled,
    changes: { stops: count('stops'), degrades: count('degrades') },
  };
  return envelope(world, {
    name: 'away',
    question: `What would stop from ${value.from} to ${value.to} without ${subjectOf(world, people, input)}?`,
    value,
    reading: readingOf(value, rows, subjectOf(world, people, input)),
    columns: COLUMNS,
    rows,
    because: [becauseOfWhole(value, window)],
    method: { name: input.simulate ? `${world.settings.draws} seeded draws` : 'closed form', version: '1' },
  });
}

function windowOf({ at, settings }: World, { from, to, days }: AwayInput): Window {
  const begin = dayStart(from ?? at);
  const end = to === undefined ? begin + (days ?? settings.absenceDays) * DAY : dayStart(to) + DAY;
  if (end <= begin) throw refusal('dates-reversed', { from: dateOf(begin), to: dateOf(end - DAY) });
  return { from: begin, to: end };
}

function dayStart(moment: Moment): Moment {
  return Math.floor(moment / DAY) * DAY;
}

function rowOf(
  world: World,
  outcome: AreaOutcome,
  heirs: readonly { readonly area: number; readonly person: PersonId; readonly items: number }[],
): AwayRow {
  const area = world.partition.areas[outcome.area]!;
  const judged = outcome.verdict !== 'not judged';
  return {
    area: area.name,
    id: area.id,
    before: judged ? verdictOf(outcome.servedBefore.value, world.settings) : 'not judged',
    verdict: outcome.verdict,
    carriedBefore: judged ? outcome.servedBefore : null,
    carried: judged ? outcome.served : null,
    stalled: judged ? outcome.stalled : null,
    atLeastOneStalls: judged ? outcome.atLeastOneStalls : null,
    metBy: metBy(
      world,
      heirs.filter((heir) => heir.area === outcome.area && heir.items >= 0.05).map((heir) => heir.person),
    ),
    because: 'value',
  };
}

/** Who would meet the load: names in alphabetical order on one's own machine, else how many. */
function metBy(world: World, people: readonly PersonId[]): string | readonly string[] {
  if (people.length === 0) return 'nobody';
  if (!maySeeNames(world.viewer)) return counted(people.length, 'person', 'people');
  const names = people.map((person) => namePerson(world.evidence, person, world.viewer)).sort(alphabetical);
  return names.length > 4 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
}

/** An area is shown when its verdict changes, or when at least a twentieth of its work is no longer carried. */
function changes(row: AwayRow): boolean {
  return row.carried !== null && (row.before !== row.verdict || row.carriedBefore!.value - row.carried.value >= 0.05);
}

function mostChanged(a: AwayRow, b: AwayRow): number {
  return (
    Number(a.before === a.verdict) - Number(b.before === b.verdict) || b.stalled!.value - a.stalled!.value || (a.area < b.area ? -1 : 1)
  );
}

function subjectOf(world: World, people: readonly PersonId[], { me }: AwayInput): string {
  if (me) return 'you';
  if (!maySeeNames(world.viewer)) return people.length === 1 ? 'this person' : `these ${people.length} people`;
  return listed(people.map((person) => namePerson(world.evidence, person, world.viewer)));
}

function readingOf(value: AwayValue, rows: readonly AwayRow[], subject: string): string {
  if (value.areasJudged === 0) return 'No area has enough history to be judged, so nothing can be said about this absence.';
  const { stops, degrades } = value.changes;
  const parts = [stops ? `${counted(stops, 'area')} would stop` : '', degrades ? `${counted(degrades, 'area')} would degrade` : ''].filter(
    Boolean,
  );
  const what =
    parts.length > 0
      ? listed(parts)
      : rows.length > 0
        ? `no area would change its verdict, ${counted(rows.length, 'area')} would be carried less`
        : 'every area would be carried as before';
  return `Without ${subject} from ${value.from} to ${value.to}, ${what}; ${percentWithBand(value.served)} of the expected work would still be carried (${percentOf(value.servedBefore.value)} with everybody here).`;
}

function becauseOfWhole(value: AwayValue, window: Window): Because {
  return {
    id: 'value',
    claim: `${percentWithBand(value.served)} of the work expected in ${counted(daysOf(window), 'day')} would meet somebody present who knows the place.`,
    formula:
      'for each file: carried = 1 − Π(1 − P(knows) × P(present)) over everybody who is not away; for an area and for the whole: the mean over files, each weighted by the changes expected on it (and areas by tier)',
    inputs: [
      { name: 'people away', value: value.people },
      { name: 'days', value: daysOf(window) },
      { name: 'kind', value: value.kind },
      { name: 'carried with everybody here', value: percentOf(value.servedBefore.value) },
      { name: 'changes expected to wait', value: amountOf(value.stalled) },
    ],
    evidence: [],
    wouldChange: [
      'A second person who takes part in the next changes of an area that would stop.',
      'Other dates: presence and expected work depend on them.',
    ],
    confidence: `${Math.round(value.served.level * 100)} % interval ${percentWithBand(value.served)}, over the uncertainty of who knows what and of how much work comes`,
    method: 'absence/1',
  };
}

const COLUMNS: readonly Column[] = [
  { key: 'area', label: 'Area', kind: 'text', meaning: 'A part of the system that people would name.' },
  { key: 'before', label: 'Before', kind: 'text', meaning: 'Verdict with everybody here.' },
  { key: 'verdict', label: 'During', kind: 'text', meaning: 'Verdict during this absence.' },
  {
    key: 'carriedBefore',
    label: 'Carried before',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share of the expected work carried with everybody here.',
    detail: true,
  },
  {
    key: 'carried',
    label: 'Still carried',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share of the expected work carried during this absence.',
  },
  {
    key: 'stalled',
    label: 'Would wait',
    kind: 'estimate',
    unit: 'amount',
    meaning: 'Expected changes that would find nobody who knows the place.',
  },
  { key: 'atLeastOneStalls', label: 'At least one', kind: 'probability', meaning: 'Probability that at least one change would wait.' },
  {
    key: 'metBy',
    label: 'Met by',
    kind: 'list',
    meaning: 'Who would meet the work that is left, in alphabetical order; never ranked.',
    detail: true,
  },
  { key: 'id', label: 'Id', kind: 'text', meaning: 'Stable name for scripts.', detail: true },
];
