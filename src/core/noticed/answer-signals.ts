import type { Drift } from '#core/signals/drift/drift-rule.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import type { Answer, Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted, listed } from '#core/terms/figures.ts';
import { dateOf, type Moment } from '#core/terms/moment.ts';
import { pointersAmong } from './bringers.ts';
import { becauseOf, METHOD } from './because-of.ts';
import { limitsSaid } from './limits-words.ts';
import { type LookFacts, type Noticed, noticedId, type NoticedWord, type ShownState, type SystemViews } from './noticed.ts';
import { measured } from './measured.ts';
import { driftOf, hasClearedLong, shownState, signalOf } from './noticed-now.ts';
import { type FamilyTold, patternsTold } from './patterns-told.ts';
import { type SystemsTold, systemsTold } from './seen-by.ts';
import { whoTells } from './who-tells.ts';

/** What somebody may see of the newest look. */
export interface SignalsToTell {
  /** Null: nothing was looked at yet. */
  readonly look: LookFacts | null;
  /** Null: the one who asks does not see the whole. */
  readonly systems: SystemViews | null;
  readonly noticed: readonly Noticed[];
  /** Signals that others look at first, and until when at the latest. */
  readonly held: { readonly count: number; readonly until: Moment | null };
  /** Connections that have told something. */
  readonly connections: number;
  readonly now: Moment;
  /** Since when changes are told: the moment of an earlier look; absent: none is known. */
  readonly changedSince?: Moment | undefined;
  /** When the newest look was taken, and when the next one is, where something that came since asks for one. */
  readonly takenAt?: Moment | undefined;
  readonly nextLook?: Moment | undefined;
  /** All that was read, raised or not; default: what was raised and has not cleared for long. */
  readonly all?: boolean | undefined;
  /** Id or name of an area, of a team, or `whole`. */
  readonly area?: string | undefined;
  /** Of one signal only. */
  readonly signal?: string | undefined;
}

/** What comes first. */
export const SHOWN_STATES: readonly ShownState[] = ['open', 'recurring', 'acted', 'explained', 'silenced', 'cleared', 'quiet'];

export interface SignalRow extends Row {
  readonly id: string;
  readonly kind: string;
  readonly signal: string;
  readonly about: string;
  readonly area: string | null;
  readonly team: string | null;
  readonly state: ShownState;
  readonly since: string | null;
  /** Its state when changes began to be counted (`changedSince`); null: nothing was looked at by then. */
  readonly was: ShownState | null;
  readonly n: number;
  readonly value: Estimate;
  readonly measured: string;
  readonly unit: string;
  readonly threshold: number;
  readonly baseline: Estimate | null;
  readonly usual: string;
  readonly sentence: string;
  readonly helps: string;
  readonly notes: readonly string[];
  /** Where changed limits silence it: those under which it would still be raised; when, why and under which key they were changed. Null: nothing does. */
  readonly limitsBefore: string | null;
  readonly limitsChanged: string | null;
  readonly limitsReason: string | null;
  /** Null also where they stand in a file. */
  readonly limitsBy: string | null;
  readonly because: string;
}

export interface SignalsValue {
  readonly connections: number;
  /** The moment judged, ISO, and when it was looked at. */
  readonly lookedAt: string | null;
  readonly takenAt: string | null;
  /** When the next look is, where something was told since; null: nothing asks for one. */
  readonly nextLook: string | null;
  /** Signals that can be judged from what is known. */
  readonly judged: number;
  readonly states: Readonly<Record<ShownState, number>>;
  readonly drift: Drift | null;
  readonly systems: SystemsTold | null;
  readonly held: number;
  /** From when on changes of state are told, ISO; null: nothing was looked at yet. */
  readonly changedSince: string | null;
  /** What is looked for, family by family. */
  readonly families: readonly FamilyTold[];
}

/** What the signals say, by state and then in the order of areas; of nobody, and never by person. */
export function answerSignals(told: SignalsToTell): Answer<SignalsValue, SignalRow> {
  const { look, noticed, now } = told;
  const wanted = ordered(told, look, noticed);
  const points = pointersAmong(noticed);
  const rows = wanted.map((one) => rowOf(one, points(one)));
  const drift = look === null ? null : driftOf(noticed, look.at);
  const states = countsOf(noticed);
  return {
    schema: 'understudy/signals/1',
    question: 'Which patterns in how the work goes are worth a look?',
    value: {
      connections: told.connections,
      lookedAt: look === null ? null : isoOf(look.at),
      takenAt: told.takenAt === undefined ? null : isoOf(told.takenAt),
      nextLook: told.nextLook === undefined ? null : isoOf(told.nextLook),
      judged: look === null ? 0 : SIGNALS.length - look.notJudged.length,
      states,
      drift,
      systems: told.systems === null ? null : systemsTold(told.systems, noticed, look),
      held: told.held.count,
      changedSince: told.changedSince === undefined ? null : isoOf(told.changedSince),
      families: patternsTold(look?.own),
    },
    reading: readingOf(told, states, drift),
    columns: COLUMNS,
    rows,
    because: wanted.map((one) => becauseOf(one, look?.own)),
    method: { name: METHOD.name, version: METHOD.version, settings: {} },
    asOf: { at: isoOf(look?.at ?? now), heads: [] },
    leftOut: leftOutOf(told),
    notJudged: notJudgedOf(look, told.signal),
  };
}

const SECOND = 1000;

function isoOf(moment: Moment): string {
  return new Date(moment * SECOND).toISOString();
}

function stateOf({ reading, history }: Noticed): ShownState {
  return shownState(reading, history);
}

function ordered(
  { all = false, area, signal, now }: SignalsToTell,
  look: LookFacts | null,
  noticed: readonly Noticed[],
): readonly Noticed[] {
  const placeOf = new Map((look?.areas ?? []).map(({ id }, i) => [id, i]));
  const kindOf = new Map(SIGNALS.map(({ id }, i) => [id, i]));
  const rank = ({ reading }: Noticed): number =>
    reading.area === null ? (reading.team === null ? -2 : -1) : (placeOf.get(reading.area) ?? placeOf.size);
  return noticed
    .filter((one) => signalOf(one.reading.signal) !== undefined && (all || isShown(one, now)))
    .filter(({ reading }) => area === undefined || isAbout(reading, area))
    .filter(({ reading }) => signal === undefined || reading.signal === signal)
    .toSorted(
      (a, b) =>
        SHOWN_STATES.indexOf(stateOf(a)) - SHOWN_STATES.indexOf(stateOf(b)) ||
        rank(a) - rank(b) ||
        kindOf.get(a.reading.signal)! - kindOf.get(b.reading.signal)! ||
        (noticedId(a.reading) < noticedId(b.reading) ? -1 : 1),
    );
}

function isShown({ reading, history }: Noticed, now: Moment): boolean {
  return history !== null && (reading.silenced !== undefined || !hasClearedLong(history, now));
}

export function isAbout({ area, team, place }: Noticed['reading'], word: string): boolean {
  if (area === null && team === null) return word === WHOLE;
  return area === word || team === word || place === word;
}

const WHOLE = 'whole';

function rowOf(one: Noticed, pointers: readonly string[]): SignalRow {
  const { reading, history, words, notes, silencedBy } = one;
  const signal = signalOf(reading.signal)!;
  const id = noticedId(reading);
  return {
    id,
    kind: reading.signal,
    signal: signal.name,
    about: reading.place ?? WHOLE,
    area: reading.area,
    team: reading.team,
    state: stateOf(one),
    since: history === null ? null : dateOf(silencedBy?.at ?? history.since),
    was: one.was ?? null,
    n: reading.n,
    value: reading.value,
    measured: measured(reading.value, signal.unit),
    unit: signal.unit,
    threshold: reading.threshold,
    baseline: reading.baseline,
    usual: reading.baseline === null ? 'not known' : measured(reading.baseline, signal.unit),
    sentence: reading.sentence,
    helps: signal.move,
    notes: [...pointers, ...(notes ?? []).map((text) => `whom it concerns: ${text}`), ...words.map(wordText)],
    limitsBefore: reading.silenced === undefined ? null : limitsSaid(reading.silenced, signal.unit),
    limitsChanged: silencedBy === undefined ? null : dateOf(silencedBy.at),
    limitsReason: silencedBy?.reason ?? null,
    limitsBy: silencedBy?.by ?? null,
    because: id,
  };
}

function wordText({ at, said, text, link }: NoticedWord): string {
  return `${dateOf(at)} ${said}${text === '' ? '' : `: ${text}`}${link === null ? '' : ` (${link})`}`;
}

function countsOf(noticed: readonly Noticed[]): SignalsValue['states'] {
  return Object.fromEntries(
    SHOWN_STATES.map((state) => [state, noticed.filter((one) => stateOf(one) === state).length]),
  ) as SignalsValue['states'];
}

function readingOf({ look, connections, noticed }: SignalsToTell, states: SignalsValue['states'], drift: Drift | null): string {
  if (look === null)
    return connections === 0
      ? 'Nothing can be noticed yet: nothing beyond git is connected.'
      : 'Nothing was looked at yet: the next look of a worker does it.';
  const open = states.open + states.recurring;
  const back = states.recurring === 0 ? '' : `, ${states.recurring} of them back after having cleared`;
  const places = new Set(noticed.filter((one) => ['open', 'recurring'].includes(stateOf(one))).map(({ reading }) => reading.place)).size;
  const first =
    open === 0
      ? 'No pattern is open that is worth a look'
      : `${counted(open, 'pattern')} in ${counted(places, 'place')} ${open === 1 ? 'is' : 'are'} worth a look${back}`;
  const not = look.notJudged.length;
  const judged = `${SIGNALS.length - not} of ${SIGNALS.length} signals can be judged`;
  return `${first}; ${judged}${wouldHelpMost(look)}.${drift === null ? '' : ` ${drift.sentence}`}`;
}

/** What would let most of the rest be judged. */
function wouldHelpMost({ notJudged }: LookFacts): string {
  const counts = new Map<string, number>();
  for (const { missing } of notJudged) for (const who of new Set(missing.map(whoTells))) counts.set(who, (counts.get(who) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best === undefined ? '' : `, ${best[1]} more with ${best[0]}`;
}

function leftOutOf({ held: { count, until } }: SignalsToTell): Answer['leftOut'] {
  if (count === 0) return [];
  const when = until === null ? 'Shown once a repository is read' : `Shown by ${dateOf(until)} at the latest`;
  return [{ what: 'signals that concern somebody', count, unit: 'signals', why: `${when}; whom they concern looks first.` }];
}

function notJudgedOf(look: LookFacts | null, signal: string | undefined): Answer['notJudged'] {
  return (look?.notJudged ?? [])
    .filter((one) => signal === undefined || one.signal === signal)
    .map(({ signal: id, why, missing }) => ({
      facet: 'area' as const,
      what: signalOf(id)?.name ?? id,
      why,
      remedy: `Would be judged with ${listed([...new Set(missing.map(whoTells))])}: understudy import FILE.`,
    }));
}

const COLUMNS: readonly Column[] = [
  {
    key: 'state',
    label: 'State',
    kind: 'text',
    meaning:
      'Open, recurring (came back), acted, explained, cleared; silenced: its limits were changed, else it would be raised; quiet: not raised.',
  },
  { key: 'about', label: 'About', kind: 'text', meaning: 'The area or team; whole: all of them together.' },
  { key: 'signal', label: 'Signal', kind: 'text', meaning: 'What the pattern is called.' },
  { key: 'sentence', label: 'What it says', kind: 'text', wraps: true, meaning: 'The system in one sentence; of nobody by name.' },
  { key: 'helps', label: 'What helps', kind: 'text', wraps: true, meaning: 'The practice that it leads to.' },
  { key: 'measured', label: 'Figure', kind: 'text', detail: true, meaning: 'With its 95 % interval.' },
  { key: 'n', label: 'n', kind: 'count', detail: true, meaning: 'Cases that it rests on.' },
  { key: 'usual', label: 'Before', kind: 'text', detail: true, meaning: 'The same figure in the time before, of the same place.' },
  { key: 'since', label: 'Since', kind: 'date', detail: true, meaning: 'Since when it is in this state.' },
  { key: 'was', label: 'Was', kind: 'text', detail: true, meaning: 'Its state when changes began to be counted, a day ago or more.' },
  {
    key: 'limitsBefore',
    label: 'Silenced',
    kind: 'text',
    detail: true,
    meaning: 'Where changed limits silence it: those under which it would still be raised.',
  },
  { key: 'limitsChanged', label: 'Limits changed', kind: 'date', detail: true, meaning: 'When they were changed.' },
  { key: 'limitsReason', label: 'Why changed', kind: 'text', detail: true, meaning: 'The reason that was given for it.' },
  {
    key: 'notes',
    label: 'Said of it',
    kind: 'list',
    detail: true,
    meaning: 'What it comes with; explanations and acts of people, oldest first.',
  },
  { key: 'id', label: 'Id', kind: 'text', detail: true, meaning: 'Stays the same whatever else changes.' },
];
