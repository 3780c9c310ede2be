import type { Answer, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { AreaRow } from '#web/data/area-answer.ts';
import { type Called, useAnswer } from '#web/data/use-call.ts';

/** Somebody around an area, as core/answers/who.ts writes it: by name on one's own machine, else one row per role. */
export interface CarrierRow extends Row {
  readonly person: string;
  readonly role: string;
  readonly knows: Estimate | null;
  readonly present: number | null;
  readonly changes: number | null;
  readonly last: string | null;
  readonly because?: string;
}
export type ExplainAnswer = Omit<Answer<AreaRow>, 'rows'> & { readonly rows: readonly CarrierRow[] };

/** Everything behind one area's verdict. */
export function useExplainAnswer(area: string, at: number | null): Called<ExplainAnswer> {
  return useAnswer<AreaRow>('explain', { area }, at) as unknown as Called<ExplainAnswer>;
}
