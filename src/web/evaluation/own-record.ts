import type { EvaluationRecord } from '#core/terms/evaluation-record.ts';

/** docs/evaluation.json as it was when these pages were built; none where it has not been measured yet. */
const FOUND = import.meta.glob<EvaluationRecord>('../../../docs/evaluation.json', { eager: true, import: 'default' });

export const OWN_RECORD: EvaluationRecord | null = Object.values(FOUND)[0] ?? null;
