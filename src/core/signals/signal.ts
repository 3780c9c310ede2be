import type { FactFamily } from '#core/facts/fact-kinds.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Moment, Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** A pattern that is worth a look: about the system, with reasons, and silent where there is little to go by. One file each, one row in signals.ts. */
export interface Signal {
  /** `review-wait`, and the name of its file. In addresses, files and links; never changed. */
  readonly id: string;
  /** What it is called on a page: `Reviews wait for one`. */
  readonly name: string;
  /** Phrase of the essays that it answers: R051. */
  readonly requirements: readonly string[];
  /** The question it answers, in one sentence. */
  readonly asks: string;
  /** Families of facts without which it is not judged. */
  readonly needs: readonly (FactFamily | 'git')[];
  /** How its value is to be read: what is counted over what. */
  readonly measures: string;
  /** What its value is counted in. Never output: that says nothing without what it did to others. */
  readonly unit: SignalUnit;
  /** What helps, as a sentence and the practice that it leads to. */
  readonly move: string;
  /** Raised for the one person meant first, others after their first look. */
  readonly personal: boolean;
  /** When it speaks. A team may set its own. */
  readonly limits: SignalLimits;
  /** All that it found to look at, raised or not, in the order of areas; never of people. */
  readonly find: (scene: Scene, limits: SignalLimits) => readonly SignalReading[];
}

export type SignalUnit = 'share' | 'hours' | 'hours a week' | 'nights a week' | 'roles' | 'areas' | 'people' | 'signs';

/** What decides whether a signal is raised: named beside its formula, with where it comes from. */
export interface SignalLimits {
  /** The near end of the interval has to lie above it. */
  readonly threshold: number;
  /** Fewest cases on which anything is raised. */
  readonly least: number;
  /** Length of the window, days. */
  readonly days: number;
  /** Raised only if it is also more than it was: the near end of the interval lies above the far end of the baseline's too. */
  readonly risen: boolean;
}

/** What a signal says of one area (or team, or the whole), whether it is raised or not. */
export interface SignalReading {
  /** Id of the area; null: a team, or the whole organisation. */
  readonly area: string | null;
  readonly team?: string;
  readonly window: Window;
  /** How many cases it rests on. */
  readonly n: number;
  /** With its 95 % interval. A share unless the signal says otherwise. */
  readonly value: Estimate;
  /** The bound that the near end of the interval has to pass. */
  readonly threshold: number;
  /** The same figure of this area or team in the time before the window; null: too little then. */
  readonly baseline: Estimate | null;
  /** Whether the interval passes the threshold, on enough cases. */
  readonly raised: boolean;
  /** A plain sentence about the system; speaks of nobody by name, praises and blames nobody. */
  readonly sentence: string;
  readonly evidence: readonly SignalEvidence[];
  /** Persons who would recognise themselves: they look first. Empty: nobody in particular is meant. */
  readonly concerns: readonly PersonId[];
}

/** A case that it rests on: an item of a source, a commit, a document. */
export interface SignalEvidence {
  readonly item: string;
  readonly at: Moment;
  readonly note: string;
}
