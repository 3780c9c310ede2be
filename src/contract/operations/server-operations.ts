import { z } from 'zod';
import { MODES } from '#core/policy/viewer.ts';
import type { Operation } from './operation.ts';

const serverFacts = z.object({
  edition: z.literal('team'),
  version: z.string(),
  mode: z.enum(MODES),
  purpose: z.string().min(1),
});

/** What anybody may know of a server before they sign in. */
export const SERVER_OPERATIONS = [
  {
    id: 'server-facts',
    method: 'GET',
    path: '/api/server',
    tag: 'Server',
    summary: 'What this server is, in which mode it runs and what it is for.',
    who: 'anyone',
    reply: { kind: 'record', schema: serverFacts },
  },
  {
    id: 'open-api',
    method: 'GET',
    path: '/api/openapi.json',
    tag: 'Server',
    summary: 'This description, as OpenAPI 3.1.',
    who: 'anyone',
    reply: { kind: 'record', schema: z.looseObject({ openapi: z.string() }) },
  },
] as const satisfies readonly Operation[];
