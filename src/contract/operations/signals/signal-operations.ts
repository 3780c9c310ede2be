import { z } from 'zod';
import { estimateSchema } from '#contract/answer.ts';
import type { Operation } from '#contract/operations/operation.ts';

const state = z.enum(['open', 'recurring', 'acted', 'explained', 'silenced', 'cleared', 'quiet']);

/** A row of the answer "signals". */
const signalRow = z.object({
  id: z.string(),
  kind: z.string(),
  signal: z.string(),
  about: z.string(),
  area: z.string().nullable(),
  team: z.string().nullable(),
  state,
  since: z.string().nullable(),
  was: state.nullable(),
  n: z.number(),
  value: estimateSchema,
  measured: z.string(),
  unit: z.string(),
  threshold: z.number(),
  baseline: estimateSchema.nullable(),
  usual: z.string(),
  sentence: z.string(),
  helps: z.string(),
  notes: z.array(z.string()),
  limitsBefore: z.string().nullable(),
  limitsChanged: z.string().nullable(),
  limitsReason: z.string().nullable(),
  limitsBy: z.string().nullable(),
  because: z.string(),
});

/** A name in an address. */
const word = z.string().min(1).max(300);

/** What was noticed in how the work goes, and what people say of it. */
export const SIGNAL_OPERATIONS = [
  {
    id: 'answer-signals',
    method: 'GET',
    path: '/api/signals',
    tag: 'Signals',
    summary:
      'Patterns in how the work goes, by state and then in the order of areas, with the drift rule and the four systems questions; of nobody.',
    who: { sees: 'signals' },
    query: z.strictObject({ area: word.optional(), signal: word.optional(), all: z.stringbool().optional() }),
    reply: { kind: 'answer', question: 'signals', row: signalRow },
  },
  {
    id: 'answer-my-signals',
    method: 'GET',
    path: '/api/me/signals',
    tag: 'Signals',
    summary: 'Signals that concern the one who asks, before others see them and afterwards.',
    who: { sees: 'self' },
    reply: { kind: 'answer', question: 'my-signals', row: signalRow },
  },
  {
    id: 'count-connections',
    method: 'GET',
    path: '/api/signals/connections',
    tag: 'Signals',
    summary: 'How many connections have told anything: without one, there is nothing to notice.',
    who: 'signed-in',
    reply: { kind: 'record', schema: z.object({ telling: z.number() }) },
  },
  {
    id: 'say-of-signal',
    method: 'POST',
    path: '/api/signals/words',
    tag: 'Signals',
    summary: 'Explains a signal or says what was done: for those whom it concerns, and for who leads where it is about.',
    who: { may: 'annotate' },
    body: z.strictObject({
      signal: word,
      said: z.enum(['explained', 'acted']),
      text: z.string().max(2000).default(''),
      link: z
        .url({ protocol: /^https?$/ })
        .max(1000)
        .optional(),
    }),
    reply: { kind: 'nothing' },
  },
] as const satisfies readonly Operation[];
