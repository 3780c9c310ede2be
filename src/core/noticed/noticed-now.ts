import { driftRule, type Drift } from '#core/signals/drift/drift-rule.ts';
import { limitsOf, type OwnLimits } from '#core/signals/read-signals.ts';
import { foldSignal, type SignalHistory, type SignalLook, turnsOf } from '#core/signals/signal-state.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import type { Signal } from '#core/signals/signal.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import {
  type LimitsChange,
  type LookFacts,
  type Noticed,
  noticedId,
  type NoticedReading,
  type NoticedWord,
  type ShownState,
} from './noticed.ts';

/** What is kept of one signal in one place: how it stood holds until the next one. */
export interface NoticedPast {
  /** Signal and place: `noticedId`. */
  readonly key: string;
  /** By the number of the look from which on it stood so, ascending. */
  readonly readings: readonly { readonly look: number; readonly reading: StoodThen | null }[];
  /** What it says now; null: it is no longer found. */
  readonly newest: NoticedReading | null;
  readonly words: readonly NoticedWord[];
}
export type StoodThen = Pick<NoticedReading, 'raised' | 'silenced'>;

/** A look that was taken: what it judged is `at`. */
export interface LookTaken {
  readonly number: number;
  readonly at: Moment;
  readonly takenAt: Moment;
}

/** That a team has set limits: all of its own, as they held from then on. */
export interface LimitsSet extends LimitsChange {
  readonly own: OwnLimits;
}

/** An earlier look that the newest is held against, and when it was taken. */
export interface EarlierLook {
  readonly number: number;
  readonly takenAt: Moment;
}

/** All looks that were taken, when it is now, and the look since which changes are told. */
export interface NoticedAsOf {
  readonly looks: readonly LookTaken[];
  readonly now: Moment;
  readonly since?: EarlierLook | undefined;
  /** Oldest first. */
  readonly limitsSet?: readonly LimitsSet[] | undefined;
}

/** States of all that was ever read; what is no longer found in the newest look is left out. */
export function noticedNow(pasts: readonly NoticedPast[], { looks, now, since, limitsSet = [] }: NoticedAsOf): readonly Noticed[] {
  return pasts.flatMap((past) => {
    const { readings, newest: reading, words } = past;
    if (reading === null) return [];
    const history = foldSignal(looksOf(looks, readings), words, now);
    const silencedBy = reading.silenced === undefined ? undefined : limitsChange(reading, silencedSince(readings, looks), limitsSet);
    const told = { reading, words: words.toSorted((a, b) => a.at - b.at), history, ...(silencedBy && { silencedBy }) };
    return [since === undefined ? told : { ...told, was: stateThen(past, looks, since) }];
  });
}

/** What was known after an earlier look, as it was known then. */
function stateThen({ readings, words }: NoticedPast, looks: readonly LookTaken[], { number, takenAt }: EarlierLook): ShownState {
  const then = readings.filter(({ look }) => look <= number);
  const taken = looks.filter((look) => look.number <= number);
  const said = words.filter(({ at }) => at <= takenAt);
  return shownState(then.at(-1)?.reading ?? null, foldSignal(looksOf(taken, then), said, Number.POSITIVE_INFINITY));
}

/** What limits silence has neither cleared nor was it never raised. */
export function shownState(reading: StoodThen | null, history: SignalHistory | null): ShownState {
  if (history === null) return 'quiet';
  return reading?.silenced === undefined ? history.state : 'silenced';
}

/** How long a signal that has cleared is still shown: so that whoever acted sees that it helped. */
const CLEARED_SHOWN = 90 * DAY;

export function hasClearedLong({ state, since }: SignalHistory, now: Moment): boolean {
  return state === 'cleared' && now - since >= CLEARED_SHOWN;
}

/** When the look was taken that first found it silenced, this time. */
function silencedSince(readings: NoticedPast['readings'], looks: readonly LookTaken[]): Moment {
  const last = readings.findLastIndex(({ reading }) => reading?.silenced === undefined);
  const first = readings[last + 1]!.look;
  return looks.find(({ number }) => number === first)?.takenAt ?? Number.POSITIVE_INFINITY;
}

/** Who had changed the limits of a signal by then; where no record says it, that look is when it was noticed. */
function limitsChange({ signal }: NoticedReading, by: Moment, sets: readonly LimitsSet[]): LimitsChange {
  const of = (set: LimitsSet | undefined): string => JSON.stringify(limitsOf(signalOf(signal)!, set?.own ?? {}));
  const found = sets.findLast((set, i) => set.at <= by && of(set) !== of(sets[i - 1]));
  return found === undefined ? { at: by, by: null, reason: '' } : { at: found.at, by: found.by, reason: found.reason };
}

/** Numbers of the looks without which a state, or since when it holds, would be another one. */
export function turningLooks(pasts: readonly NoticedPast[], looks: readonly LookTaken[]): ReadonlySet<number> {
  const turns = new Set(pasts.flatMap(({ readings }) => readings.map(({ look }) => look)));
  for (const { readings, words } of pasts) {
    const moments = turnsOf(looksOf(looks, readings), words);
    for (const { number, at } of looks) if (moments.has(at)) turns.add(number);
  }
  return turns;
}

/** Each look with the reading that held then; none before the first. Of looks at the same moment the last one knew most. */
function looksOf(looks: readonly LookTaken[], readings: NoticedPast['readings']): readonly SignalLook[] {
  let held = 0;
  const first = readings[0]?.look ?? Number.POSITIVE_INFINITY;
  return looks
    .filter(({ number, at }, i) => number >= first && looks[i + 1]?.at !== at)
    .map(({ number, at }) => {
      while (held + 1 < readings.length && readings[held + 1]!.look <= number) held++;
      return { at, raised: isSeen(readings[held]!.reading) };
    });
}

/** What only limits silence is still there. */
function isSeen(reading: StoodThen | null): boolean | null {
  return reading === null ? null : reading.raised || reading.silenced !== undefined;
}

export function signalOf(id: string): Signal | undefined {
  return SIGNALS.find((one) => one.id === id);
}

/** The drift rule over what somebody may see: nothing of what others look at first counts for them. */
export function driftOf(noticed: readonly Noticed[], at: Moment): Drift {
  const found = noticed.flatMap(({ reading: { team, ...reading } }) => {
    const signal = signalOf(reading.signal);
    return signal === undefined ? [] : [{ signal, reading: { ...reading, ...(team === null ? {} : { team }), concerns: [] } }];
  });
  return driftRule({ found }, at);
}

/** What is kept of looks, row by row; times in milliseconds, but for the moments judged. */
export interface LookRows {
  readonly looks: readonly { readonly number: number; readonly at: number; readonly taken_at: number }[];
  /** By key and look, ascending; of each key the last one is whole. */
  readonly readings: readonly { readonly key: string; readonly look: number; readonly body: string | null }[];
  readonly words: readonly {
    readonly key: string;
    readonly at: number;
    readonly said: 'explained' | 'acted';
    readonly words: string;
    readonly link: string | null;
  }[];
}

const SECOND = 1000;

/** The past of every signal in every place, as core speaks of it: in seconds. */
export function pastsOf({ readings, words }: LookRows): readonly NoticedPast[] {
  const said = Map.groupBy(words, ({ key }) => key);
  return [...Map.groupBy(readings, ({ key }) => key)].map(([key, rows]) => ({
    key,
    readings: rows.map(({ look, body }) => ({ look, reading: parsed<StoodThen>(body) })),
    newest: parsed<NoticedReading>(rows.at(-1)!.body),
    words: (said.get(key) ?? []).map(({ at, said: what, words: text, link }) => ({ at: Math.floor(at / SECOND), said: what, text, link })),
  }));
}

export function looksTaken({ looks }: LookRows): readonly LookTaken[] {
  return looks.map(({ number, at, taken_at }) => ({ number, at, takenAt: taken_at / SECOND }));
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it says what the text was made from
function parsed<Kept>(body: string | null): Kept | null {
  return body === null ? null : (JSON.parse(body) as Kept);
}

/**
 * The past of a team's signal begins under the name that the team had: where a join gives a team another first name, what was found and said under
 * the names before goes on under the new one. A name that was looked at before the join keeps its own past.
 */
export function continuePasts(pasts: readonly NoticedPast[], teams: LookFacts['teams']): readonly NoticedPast[] {
  const others = new Map(teams.flatMap(({ id, places }) => (places === undefined ? [] : [[id, places] as const])));
  if (others.size === 0) return pasts;
  const known = new Map(pasts.map((past) => [past.key, past]));
  return pasts.map((past) => {
    const { signal, area, team } = past.newest ?? { signal: '', area: null, team: null };
    const places = team === null ? [] : (others.get(team) ?? []);
    const before = places
      .flatMap((place) => known.get(noticedId({ signal, area, team: place })) ?? [])
      .filter((one) => firstLook(one) < firstLook(past))
      .toSorted((a, b) => firstLook(a) - firstLook(b));
    return before.length === 0 ? past : oneAfterAnother(before, past);
  });
}

/** The teams of the newest look. */
export function teamsIn({ view }: { readonly view?: string }): LookFacts['teams'] {
  return view === undefined ? [] : ((JSON.parse(view) as Partial<LookFacts>).teams ?? []);
}

/** Each until the next one begins. */
function oneAfterAnother(before: readonly NoticedPast[], past: NoticedPast): NoticedPast {
  const all = [...before, past];
  return {
    ...past,
    readings: all.flatMap(({ readings }, i) => readings.filter(({ look }) => all[i + 1] === undefined || look < firstLook(all[i + 1]!))),
    words: all.flatMap(({ words }) => words),
  };
}

function firstLook({ readings }: NoticedPast): number {
  return readings[0]?.look ?? Number.POSITIVE_INFINITY;
}
