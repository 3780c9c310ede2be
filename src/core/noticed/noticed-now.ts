import { driftRule, type Drift } from '#core/signals/drift/drift-rule.ts';
import { foldSignal, type SignalLook } from '#core/signals/signal-state.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Noticed, NoticedReading, NoticedWord, ShownState } from './noticed.ts';

/** What is kept of one signal in one place: a reading holds until the next one. */
export interface NoticedPast {
  /** By the number of the look that it was first found in, ascending. */
  readonly readings: readonly { readonly look: number; readonly reading: NoticedReading | null }[];
  readonly words: readonly NoticedWord[];
}

/** A look that was taken: what it judged is `at`. */
export interface LookTaken {
  readonly number: number;
  readonly at: Moment;
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
}

/** States of all that was ever read; what is no longer found in the newest look is left out. */
export function noticedNow(pasts: readonly NoticedPast[], { looks, now, since }: NoticedAsOf): readonly Noticed[] {
  return pasts.flatMap((past) => {
    const { readings, words } = past;
    const reading = readings.at(-1)?.reading ?? null;
    if (reading === null) return [];
    const history = foldSignal(looksOf(looks, readings), words, now);
    const told = { reading, words: words.toSorted((a, b) => a.at - b.at), history };
    return [since === undefined ? told : { ...told, was: stateThen(past, looks, since) }];
  });
}

/** What was known after an earlier look, as it was known then. */
function stateThen({ readings, words }: NoticedPast, looks: readonly LookTaken[], { number, takenAt }: EarlierLook): ShownState {
  const then = readings.filter(({ look }) => look <= number);
  const taken = looks.filter((look) => look.number <= number);
  const said = words.filter(({ at }) => at <= takenAt);
  return foldSignal(looksOf(taken, then), said, Number.POSITIVE_INFINITY)?.state ?? 'quiet';
}

/** Each look with the reading that held then; none before the first. Of looks at the same moment the last one knew most. */
function looksOf(looks: readonly LookTaken[], readings: NoticedPast['readings']): readonly SignalLook[] {
  let held = 0;
  const first = readings[0]?.look ?? Number.POSITIVE_INFINITY;
  return looks
    .filter(({ number, at }, i) => number >= first && looks[i + 1]?.at !== at)
    .map(({ number, at }) => {
      while (held + 1 < readings.length && readings[held + 1]!.look <= number) held++;
      return { at, raised: readings[held]!.reading?.raised ?? null };
    });
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
