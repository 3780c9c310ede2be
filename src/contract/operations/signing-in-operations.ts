import { z } from 'zod';
import { nameText } from '#contract/name-text.ts';
import type { Operation } from './operation.ts';

const link = z.string().min(1).max(200);
const password = z.string().min(1).max(1000);
const email = z.string().min(1).max(320);
const signedIn = z.object({ accountId: z.string() });

/** Coming in and going out. What proves who somebody is travels in bodies only: addresses end up in logs. */
export const SIGNING_IN_OPERATIONS = [
  {
    id: 'sign-in',
    method: 'POST',
    path: '/api/session',
    tag: 'Signing in',
    summary: 'Signs in with a password; the session travels as a cookie.',
    who: 'anyone',
    pace: 'sign-in',
    body: z.strictObject({ email, password }),
    reply: { kind: 'record', schema: signedIn },
  },
  {
    id: 'sign-out',
    method: 'DELETE',
    path: '/api/session',
    tag: 'Signing in',
    summary: 'Ends this session.',
    who: 'signed-in',
    reply: { kind: 'nothing' },
  },
  {
    id: 'look-at-link',
    method: 'POST',
    path: '/api/links/look',
    tag: 'Signing in',
    summary: 'What a one-time link would open, without using it.',
    who: 'anyone',
    pace: 'sign-in',
    body: z.strictObject({ link }),
    reply: {
      kind: 'record',
      schema: z.object({
        kind: z.enum(['first', 'invitation', 'reset']),
        email: z.string().nullable(),
        name: z.string().nullable(),
        expiresAt: z.number(),
      }),
    },
  },
  {
    id: 'use-link',
    method: 'POST',
    path: '/api/links/use',
    tag: 'Signing in',
    summary: 'Sets the password by an invitation or a reset, and signs in. Every earlier session ends.',
    who: 'anyone',
    pace: 'sign-in',
    body: z.strictObject({ link, password }),
    reply: { kind: 'record', schema: signedIn },
  },
  {
    id: 'become-first-administrator',
    method: 'POST',
    path: '/api/links/first',
    tag: 'Signing in',
    summary: 'Makes the first account by the link that the server printed, and signs in.',
    who: 'anyone',
    pace: 'sign-in',
    body: z.strictObject({ link, password, email, name: nameText }),
    reply: { kind: 'record', schema: signedIn },
  },
] as const satisfies readonly Operation[];
