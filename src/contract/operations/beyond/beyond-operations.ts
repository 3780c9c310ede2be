import { z } from 'zod';
import { estimateSchema } from '#contract/answer.ts';
import type { Operation } from '#contract/operations/operation.ts';
import { sourceParams } from '#contract/operations/source-operations.ts';
import { BEYOND_INPUTS } from '#contract/questions.ts';
import { QUESTION_TOPICS } from '#core/policy/asked.ts';
import { VERDICTS } from '#core/terms/verdict.ts';

const verdict = z.enum(VERDICTS);

/** A row of the answer "facets". */
const facetRow = z.object({
  area: z.string(),
  id: z.string(),
  kind: z.enum(['facet', 'right']),
  facet: z.string(),
  verdict: verdict.nullable(),
  worst: verdict,
  able: z.string(),
  withHelp: z.string(),
  expected: estimateSchema.nullable(),
  atLeastOne: z.number().nullable(),
  access: z.enum(['judged', 'not judged', 'takes none']),
  until: z.string().nullable(),
  because: z.string(),
});

/** A row of the answer "owners". */
const ownerRow = z.object({
  repository: z.string(),
  line: z.number(),
  pattern: z.string(),
  state: z.enum(['in use', 'dead', 'shadowed', 'clearing']),
  files: z.number(),
  named: z.number(),
  here: z.number(),
  active: z.number().nullable(),
  left: z.array(z.string()),
  unknown: z.array(z.string()),
  unnamed: z.array(z.string()),
  gate: z.string(),
  fits: z.string().nullable(),
  because: z.string(),
});

/** What sources beyond git tell of a repository and its areas. */
export const BEYOND_OPERATIONS = [
  {
    id: 'answer-facets',
    method: 'GET',
    path: '/api/sources/{source}/answers/facets',
    tag: 'Answers',
    summary:
      'Whether reviewing, operating and explaining each area goes on, now and in the absence that hurts it most, and which rights one person holds; of nobody.',
    who: { sees: QUESTION_TOPICS['facets']! },
    pace: 'slow',
    params: sourceParams,
    query: BEYOND_INPUTS.facets,
    reply: { kind: 'answer', question: 'facets', row: facetRow },
  },
  {
    id: 'answer-owners',
    method: 'GET',
    path: '/api/sources/{source}/answers/owners',
    tag: 'Answers',
    summary:
      'Whom CODEOWNERS names against who works there, and what nobody could approve in an absence: that of the one who asks, say `me=true`.',
    who: { sees: QUESTION_TOPICS['owners']! },
    pace: 'slow',
    params: sourceParams,
    query: BEYOND_INPUTS.owners,
    reply: { kind: 'answer', question: 'owners', row: ownerRow },
  },
] as const satisfies readonly Operation[];
