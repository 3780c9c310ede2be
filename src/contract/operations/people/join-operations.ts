import { z } from 'zod';
import type { Operation } from '#contract/operations/operation.ts';

const kind = z.enum(['person', 'repository', 'area', 'runbook', 'team']);
const says = z.enum(['confirm', 'reject', 'undo']);
const word = z.string().min(1).max(600);

/** `own`: it speaks of the one who asks. `may`: what they can say of it. */
const join = z.object({
  kind,
  from: z.string(),
  fromName: z.string().nullable(),
  to: z.string(),
  toName: z.string().nullable(),
  state: z.enum(['guessed', 'suggested', 'confirmed', 'rejected']),
  confidence: z.number(),
  reason: z.string(),
  own: z.boolean(),
  may: z.array(says).readonly(),
});

/** Who is who and what is what in what sources beyond git tell. */
export const JOIN_OPERATIONS = [
  {
    id: 'list-joins',
    method: 'GET',
    path: '/api/joins',
    tag: 'Joins',
    summary:
      'Whom and what names of other sources are taken for, each with its reason, by kind and then by name: people for administrators and for themselves, things for whoever sees areas.',
    who: 'signed-in',
    query: z.strictObject({
      kind: z.union([kind, z.array(kind).min(1).max(5)]).optional(),
      /** Only what nobody has said a word of. */
      open: z.stringbool().optional(),
      /** Only what speaks of the one who asks. */
      own: z.stringbool().optional(),
      skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
      most: z.coerce.number().int().min(1).max(200).default(100),
    }),
    reply: {
      kind: 'record',
      schema: z.object({
        joins: z.array(join).readonly(),
        /** How many there are, and how many of them nobody has said a word of. */
        total: z.number(),
        open: z.number(),
        /** That who is who is told here to nobody but those it speaks of. */
        peopleHidden: z.boolean(),
      }),
    },
  },
  {
    id: 'say-of-join',
    method: 'POST',
    path: '/api/joins/words',
    tag: 'Joins',
    summary:
      'Confirms or rejects what a name of another source is taken for, or takes back what was said, as far as the one who says it may.',
    who: 'signed-in',
    body: z.strictObject({ kind, from: word, to: word, says }),
    reply: { kind: 'nothing' },
  },
] as const satisfies readonly Operation[];
