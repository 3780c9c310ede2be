import type { SuccessorsInput } from '#core/answers/successors.ts';
import { type Called, useSlowAnswer } from '#web/data/use-call.ts';
import type { AnswerOf } from '#web/worker/questions.ts';

/** A place, an absence, or both; without an absence, whom the place would miss most leaves. */
export type SuccessorsAsked = Pick<SuccessorsInput, 'area' | 'people' | 'from' | 'to' | 'kind'>;

export function useSuccessors(asked: SuccessorsAsked | undefined, at: number | null): Called<AnswerOf<'successors'>> {
  return useSlowAnswer('successors', asked, at);
}
