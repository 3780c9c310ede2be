import type { PersonId } from '#core/terms/person.ts';
import type { Window } from '#core/terms/moment.ts';

/**
 * Four ways not to be there. `planned`: known ahead, hand-over possible; `sudden`: none; `permanent`: leaves for good,
 * judged over the same window; `saturated`: present but swamped, serves only a share of their work.
 */
export const ABSENCE_KINDS = ['planned', 'sudden', 'permanent', 'saturated'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** A question to the model: these people, these days. */
export interface Scenario {
  readonly absences: readonly { readonly person: PersonId; readonly window: Window; readonly kind: AbsenceKind }[];
  /** The days that are judged. */
  readonly window: Window;
  readonly seed: number;
}
