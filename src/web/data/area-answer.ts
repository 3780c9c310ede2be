import { useMemo } from 'react';
import type { AreaRow } from '#core/world/area-rows.ts';
import type { AnswerOf } from '#web/worker/questions.ts';
import { useAnswer } from './use-call.ts';
import type { Called } from './use-call.ts';

/** All areas with their verdicts at a moment. */
export function useAreas(at: number | null): Called<AnswerOf<'areas'>> & { readonly byId: ReadonlyMap<string, AreaRow> } {
  const called = useAnswer('areas', {}, at);
  const byId = useMemo(() => new Map((called.result?.rows ?? []).map((row) => [row.id, row])), [called.result]);
  return { ...called, byId };
}
