import { z } from 'zod';
import type { Operation } from '#contract/operations/operation.ts';
import { sourceParams } from '#contract/operations/source-operations.ts';

const span = z.object({ from: z.string(), to: z.string(), acts: z.int() });

/** What stays of acts once they are past their term. */
export const PAST_OPERATIONS = [
  {
    id: 'read-past-counts',
    method: 'GET',
    path: '/api/sources/{source}/past-counts',
    tag: 'Answers',
    summary: 'How many acts past their term there were, by area and span of months; of five people or more, and of nobody alone.',
    who: { sees: 'areas' },
    params: sourceParams,
    reply: {
      kind: 'record',
      schema: z.object({
        source: z.string(),
        /** From which day on acts count one by one; null where all of them do. */
        keptFrom: z.string().nullable(),
        areas: z.array(z.object({ area: z.string(), name: z.string(), spans: z.array(span) })),
      }),
    },
  },
  {
    id: 'export-past-counts',
    method: 'GET',
    path: '/api/sources/{source}/past-counts.csv',
    tag: 'Answers',
    summary: 'The same as CSV: area, first month, last month, acts.',
    who: { sees: 'areas' },
    params: sourceParams,
    reply: { kind: 'text', type: 'text/csv' },
  },
] as const satisfies readonly Operation[];
