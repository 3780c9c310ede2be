import { z } from 'zod';
import { VERDICTS } from '#core/terms/verdict.ts';

/** The file that `understudy check --write-baseline` keeps: figures of areas, nobody's name. */
export const baselineSchema = z.object({
  schema: z.literal('understudy/baseline/1'),
  at: z.iso.datetime(),
  northStar: z.number().min(0).max(1).nullable(),
  absenceFactor: z.number().int().min(0).nullable(),
  areas: z.record(z.string(), z.object({ verdict: z.enum(VERDICTS), carried: z.number().min(0).max(1).nullable() })),
});
