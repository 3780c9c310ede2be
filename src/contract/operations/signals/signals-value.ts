import { z } from 'zod';
import { estimateSchema } from '#contract/answer.ts';

const moment = z.number();
const evidence = z.object({ item: z.string(), at: moment, note: z.string() });

function view<Row extends z.ZodType>(row: Row) {
  return z.object({
    window: z.object({ from: moment, to: moment }),
    rows: z.array(row),
    sentence: z.string(),
    notJudged: z.array(z.string()),
  });
}

const pattern = z.object({
  kind: z.string(),
  name: z.string(),
  question: z.enum(['concentration', 'mechanisms', 'legibility', 'incentives']).nullable(),
  asks: z.string(),
  helps: z.string(),
  speaks: z.string(),
  isOwn: z.boolean(),
});

/** The value of the answer "signals", as pages read it. */
export const signalsValueSchema = z.object({
  connections: z.number(),
  lookedAt: z.string().nullable(),
  takenAt: z.string().nullable(),
  nextLook: z.string().nullable(),
  judged: z.number(),
  states: z.record(z.string(), z.number()),
  held: z.number(),
  changedSince: z.string().nullable(),
  families: z.array(z.object({ id: z.string(), name: z.string(), patterns: z.array(pattern) })),
  drift: z
    .object({
      state: z.enum(['steady', 'watch', 'drifting', 'not judged']),
      sentence: z.string(),
      signs: z.array(z.object({ requirement: z.string(), says: z.string(), shows: z.boolean().nullable(), move: z.string().nullable() })),
    })
    .nullable(),
  systems: z
    .object({
      concentration: view(
        z.object({
          area: z.string(),
          name: z.string(),
          causes: z.array(z.object({ tag: z.string(), trail: z.string() })),
          signals: z.array(z.string()),
        }),
      ),
      mechanisms: view(
        z.object({ mechanism: z.string(), state: z.string(), lastUsed: moment.nullable(), uses: z.number(), reach: z.number() }),
      ),
      legibility: view(
        z.object({ area: z.string().nullable(), name: z.string().nullable(), cameBack: z.number(), confusions: z.array(evidence) }),
      ),
      incentives: view(
        z.object({
          what: z.string(),
          recognised: z.number(),
          toTeams: z.number(),
          happened: z.number(),
          share: estimateSchema.nullable(),
        }),
      ),
    })
    .nullable(),
});
export type SignalsRead = z.output<typeof signalsValueSchema>;
