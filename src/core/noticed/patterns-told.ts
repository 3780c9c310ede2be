import { questionOf, type SystemQuestion } from '#core/signals/questions/question-of.ts';
import type { OwnLimits } from '#core/signals/read-signals.ts';
import type { Signal } from '#core/signals/signal.ts';
import { SIGNAL_FAMILIES } from '#core/signals/signals.ts';
import { limitsWords } from './limits-words.ts';

/** A kind of signal, told once however many places it speaks of. */
export interface PatternTold {
  readonly kind: string;
  readonly name: string;
  /** Of the four questions of the system the one that it speaks to. */
  readonly question: SystemQuestion | null;
  readonly asks: string;
  readonly helps: string;
  /** When it speaks: as shipped, or by the team’s own limits. */
  readonly speaks: string;
  /** Whether the team has set its own. */
  readonly isOwn: boolean;
}

/** A family of patterns, in the order in which people are shown them. */
export interface FamilyTold {
  readonly id: string;
  readonly name: string;
  readonly patterns: readonly PatternTold[];
}

/** What is looked for, family by family: the same whatever was found. */
export function patternsTold(own: OwnLimits = {}): readonly FamilyTold[] {
  return SIGNAL_FAMILIES.map(({ id, name, signals }) => ({
    id,
    name,
    patterns: signals.map((one) => patternOf(one, own)),
  }));
}

function patternOf(signal: Signal, own: OwnLimits): PatternTold {
  return {
    kind: signal.id,
    name: signal.name,
    question: questionOf(signal.id),
    asks: signal.asks,
    helps: signal.move,
    speaks: limitsWords(signal, own),
    isOwn: Object.hasOwn(own, signal.id),
  };
}
