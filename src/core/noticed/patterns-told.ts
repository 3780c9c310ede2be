import { questionOf, type SystemQuestion } from '#core/signals/questions/question-of.ts';
import { SIGNAL_FAMILIES } from '#core/signals/signals.ts';

/** A kind of signal, told once however many places it speaks of. */
export interface PatternTold {
  readonly kind: string;
  readonly name: string;
  /** Of the four questions of the system the one that it speaks to. */
  readonly question: SystemQuestion | null;
  readonly asks: string;
  readonly helps: string;
}

/** A family of patterns, in the order in which people are shown them. */
export interface FamilyTold {
  readonly id: string;
  readonly name: string;
  readonly patterns: readonly PatternTold[];
}

/** What is looked for, family by family: the same whatever was found. */
export function patternsTold(): readonly FamilyTold[] {
  return SIGNAL_FAMILIES.map(({ id, name, signals }) => ({
    id,
    name,
    patterns: signals.map((one) => ({ kind: one.id, name: one.name, question: questionOf(one.id), asks: one.asks, helps: one.move })),
  }));
}
