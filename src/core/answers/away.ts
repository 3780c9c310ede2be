import { withoutAgents } from '#core/cascade/agent-absence.ts';
import { type Cascade, cascade } from '#core/cascade/cascade.ts';
import { judgeAbsence } from '#core/absence/judge-absence.ts';
import type { AbsenceOutcome } from '#core/absence/outcome.ts';
import { simulateAbsence } from '#core/absence/simulate.ts';
import { SLOWDOWN } from '#core/absence/slowdown-coefficients.ts';
import type { AbsenceKind } from '#core/absence/scenario.ts';
import { pairsNotTogether } from '#core/cascade/pairs.ts';
import { becauseOfLoad, keptAboveFloor, type Load, loadSaid, sayLoad, type SecondRound } from '#core/because/say-load.ts';
import { namePerson, maySeeNames } from '#core/policy/name-person.ts';
import type { Answer, Because } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { amountOf, counted, listed, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { dateOf, daysOf, type Moment, type Window } from '#core/terms/moment.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { aiTracesOf } from '#core/world/ai-traces-of.ts';
import { envelope } from '#core/world/envelope.ts';
import { AWAY_COLUMNS, type AwayRow, awayRow, changes, lessCarried, likelySlows, mostChanged } from './away-rows.ts';
import { findActor } from '#core/lookup/find-person.ts';
import { windowAsked } from '#core/lookup/window-asked.ts';
import { judge } from '#core/world/judge.ts';
import { pacesOf } from '#core/world/landscape-of.ts';
import type { World } from '#core/world/world.ts';

export interface AwayInput {
  /** Names or e-mail addresses. */
  readonly who: readonly string[];
  /** The same as rows of the evidence, for a page that has them: people whose names it may not know included. */
  readonly people?: readonly PersonId[];
  /** True when the only person is the one who asks. */
  readonly me?: boolean | undefined;
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
  /** AI agents that are not available. */
  readonly agents: number;
  readonly areasJudged: number;
  readonly servedBefore: Estimate;
  readonly served: Estimate;
  readonly stalled: number;
  /** Areas that more likely than not see fewer than half of their changes, noticeably more likely than with everybody here: calibrated; and by who knows, before. */
  readonly slowing: number;
  readonly slowingRaw: number;
  readonly changes: Readonly<Record<'stops' | 'degrades', number>>;
  /** Who meets the work that is left, and whether that is more than a busy stretch of their own. */
  readonly load: Load;
  /** What gives way further when the overloaded are swamped too; null where nobody is. */
  readonly secondRound: SecondRound | null;
  /** People who must not be away on the same days as the one asked about: where either may, but not both. */
  readonly notTogether: { readonly people: number; readonly areas: readonly string[]; readonly names: readonly string[] };
}

/** What changes, area by area, when these people are away on these days. */
export function answerAway(world: World, input: AwayInput): Answer<AwayValue, AwayRow> {
  const actors = [...new Set([...input.who.map((name) => findActor(world, name)), ...(input.people ?? [])])];
  if (actors.length === 0) throw refusal('nobody-away', {});
  const window = windowAsked(world, input);
  const outcome = outcomeOf(world, actors, { ...input, window });
  const whole = cascade({ landscape: judge(world).landscape, paces: pacesOf(world), outcome, settings: world.settings });
  const spread = keptAboveFloor(whole, world.viewer);
  const heirs = Map.groupBy(outcome.heirs, (heir) => heir.area);
  const all = outcome.areas.map((area) => awayRow(world, { area, heirs: heirs.get(area.area) ?? [], spread }));
  const rows = all.filter(changes).sort(mostChanged);
  const value = valueOf(world, { actors, outcome, spread, all, window, kind: input.kind ?? PLANNED });
  const subject = subjectOf(world, actors, input);
  return envelope(world, {
    name: 'away',
    question: `What would stop from ${value.from} to ${value.to} without ${subject}?`,
    value,
    reading: readingOf(value, rows, subject),
    columns: value.secondRound === null ? AWAY_COLUMNS.filter((column) => column.key !== 'second') : AWAY_COLUMNS,
    rows,
    because: [becauseOfWhole(value, window), ...becauseOfLoad(value.load, value.secondRound)],
    method: { name: input.simulate ? `${world.settings.draws} seeded draws` : 'closed form', version: '2' },
  });
}

const PLANNED = 'planned';

/** People are taken away on these days; agents are not available at all. */
function outcomeOf(
  world: World,
  actors: readonly PersonId[],
  { window, kind = PLANNED, simulate }: Pick<AwayInput, 'kind' | 'simulate'> & { readonly window: Window },
): AbsenceOutcome {
  const { landscape } = judge(world);
  const { people, agents } = peopleAndAgents(world, actors);
  const scenario = { absences: people.map((person) => ({ person, window, kind })), window, seed: world.settings.seed };
  const outcome = (simulate ? simulateAbsence : judgeAbsence)(landscape, scenario, world.settings);
  if (agents.length === 0) return outcome;
  return withoutAgents({ landscape, outcome, work: aiTracesOf(world).work, agents, settings: world.settings });
}

function peopleAndAgents({ evidence }: World, actors: readonly PersonId[]): Readonly<Record<'people' | 'agents', readonly PersonId[]>> {
  const isAgent = (actor: PersonId): boolean => evidence.people[actor]!.kind === 'agent';
  return { people: actors.filter((actor) => !isAgent(actor)), agents: actors.filter(isAgent) };
}

interface Found {
  readonly actors: readonly PersonId[];
  readonly outcome: AbsenceOutcome;
  readonly spread: Cascade;
  /** Every area, changed or not. */
  readonly all: readonly AwayRow[];
  readonly window: Window;
  readonly kind: AbsenceKind;
}

function valueOf(world: World, { actors, outcome, spread, all, window, kind }: Found): AwayValue {
  const { evidence, viewer, partition } = world;
  const { people, agents } = peopleAndAgents(world, actors);
  const judged = all.filter((row) => row.verdict !== 'not judged');
  return {
    from: dateOf(window.from),
    to: dateOf(window.to - 1),
    kind,
    people: people.length,
    agents: agents.length,
    areasJudged: judged.length,
    servedBefore: outcome.servedBefore,
    served: outcome.served,
    stalled: judged.reduce((sum, row) => sum + row.stalled!.value, 0),
    slowing: all.filter(likelySlows).length,
    slowingRaw: all.filter(({ slowsRaw }) => slowsRaw !== null && slowsRaw >= 0.5).length,
    changes: countChanges(all, 'before', 'verdict'),
    load: loadSaid({ cascade: spread, evidence, viewer, areaName: (area) => partition.areas[area]!.name }),
    notTogether: notTogether(world, people, window),
    secondRound: spread.second && {
      swamped: spread.swamped.length,
      served: spread.second.served,
      changes: countChanges(all, 'verdict', 'second'),
    },
  };
}

/** Areas whose verdict is another one in the second of two columns, by that verdict. */
function countChanges(rows: readonly AwayRow[], from: 'before' | 'verdict', to: 'verdict' | 'second'): AwayValue['changes'] {
  const count = (verdict: Verdict): number => rows.filter((row) => row[to] === verdict && row[from] !== verdict).length;
  return { stops: count('stops'), degrades: count('degrades') };
}

/** Asked about one person only; names in alphabetical order, where they may be seen. */
function notTogether(world: World, people: readonly PersonId[], window: Window): AwayValue['notTogether'] {
  const [person] = people;
  const { landscape } = judge(world);
  const pairs = person === undefined || people.length > 1 ? [] : pairsNotTogether({ landscape, settings: world.settings, window, person });
  const others = [...new Set(pairs.flatMap((pair) => pair.people.filter((one) => one !== person)))];
  const names = others.map((other) => namePerson(world.evidence, other, world.viewer)).sort(alphabetical);
  return {
    people: others.length,
    areas: [...new Set(pairs.map(({ area }) => world.partition.areas[area]!.name))].sort(alphabetical),
    names: maySeeNames(world.viewer) ? names : [],
  };
}

function subjectOf(world: World, people: readonly PersonId[], { me }: AwayInput): string {
  if (me) return 'you';
  const agents = people.filter((one) => world.evidence.people[one]!.kind === 'agent').length;
  if (!maySeeNames(world.viewer)) {
    const those = [countedSubject(people.length - agents, 'person', 'people'), countedSubject(agents, 'AI agent', 'AI agents')];
    return listed(those.filter(Boolean));
  }
  return listed(
    people.map(
      (one) => namePerson(world.evidence, one, world.viewer) + (world.evidence.people[one]!.kind === 'agent' ? ' (an AI agent)' : ''),
    ),
  );
}

function countedSubject(n: number, singular: string, plural: string): string {
  return n === 0 ? '' : n === 1 ? `this ${singular}` : `these ${n} ${plural}`;
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
      : rows.some(lessCarried)
        ? `no area would change its verdict, ${counted(rows.filter(lessCarried).length, 'area')} would be carried less`
        : 'every area would be carried as before';
  const more = [saySlowing(value), sayLoad(value.load, value.secondRound), sayTogether(value.notTogether)].filter(Boolean);
  return `Without ${subject} from ${value.from} to ${value.to}, ${what}; ${percentWithBand(value.served)} of the expected work would still be carried (${percentOf(value.servedBefore.value)} with everybody here).${more.map((sentence) => ` ${sentence}`).join('')}`;
}

function saySlowing({ slowing }: AwayValue): string {
  return slowing === 0 ? '' : `${counted(slowing, 'area')} would likely see fewer than half of the usual changes.`;
}

function sayTogether({ people, areas, names }: AwayValue['notTogether']): string {
  if (people === 0) return '';
  const who = names.length > 0 && names.length < 4 ? listed(names) : counted(people, 'other person', 'other people');
  return `${who} must not be away on the same days, for the sake of ${areas.length < 4 ? listed(areas) : counted(areas.length, 'area')}.`;
}

function becauseOfWhole(value: AwayValue, window: Window): Because {
  return {
    id: 'value',
    claim: `${percentWithBand(value.served)} of the work expected in ${counted(daysOf(window), 'day')} would meet somebody present who knows the place.`,
    formula:
      'for each file: carried = 1 − Π(1 − P(knows) × P(present)) over everybody who is not away; for an area and for the whole: the mean over files, each weighted by the changes expected on it (and areas by tier)' +
      (value.agents === 0 ? '' : '; before, the part of a file’s changes that the agents make by habit needs nobody'),
    inputs: [
      { name: 'people away', value: value.people },
      ...(value.agents === 0 ? [] : [{ name: 'AI agents not available', value: value.agents }]),
      { name: 'days', value: daysOf(window) },
      { name: 'kind', value: value.kind },
      { name: 'carried with everybody here', value: percentOf(value.servedBefore.value) },
      { name: 'changes expected to wait', value: amountOf(value.stalled) },
      { name: 'areas that likely slow, calibrated', value: value.slowing },
      { name: 'the same before calibration', value: value.slowingRaw },
    ],
    evidence: [],
    wouldChange: [
      'A second person who takes part in the next changes of an area that would stop.',
      'Other dates: presence and expected work depend on them.',
    ],
    confidence: `${Math.round(value.served.level * 100)} % interval ${percentWithBand(value.served)}, over the uncertainty of who knows what and of how much work comes; slowdowns calibrated on ${SLOWDOWN.provenance.areas} areas in natural absences of public repositories (left out one by one: Brier ${SLOWDOWN.provenance.crossValidation.brier.toFixed(2)}, calibration error ${SLOWDOWN.provenance.crossValidation.ece.toFixed(2)})`,
    method: 'absence/1, slowdown/1',
  };
}
