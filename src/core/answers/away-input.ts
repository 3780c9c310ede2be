import { ABSENCE_KINDS, type AbsenceKind } from '#core/absence/scenario.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** The ways of not being there, for whoever asks. */
export const AWAY_KINDS = ABSENCE_KINDS;

export interface AwayInput {
  /** Names or e-mail addresses. */
  readonly who: readonly string[];
  /** The same as rows of the evidence, for a page that has them: people whose names it may not know included. */
  readonly people?: readonly PersonId[];
  /** True when the only person is the one who asks. */
  readonly me?: boolean;
  readonly from?: Moment | undefined;
  /** Last day away, as any moment of it. */
  readonly to?: Moment | undefined;
  readonly days?: number | undefined;
  readonly kind?: AbsenceKind | undefined;
  /** Play the window many times (seeded) instead of by closed form. */
  readonly simulate?: boolean | undefined;
}
