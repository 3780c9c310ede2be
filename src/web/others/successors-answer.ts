import type { SuccessorsValue } from '#core/answers/successors.ts';
import type { AbsenceKind } from '#core/absence/scenario.ts';
import type { Answer, Row } from '#core/terms/answer.ts';
import { type Called, useSlowAnswer } from '#web/data/use-call.ts';

/** One candidate, or what is left over, as core/answers/successors.ts writes it. */
export interface SuccessorRow extends Row {
  readonly candidate: string;
  readonly role: string;
  readonly chance: number;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly led: number | null;
  readonly share: number | null;
}
export type SuccessorsAnswer = Omit<Answer<SuccessorsValue>, 'rows'> & { readonly rows: readonly SuccessorRow[] };

/** A place, an absence, or both; without an absence, whom the place would miss most leaves. */
export interface SuccessorsAsked {
  readonly area?: string;
  readonly people?: readonly number[];
  readonly from?: number;
  readonly to?: number;
  readonly kind?: AbsenceKind;
}

export function useSuccessors(asked: SuccessorsAsked | undefined, at: number | null): Called<SuccessorsAnswer> {
  return useSlowAnswer<SuccessorsValue>('successors', asked, at) as unknown as Called<SuccessorsAnswer>;
}
