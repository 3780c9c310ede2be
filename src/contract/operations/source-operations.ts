import { z } from 'zod';
import { nameText } from '#contract/name-text.ts';
import type { Operation } from './operation.ts';

/** Names what is read: its id, its address or what people call it. */
export const sourceParams = z.strictObject({ source: z.string().min(1).max(1000) });

/** A row of the answer "sources". */
const sourceRow = z.object({
  id: z.string(),
  source: z.string(),
  address: z.string(),
  state: z.string(),
  commits: z.number(),
  read: z.string(),
  every: z.number(),
  /** The same in words. */
  often: z.string(),
  credential: z.enum(['none', 'sealed']),
  /** What is in the way; empty where nothing is. */
  trouble: z.string(),
});

/** Everything about what is read. */
export const SOURCE_OPERATIONS = [
  {
    id: 'list-sources',
    method: 'GET',
    path: '/api/sources',
    tag: 'Sources',
    summary: 'What is read, how far that is and what is in the way.',
    who: { sees: 'settings' },
    reply: { kind: 'answer', question: 'sources', row: sourceRow },
  },
  {
    id: 'add-source',
    method: 'POST',
    path: '/api/sources',
    tag: 'Sources',
    summary: 'Reads a repository from now on. A credential is sealed before it is kept and never told again.',
    who: { may: 'configure' },
    body: z.strictObject({
      address: z.string().min(1).max(2000),
      name: nameText.optional(),
      credential: z.string().min(1).max(20_000).optional(),
      privateAllowed: z.boolean().default(false),
      everyMinutes: z.int().min(1).max(525_600).default(60),
    }),
    reply: { kind: 'record', schema: z.object({ id: z.string(), name: z.string() }) },
    status: 201,
  },
  {
    id: 'remove-source',
    method: 'DELETE',
    path: '/api/sources/{source}',
    tag: 'Sources',
    summary: 'Forgets a repository and everything read from it.',
    who: { may: 'configure' },
    params: sourceParams,
    reply: { kind: 'nothing' },
  },
  {
    id: 'scan-source',
    method: 'POST',
    path: '/api/sources/{source}/scan',
    tag: 'Sources',
    summary: 'Makes a repository due now; the next free worker begins.',
    who: { may: 'configure' },
    params: sourceParams,
    reply: { kind: 'record', schema: z.object({ name: z.string() }) },
    status: 202,
  },
] as const satisfies readonly Operation[];
