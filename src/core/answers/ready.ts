import { judgeAbsence } from '#core/absence/judge-absence.ts';
import type { AbsenceOutcome } from '#core/absence/outcome.ts';
import { type AbsenceKind, HANDOVER } from '#core/absence/scenario.ts';
import { findPerson } from '#core/lookup/find-person.ts';
import { type StatedDays, windowAsked } from '#core/lookup/window-asked.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import type { Answer, Because } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { amountOf, amountWithBand, counted, listed, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { DAY, dateOf, daysOf, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { refusal } from '#core/terms/refusals.ts';
import { envelope } from '#core/world/envelope.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';
import { filesOfOnly, isFelt, mostWaits, READY_COLUMNS, type ReadyRow, readyRow } from './ready-rows.ts';

export interface ReadyInput extends StatedDays {
  /** Names or e-mail addresses of who goes. */
  readonly who: readonly string[];
  /** The same as rows of the evidence. */
  readonly people?: readonly PersonId[];
  /** True when the only person is the one who asks. */
  readonly me?: boolean | undefined;
}

export interface ReadyValue {
  readonly from: string;
  readonly to: string;
  /** Last day on which something can be handed over. */
  readonly until: string;
  readonly areasJudged: number;
  readonly areasFelt: number;
  readonly stops: number;
  readonly degrades: number;
  /** Files with expected work that nobody else here carries. */
  readonly onlyFiles: number;
  readonly servedBefore: Estimate;
  /** Expected work still carried if nothing is handed over, and after one session in every area. */
  readonly unprepared: Estimate;
  readonly prepared: Estimate;
  readonly stalled: number;
  readonly stalledPrepared: number;
}

/** What somebody should hand over before they go: where only they can do what comes, who could take it, and what to do first. */
export function answerReady(world: World, input: ReadyInput): Answer<ReadyValue, ReadyRow> {
  const people = [...new Set([...input.who.map((name) => findPerson(world, name)), ...(input.people ?? [])])];
  if (people.length === 0) throw refusal('nobody-away', {});
  const window = windowAsked(world, input);
  const outcome = (kind: AbsenceKind): AbsenceOutcome => outcomeOf(world, { people, window, kind });
  const both = { sudden: outcome('sudden'), planned: outcome('planned') };
  const leaving = new Set(people);
  const only = filesOfOnly(world, leaving);
  const rows = both.sudden.areas
    .flatMap((sudden, area) =>
      isFelt(world, sudden) ? [readyRow(world, { sudden, planned: both.planned.areas[area]!, leaving, only: only.get(area) ?? [] })] : [],
    )
    .sort(mostWaits);
  const value = valueOf({ ...both, rows, window, onlyFiles: [...only.values()].reduce((sum, files) => sum + files.length, 0) });
  const subject = subjectOf(world, people, input);
  return envelope(world, {
    name: 'ready',
    question: `What should ${subject} hand over before ${value.from}?`,
    value,
    reading: readingOf(value, rows, subject),
    columns: READY_COLUMNS,
    rows,
    because: [becauseOfWhole(value, window), ...rows.map((row) => becauseOfArea(world, row))],
    method: { name: 'absence with nothing handed over, and after one session', version: '1' },
    notJudged: [
      {
        facet: 'person',
        what: 'what is written down, and who is willing',
        why: 'A history shows who changed what; it does not show notes, access or time.',
        remedy: 'Ask whoever could take it, and let them try once before you go.',
      },
    ],
  });
}

interface Absence {
  readonly people: readonly PersonId[];
  readonly window: Window;
  readonly kind: AbsenceKind;
}

function outcomeOf(world: World, { people, window, kind }: Absence): AbsenceOutcome {
  const scenario = { absences: people.map((person) => ({ person, window, kind })), window, seed: world.settings.seed };
  return judgeAbsence(judge(world).landscape, scenario, world.settings);
}

interface Found {
  readonly sudden: AbsenceOutcome;
  readonly planned: AbsenceOutcome;
  readonly rows: readonly ReadyRow[];
  readonly window: Window;
  readonly onlyFiles: number;
}

function valueOf({ sudden, planned, rows, window, onlyFiles }: Found): ReadyValue {
  const turned = (verdict: string): number => rows.filter((row) => row.verdict === verdict && row.before !== verdict).length;
  const waits = ({ areas }: AbsenceOutcome): number =>
    areas.reduce((sum, area) => sum + (area.verdict === 'not judged' ? 0 : area.stalled.value), 0);
  return {
    from: dateOf(window.from),
    to: dateOf(window.to - 1),
    until: dateOf(window.from - DAY),
    areasJudged: sudden.areas.filter(({ verdict }) => verdict !== 'not judged').length,
    areasFelt: rows.length,
    stops: turned('stops'),
    degrades: turned('degrades'),
    onlyFiles,
    servedBefore: sudden.servedBefore,
    unprepared: sudden.served,
    prepared: planned.served,
    stalled: waits(sudden),
    stalledPrepared: waits(planned),
  };
}

function subjectOf({ evidence, viewer }: World, people: readonly PersonId[], { me }: ReadyInput): string {
  if (me) return 'you';
  if (!maySeeNames(viewer)) return people.length === 1 ? 'this person' : `these ${people.length} people`;
  return listed(people.map((person) => namePerson(evidence, person, viewer)));
}

function readingOf(value: ReadyValue, rows: readonly ReadyRow[], subject: string): string {
  const { from, to, until, areasJudged, stops, degrades, onlyFiles } = value;
  if (areasJudged === 0) return 'No area has enough history to be judged, so nothing can be said about what to hand over.';
  const [first] = rows;
  if (first === undefined)
    return `Nothing has to be handed over: from ${from} to ${to} every area would be carried as before without ${subject}.`;
  const turned = [stops ? `${counted(stops, 'area')} would stop` : '', degrades ? `${counted(degrades, 'area')} would degrade` : ''];
  const what = listed(turned.filter(Boolean)) || `${counted(rows.length, 'area')} would be carried less`;
  const only =
    onlyFiles === 0
      ? ''
      : ` ${counted(onlyFiles, 'file')} with expected work ${onlyFiles === 1 ? 'is' : 'are'} carried by nobody else here.`;
  return `Without ${subject} from ${from} to ${to}, ${what} if nothing is handed over.${only} Until ${until}, begin with ${first.area}: ${amountOf(first.stalled.value)} changes would wait there. One session in every area would leave ${percentOf(value.prepared.value)} instead of ${percentOf(value.unprepared.value)} of the expected work carried.`;
}

function becauseOfWhole(value: ReadyValue, window: Window): Because {
  return {
    id: 'value',
    claim: `${percentWithBand(value.unprepared)} of the work expected in ${counted(daysOf(window), 'day')} would be carried if nothing is handed over, ${percentWithBand(value.prepared)} after one session in every area.`,
    formula:
      'the absence judged twice: as sudden, and as planned, where an item that only the absent would carry is carried by the best-placed other person with a small chance',
    inputs: [
      { name: 'carried with everybody here', value: percentOf(value.servedBefore.value) },
      { name: 'changes expected to wait, unprepared', value: amountOf(value.stalled) },
      { name: 'changes expected to wait, after one session', value: amountOf(value.stalledPrepared) },
      { name: 'worth of one session', value: percentOf(HANDOVER) },
      { name: 'files that nobody else here carries', value: value.onlyFiles },
    ],
    evidence: [],
    wouldChange: ['More than one session: a change that somebody else makes before the absence counts for more than any talk.'],
    confidence: `${Math.round(value.unprepared.level * 100)} % interval ${percentWithBand(value.unprepared)}; the worth of a session is argued from published practice, not measured here`,
    method: 'absence/1',
  };
}

function becauseOfArea({ evidence, partition }: World, row: ReadyRow): Because {
  const area = partition.areas.find(({ id }) => id === row.id)!;
  const repository = evidence.repositories[area.repository]!.name;
  return {
    id: row.because,
    claim: `${amountWithBand(row.stalled)} changes would wait in ${row.area} if nothing is handed over, ${amountWithBand(row.prepared)} after one session.`,
    formula: 'changes expected in these days × the share that finds nobody present who knows the file',
    inputs: [
      { name: 'verdict with everybody here', value: row.before },
      { name: 'verdict unprepared', value: row.verdict },
      { name: 'at least one would wait', value: percentOf(row.atLeastOneStalls) },
      { name: 'files that nobody else here carries', value: row.onlyFiles },
      { name: 'their share of the area’s work', value: percentOf(row.onlyShare) },
    ],
    evidence: row.paths.map((path) => ({ kind: 'path' as const, ref: path, repository })),
    wouldChange: [row.firstStep],
    confidence: `${Math.round(row.stalled.level * 100)} % interval ${amountWithBand(row.stalled)}`,
    method: 'absence/1',
  };
}
