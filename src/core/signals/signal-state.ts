import { DAY, type Moment } from '#core/terms/moment.ts';
import type { SignalReading } from './signal.ts';

/** How long nothing may be raised before a signal counts as cleared, days: a fortnight without is not luck of one quiet week. */
export const CLEARED_AFTER_DAYS = 14;
/** How long an explanation or an act rests it, days; raised still, it is open again (R023: a second look after 90 days). */
export const RESTS_DAYS = 90;
/** How long after it has cleared it counts as the same coming back, days. Later it is a new one. */
export const RECURS_WITHIN_DAYS = 365;

export type SignalState = 'open' | 'explained' | 'acted' | 'cleared' | 'recurring';

/** What was found when somebody or the clock asked. `raised` null: it could not be judged then, which neither raises nor clears. */
export interface SignalLook {
  readonly at: Moment;
  readonly raised: boolean | null;
}

/** What people said about it. */
export interface SignalWord {
  readonly at: Moment;
  readonly said: 'explained' | 'acted';
}

export interface SignalHistory {
  readonly state: SignalState;
  /** Since when it is in this state. */
  readonly since: Moment;
  /** When it was first raised, this time. */
  readonly openedAt: Moment;
  /** How often it came back after it had cleared. */
  readonly returns: number;
}

/** Two readings are about the same signal if they are of the same kind and about the same area, team, or the whole; whoever is concerned. */
export function signalKey(id: string, { area, team }: Pick<SignalReading, 'area' | 'team'>): string {
  return JSON.stringify([id, area, team ?? null]);
}

/**
 * Open → explained or acted → cleared or recurring, from dated looks and words in any order. Of looks at the same moment one that raised it wins; a
 * word is about what was seen by then. Null: it was never raised.
 */
export function foldSignal(looks: readonly SignalLook[], words: readonly SignalWord[], at: Moment): SignalHistory | null {
  let now = NOTHING;
  for (const one of inOrder(looks, words)) if (one.at <= at) now = folded(now, one);
  return now.history;
}

/** Moments of the looks that made a difference: without the others the same is said. */
export function turnsOf(looks: readonly SignalLook[], words: readonly SignalWord[]): ReadonlySet<Moment> {
  const turns = new Set<Moment>();
  let before = NOTHING;
  for (const one of inOrder(looks, words)) {
    const now = folded(before, one);
    if (now.history !== before.history || now.quietSince !== before.quietSince) turns.add(one.at);
    before = now;
  }
  return turns;
}

type Dated = { readonly at: Moment } & ({ readonly said: null; readonly raised: boolean | null } | { readonly said: SignalWord['said'] });

function inOrder(looks: readonly SignalLook[], words: readonly SignalWord[]): readonly Dated[] {
  const raised = new Set(looks.flatMap((look) => (look.raised === true ? [look.at] : [])));
  const seen = looks.filter((look) => look.raised !== false || !raised.has(look.at));
  return [...seen.map((look) => ({ ...look, said: null })), ...words.map((word) => ({ ...word, raised: null }))].toSorted(
    (a, b) => a.at - b.at || SAID.indexOf(a.said) - SAID.indexOf(b.said),
  );
}

/** Of the same moment the last one holds: looks come first, and acts after explanations. */
const SAID: readonly (SignalWord['said'] | null)[] = [null, 'explained', 'acted'];

function folded(before: Fold, one: Dated): Fold {
  return one.said === null ? looked(before, one) : told(before, one.at, one.said);
}

interface Fold {
  readonly history: SignalHistory | null;
  /** First look since which nothing was raised. */
  readonly quietSince: Moment | null;
}
const NOTHING: Fold = { history: null, quietSince: null };

function looked({ history, quietSince }: Fold, { at, raised }: SignalLook): Fold {
  if (raised === null) return { history, quietSince };
  if (!raised) return history === null ? { history, quietSince } : quiet(history, quietSince ?? at, at);
  return { history: history === null ? opened('open', at, 0) : raisedAgain(history, at), quietSince: null };
}

function quiet(history: SignalHistory, quietSince: Moment, at: Moment): Fold {
  const clears = history.state !== 'cleared' && at - quietSince >= CLEARED_AFTER_DAYS * DAY;
  return { history: clears ? { ...history, state: 'cleared', since: at } : history, quietSince };
}

function raisedAgain(history: SignalHistory, at: Moment): SignalHistory {
  const age = at - history.since;
  if (history.state === 'cleared')
    return age <= RECURS_WITHIN_DAYS * DAY ? opened('recurring', at, history.returns + 1) : opened('open', at, 0);
  const rested = (history.state === 'explained' || history.state === 'acted') && age >= RESTS_DAYS * DAY;
  return rested ? { ...history, state: 'open', since: at } : history;
}

function opened(state: SignalState, at: Moment, returns: number): SignalHistory {
  return { state, since: at, openedAt: at, returns };
}

function told({ history, quietSince }: Fold, at: Moment, said: SignalWord['said']): Fold {
  if (history === null || history.state === 'cleared') return { history, quietSince };
  return { history: { ...history, state: said, since: at }, quietSince };
}
