import { z } from 'zod';
import { nameText } from '#contract/name-text.ts';
import { SCOPES, type Operation } from './operation.ts';

const id = z.string().min(1).max(100);
const token = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first signs. */
  shown: z.string(),
  scopes: z.array(z.string()).readonly(),
  madeAt: z.number(),
  expiresAt: z.number(),
  usedAt: z.number().nullable(),
});
const tokens = z.object({ tokens: z.array(token) });
const wish = z.strictObject({
  name: nameText,
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  days: z.int().min(1).max(366).default(90),
});
/** Told once, and kept nowhere. */
const made = z.object({ id: z.string(), token: z.string(), expiresAt: z.number() });
const configure = { may: 'configure' } as const;

/** Tokens for scripts: of people, made by themselves, and of services, made by administrators. */
export const TOKEN_OPERATIONS = [
  {
    id: 'list-my-tokens',
    method: 'GET',
    path: '/api/me/tokens',
    tag: 'Me',
    summary: 'One’s own tokens, newest first; never the tokens themselves.',
    who: 'signed-in',
    reply: { kind: 'record', schema: tokens },
  },
  {
    id: 'make-my-token',
    method: 'POST',
    path: '/api/me/tokens',
    tag: 'Me',
    summary: 'Makes a token for oneself; it is told once. Only from a session.',
    who: 'signed-in',
    body: wish,
    reply: { kind: 'record', schema: made },
    status: 201,
  },
  {
    id: 'take-my-token',
    method: 'DELETE',
    path: '/api/me/tokens/{token}',
    tag: 'Me',
    summary: 'Takes one of one’s own tokens back.',
    who: 'signed-in',
    params: z.strictObject({ token: id }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'make-service',
    method: 'POST',
    path: '/api/services',
    tag: 'People',
    summary: 'Makes an account for a service: it reads as an agent does, or brings accounts as a directory does.',
    who: configure,
    body: z.strictObject({ name: nameText }),
    reply: { kind: 'record', schema: z.object({ accountId: z.string() }) },
    status: 201,
  },
  {
    id: 'list-service-tokens',
    method: 'GET',
    path: '/api/services/{account}/tokens',
    tag: 'People',
    summary: 'Tokens of a service, newest first; never the tokens themselves.',
    who: configure,
    params: z.strictObject({ account: id }),
    reply: { kind: 'record', schema: tokens },
  },
  {
    id: 'make-service-token',
    method: 'POST',
    path: '/api/services/{account}/tokens',
    tag: 'People',
    summary: 'Makes a token for a service; it is told once. Only from a session.',
    who: configure,
    params: z.strictObject({ account: id }),
    body: wish,
    reply: { kind: 'record', schema: made },
    status: 201,
  },
  {
    id: 'take-service-token',
    method: 'DELETE',
    path: '/api/services/{account}/tokens/{token}',
    tag: 'People',
    summary: 'Takes a token of a service back.',
    who: configure,
    params: z.strictObject({ account: id, token: id }),
    reply: { kind: 'nothing' },
  },
] as const satisfies readonly Operation[];
