import type { Answer } from '#core/terms/answer.ts';
import type { Overview } from '#core/terms/overview.ts';
import type { AreaRow } from '#web/data/area-answer.ts';
import { useAnswer } from '#web/data/use-call.ts';
import type { Called } from '#web/data/use-call.ts';

export type OverviewAnswer = Omit<Answer<Overview>, 'rows'> & { readonly rows: readonly AreaRow[] };

/** The first page's answer at a moment. */
export function useOverviewAnswer(at: number | null): Called<OverviewAnswer> {
  return useAnswer<Overview>('overview', {}, at) as unknown as Called<OverviewAnswer>;
}
