import { useMemo } from 'react';
import type { Answer, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { useAnswer } from './use-call.ts';
import type { Called } from './use-call.ts';

/** A row of the `areas` and `overview` answers, as core/answers/area-rows.ts writes it. */
export interface AreaRow extends Row {
  readonly area: string;
  readonly id: string;
  readonly verdict: Verdict;
  readonly carriers: string;
  readonly carried: Estimate | null;
  readonly expected: Estimate | null;
  readonly stalled: Estimate | null;
  readonly atLeastOne: number | null;
  readonly sure: number | null;
  readonly outlook: string;
  /** Shares of expected work nobody has shown to understand, and of recent changes by AI agents and with AI assistance. */
  readonly notUnderstood: number | null;
  readonly byAgents: number | null;
  readonly assisted: number | null;
  readonly commits: number;
  readonly files: number;
  readonly because: string;
}

export type AreasAnswer = Omit<Answer, 'rows'> & { readonly rows: readonly AreaRow[] };

/** All areas with their verdicts at a moment. */
export function useAreas(at: number | null): Called<AreasAnswer> & { readonly byId: ReadonlyMap<string, AreaRow> } {
  const called = useAnswer('areas', {}, at) as unknown as Called<AreasAnswer>;
  const byId = useMemo(() => new Map((called.result?.rows ?? []).map((row) => [row.id, row])), [called.result]);
  return { ...called, byId };
}
