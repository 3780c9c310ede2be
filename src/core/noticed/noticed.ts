import type { Mode } from '#core/policy/viewer.ts';
import type { OwnLimits } from '#core/signals/read-signals.ts';
import type { SignalLimits, SignalReading } from '#core/signals/signal.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { SignalHistory, SignalState } from '#core/signals/signal-state.ts';
import type { ConcentrationRow } from '#core/signals/questions/concentration.ts';
import type { IncentiveRow } from '#core/signals/questions/incentives.ts';
import type { LegibilityRow } from '#core/signals/questions/legibility.ts';
import type { MechanismRow } from '#core/signals/questions/mechanisms.ts';
import type { SystemView } from '#core/signals/questions/system-view.ts';

/** A reading as it is kept and shown again: everything but whom it concerns, which stands in no text. */
export interface NoticedReading extends Omit<SignalReading, 'team' | 'concerns'> {
  readonly signal: string;
  readonly team: string | null;
  /** What the area or team is called; null: the whole. */
  readonly place: string | null;
  /** It would still be raised under the limits by which it was raised last: these; what holds now silences it. */
  readonly silenced?: SignalLimits;
}

/** The four questions that essay C asks of a system. */
export interface SystemViews {
  readonly concentration: SystemView<ConcentrationRow>;
  readonly mechanisms: SystemView<MechanismRow>;
  readonly legibility: SystemView<LegibilityRow>;
  readonly incentives: SystemView<IncentiveRow>;
}

/** What was said of a look as a whole, kept beside its readings. */
export interface LookFacts {
  /** Moment judged. */
  readonly at: Moment;
  /** Ids in their order, with the names that people know, and the names of teams that they belong to. */
  readonly areas: readonly { readonly id: string; readonly name: string; readonly teams: readonly string[] }[];
  /** `also`: what further sources call it, `places`: by which ids; absent: nothing else. */
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly also?: readonly string[];
    readonly places?: readonly string[];
  }[];
  readonly notJudged: readonly { readonly signal: string; readonly why: string; readonly missing: readonly string[] }[];
  readonly systems: SystemViews;
  /** As strict as the repositories want it; absent: none of them asks for anything. */
  readonly mode?: Mode;
  /** Another text wherever another scene would have been looked at; absent: not known. */
  readonly of?: string;
  /** Limits that the team had set when it looked; absent: none. */
  readonly own?: OwnLimits;
}

/** `quiet`: not raised, and it never was; `silenced`: it would be, had its limits not been changed since. */
export type ShownState = SignalState | 'silenced' | 'quiet';

/** A signal of one place, with its past. */
export interface Noticed {
  readonly reading: NoticedReading;
  /** Null: it was never raised. */
  readonly history: SignalHistory | null;
  /** Its state when changes began to be counted. */
  readonly was?: ShownState;
  /** Where limits silence it: since which look, and who had changed them by then. */
  readonly silencedBy?: LimitsChange;
  /** What people said of it, oldest first. Nobody is named. */
  readonly words: readonly NoticedWord[];
  /** What those whom it concerns wrote beside it. */
  readonly notes?: readonly string[];
}

/** That the limits of a signal are others than before. */
export interface LimitsChange {
  readonly at: Moment;
  /** Key of the account that changed them; null: no record says so, they stand in a file. */
  readonly by: string | null;
  readonly reason: string;
}

export interface NoticedWord {
  readonly at: Moment;
  readonly said: 'explained' | 'acted';
  readonly text: string;
  /** What was done, where it has an address. */
  readonly link: string | null;
}

/** One for each signal and place, readable in an address: `review-wait:billing:`. */
export function noticedId({ signal, area, team }: Pick<NoticedReading, 'signal' | 'area' | 'team'>): string {
  return [signal, area ?? '', team ?? ''].map((part) => part.replaceAll('%', '%25').replaceAll(':', '%3A')).join(':');
}
