import { z } from 'zod';
import { FACETS } from '#core/terms/facet.ts';

/** The envelope of every answer, as it crosses a process or the network. `value` and the rows differ by question. */
export const estimateSchema = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  level: z.number().min(0).max(1),
  n: z.number().exactOptional(),
});

const cell = z.union([z.string(), z.number(), z.null(), estimateSchema, z.array(z.string())]);
const row = z.record(z.string(), cell);

const column = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'count', 'number', 'probability', 'estimate', 'date', 'list']),
  unit: z.enum(['share', 'amount', 'score']).optional(),
  detail: z.boolean().optional(),
  wraps: z.boolean().optional(),
  meaning: z.string().min(1),
});

const because = z.object({
  id: z.string(),
  claim: z.string().min(1),
  formula: z.string().min(1),
  inputs: z.array(z.object({ name: z.string(), value: z.union([z.number(), z.string()]), unit: z.string().optional() })),
  evidence: z.array(
    z.object({
      kind: z.enum(['commit', 'path', 'file', 'item']),
      ref: z.string(),
      repository: z.string(),
      at: z.number().optional(),
      note: z.string().optional(),
    }),
  ),
  wouldChange: z.array(z.string()),
  confidence: z.string().min(1),
  method: z.string().min(1),
});

export const answerSchema = z.strictObject({
  schema: z.string().regex(/^understudy\/[a-z-]+\/\d+$/),
  question: z.string().min(1),
  value: z.unknown(),
  reading: z.string().min(1),
  columns: z.array(column),
  rows: z.array(row),
  because: z.array(because),
  method: z.object({
    name: z.string(),
    version: z.string(),
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  asOf: z.object({ at: z.iso.datetime(), heads: z.array(z.object({ repository: z.string(), head: z.string() })) }),
  leftOut: z.array(z.object({ what: z.string(), count: z.number(), unit: z.string(), why: z.string() })),
  notJudged: z.array(
    z.object({ facet: z.enum([...FACETS, 'area', 'person', 'suite']), what: z.string(), why: z.string(), remedy: z.string() }),
  ),
});
