import { z } from 'zod';
import { MODES } from '#core/policy/viewer.ts';
import { RIGHTS, ROLES, TOPICS } from '#core/policy/roles.ts';
import type { Operation } from './operation.ts';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): [Key, ...Key[]] => Object.keys(record) as [Key, ...Key[]];

/** A role that is held: everywhere, for one team, or for one area. */
export const heldRole = z.object({
  role: z.enum(keysOf(ROLES)),
  teams: z.array(z.string()).readonly().optional(),
  areas: z.array(z.string()).readonly().optional(),
});

const me = z.object({
  accountId: z.string(),
  kind: z.enum(['person', 'service']),
  name: z.string(),
  email: z.string().nullable(),
  mode: z.enum(MODES),
  roles: z.array(heldRole).readonly(),
  /** What they see something of, by some role. */
  sees: z.array(z.enum(keysOf(TOPICS))).readonly(),
  may: z.array(z.enum(RIGHTS)).readonly(),
});

const session = z.object({
  id: z.string(),
  how: z.enum(['password', 'passkey', 'provider', 'link']),
  browser: z.string(),
  madeAt: z.number(),
  seenAt: z.number(),
  isThis: z.boolean(),
});

/** Everything about the one who asks. */
export const ME_OPERATIONS = [
  {
    id: 'who-am-i',
    method: 'GET',
    path: '/api/me',
    tag: 'Me',
    summary: 'Who is signed in here, in which roles, and what they may see and do.',
    who: 'signed-in',
    reply: { kind: 'record', schema: me },
  },
  {
    id: 'list-my-sessions',
    method: 'GET',
    path: '/api/me/sessions',
    tag: 'Me',
    summary: 'Where one is signed in, newest first.',
    who: 'signed-in',
    reply: { kind: 'record', schema: z.object({ sessions: z.array(session).readonly() }) },
  },
  {
    id: 'end-my-session',
    method: 'DELETE',
    path: '/api/me/sessions/{session}',
    tag: 'Me',
    summary: 'Ends one of one’s own sessions.',
    who: 'signed-in',
    params: z.strictObject({ session: z.string().min(1).max(100) }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'end-my-other-sessions',
    method: 'DELETE',
    path: '/api/me/sessions',
    tag: 'Me',
    summary: 'Ends all of one’s own sessions but this one.',
    who: 'signed-in',
    reply: { kind: 'nothing' },
  },
  {
    id: 'change-my-password',
    method: 'PUT',
    path: '/api/me/password',
    tag: 'Me',
    summary: 'Changes one’s own password by the one that holds; every other session ends.',
    who: 'signed-in',
    pace: 'sign-in',
    body: z.strictObject({ former: z.string().min(1).max(1000), password: z.string().min(1).max(1000) }),
    reply: { kind: 'nothing' },
  },
] as const satisfies readonly Operation[];
