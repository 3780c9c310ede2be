import { z } from 'zod';
import type { Operation } from './operation.ts';

/** Names a connection: its id, or what people call it. */
const connectionParams = z.strictObject({ connection: z.string().min(1).max(200) });
const secretText = z.string().min(8).max(1000);

const connectionRow = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  host: z.string(),
  state: z.enum(['on', 'off']),
  base: z.string(),
  what: z.array(z.string()).readonly(),
  everyMinutes: z.number(),
  credential: z.enum(['none', 'sealed']),
  /** When each secret that holds was made, milliseconds since epoch; never a secret. */
  secrets: z.array(z.number()),
  facts: z.array(z.object({ kind: z.string(), count: z.number() })),
  /** What it lets us judge, and from when on (seconds since epoch). */
  judges: z.array(z.object({ family: z.string(), what: z.string(), from: z.number() })),
  /** Deliveries that are kept and not told yet. */
  waiting: z.number(),
  /** When something came last, milliseconds since epoch. */
  lastAt: z.number().nullable(),
  trouble: z.string(),
});

const kindRow = z.object({
  kind: z.string(),
  name: z.string(),
  reads: z.string(),
  judges: z.array(z.object({ family: z.string(), what: z.string() })),
  /** What of it can be given: words for people; empty where it cannot. */
  files: z.string(),
  setUp: z.string(),
  /** Its secret is made at the other side, and handed over here. */
  secretThere: z.boolean(),
  needs: z.string(),
  asks: z.string(),
  base: z.string(),
});

/** One family of facts: whether anything connected has told of it. */
const judgedRow = z.object({
  family: z.string(),
  what: z.string(),
  /** From when on, seconds since epoch; null where nothing has. */
  from: z.number().nullable(),
  /** Kinds of sources that would tell it. */
  kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
});

const connected = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  secret: z.string(),
  setUp: z.string(),
  lacksSecret: z.boolean(),
});

/** Everything about sources beyond git: what is connected, files, and the door for deliveries. */
export const CONNECTION_OPERATIONS = [
  {
    id: 'list-connections',
    method: 'GET',
    path: '/api/connections',
    tag: 'Connections',
    summary:
      'What is connected beyond git, what it has told and what is in the way; and what could be connected, with what that would let us judge.',
    who: { sees: 'settings' },
    reply: { kind: 'record', schema: z.object({ connections: z.array(connectionRow), kinds: z.array(kindRow) }) },
  },
  {
    id: 'list-judged',
    method: 'GET',
    path: '/api/judged',
    tag: 'Connections',
    summary: 'What can be judged beyond code and from when on, what cannot, and which kinds of sources would tell it.',
    who: 'signed-in',
    reply: { kind: 'record', schema: z.object({ families: z.array(judgedRow) }) },
  },
  {
    id: 'add-connection',
    method: 'POST',
    path: '/api/connections',
    tag: 'Connections',
    summary:
      'Connects a source beyond git. The secret that its deliveries are signed with is told this once; credential and secrets are sealed and never told again.',
    who: { may: 'configure' },
    body: z.strictObject({
      kind: z.string().min(1).max(50),
      name: z.string().min(1).max(200).optional(),
      host: z.string().min(1).max(200).optional(),
      base: z.string().min(1).max(500).optional(),
      what: z.array(z.string().min(1).max(300)).max(2000).optional(),
      since: z.int().min(0).max(4_102_444_800).optional(),
      everyMinutes: z.int().min(5).max(525_600).optional(),
      privateAllowed: z.boolean().optional(),
      credential: z.string().min(1).max(20_000).optional(),
      secret: secretText.optional(),
    }),
    reply: { kind: 'record', schema: connected },
    status: 201,
  },
  {
    id: 'change-connection',
    method: 'PATCH',
    path: '/api/connections/{connection}',
    tag: 'Connections',
    summary: 'Changes its name, what is read there and how often, its credential, or whether it takes deliveries at all.',
    who: { may: 'configure' },
    params: connectionParams,
    body: z.strictObject({
      name: z.string().min(1).max(200).optional(),
      state: z.enum(['on', 'off']).optional(),
      what: z.array(z.string().min(1).max(300)).max(2000).optional(),
      everyMinutes: z.int().min(5).max(525_600).optional(),
      credential: z.string().min(1).max(20_000).optional(),
    }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'remove-connection',
    method: 'DELETE',
    path: '/api/connections/{connection}',
    tag: 'Connections',
    summary: 'Forgets a connection and everything that it has told.',
    who: { may: 'configure' },
    params: connectionParams,
    reply: { kind: 'nothing' },
  },
  {
    id: 'rotate-secret',
    method: 'POST',
    path: '/api/connections/{connection}/secrets',
    tag: 'Connections',
    summary: 'A new secret beside those that hold, told this once.',
    who: { may: 'configure' },
    params: connectionParams,
    body: z.strictObject({ secret: secretText.optional() }),
    reply: { kind: 'record', schema: connected },
    status: 201,
  },
  {
    id: 'end-secrets',
    method: 'DELETE',
    path: '/api/connections/{connection}/secrets',
    tag: 'Connections',
    summary: 'Ends all secrets but the newest, within seconds on every server.',
    who: { may: 'configure' },
    params: connectionParams,
    reply: { kind: 'record', schema: z.object({ ended: z.number() }) },
  },
  {
    id: 'read-connection',
    method: 'POST',
    path: '/api/connections/{connection}/read',
    tag: 'Connections',
    summary: 'Makes its API due now; the next free worker begins.',
    who: { may: 'configure' },
    params: connectionParams,
    reply: { kind: 'nothing' },
    status: 202,
  },
  {
    id: 'retell-connection',
    method: 'POST',
    path: '/api/connections/{connection}/retell',
    tag: 'Connections',
    summary: 'What was delivered and is still kept is told again, by readers that may have learned more since.',
    who: { may: 'configure' },
    params: connectionParams,
    reply: { kind: 'record', schema: z.object({ deliveries: z.number() }) },
    status: 202,
  },
  {
    id: 'import-file',
    method: 'POST',
    path: '/api/imports',
    tag: 'Connections',
    summary:
      'Takes a file of a source beyond git: recognised now, kept, and told by the next free worker; calendars, chat and absences are told at once and never kept. Larger ones go by `understudy import`.',
    who: { may: 'configure' },
    pace: 'slow',
    query: z.strictObject({
      name: z.string().min(1).max(200),
      as: z.string().min(1).max(50).optional(),
      repository: z.string().min(1).max(300).optional(),
    }),
    raw: 24 * 1024 * 1024,
    reply: { kind: 'record', schema: z.object({ kind: z.string(), connection: z.string(), fresh: z.boolean(), number: z.number() }) },
    status: 202,
  },
  {
    id: 'follow-import',
    method: 'GET',
    path: '/api/imports/{number}',
    tag: 'Connections',
    summary: 'What became of a file that was handed over: how much of it is new, known or skipped, and the first reason.',
    who: { may: 'configure' },
    params: z.strictObject({ number: z.string().regex(/^\d{1,15}$/) }),
    reply: {
      kind: 'record',
      schema: z.object({
        /** `gone`: nothing of this number is kept, or not any more. */
        state: z.enum(['waiting', 'told', 'bad', 'gone']),
        fresh: z.number(),
        known: z.number(),
        skipped: z.number(),
        problem: z.string(),
      }),
    },
  },
  {
    id: 'take-delivery',
    method: 'POST',
    path: '/hooks/{connection}',
    tag: 'Connections',
    summary: 'Where the other side sends what happens there, signed. Kept before it is answered; the same again changes nothing.',
    who: 'anyone',
    pace: 'delivery',
    params: connectionParams,
    raw: 25 * 1024 * 1024,
    reply: { kind: 'text', type: 'text/plain' },
    status: 202,
  },
] as const satisfies readonly Operation[];
