import { z } from 'zod';

/** The value of the answer "owners", as pages read it. */
export const ownersValueSchema = z.object({
  from: z.string(),
  to: z.string(),
  files: z.array(z.string()),
  rules: z.number(),
  stuckForAll: z.number(),
  stuckForOne: z.number(),
  branch: z.enum(['known', 'assumed', 'not judged']),
  patch: z.string().nullable(),
});
export type OwnersRead = z.output<typeof ownersValueSchema>;
