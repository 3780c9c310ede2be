import { z } from 'zod';
import { nameText } from '#contract/name-text.ts';
import type { Operation } from './operation.ts';

const ceremony = z.string().min(20).max(200);
const signedIn = z.object({ accountId: z.string() });

/** What an authenticator says; the library that verifies it reads the rest. */
const authenticated = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().min(1).max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
  clientExtensionResults: z.looseObject({}),
});
const begun = z.object({ ceremony: z.string(), options: z.looseObject({ challenge: z.string() }) });
const ownPasskey = z.object({ id: z.string(), name: z.string(), madeAt: z.number(), usedAt: z.number().nullable() });

/** What a provider sends back with the browser; it may say more. */
const providerWords = z.looseObject({
  state: z.string().max(2000).optional(),
  code: z.string().max(4000).optional(),
  error: z.string().max(2000).optional(),
});

/** Ways in beside the password: passkeys, and a provider of OpenID Connect. */
export const WAY_IN_OPERATIONS = [
  {
    id: 'ways-in',
    method: 'GET',
    path: '/api/session/ways',
    tag: 'Signing in',
    summary: 'Which ways in there are.',
    who: 'anyone',
    reply: { kind: 'record', schema: z.object({ password: z.boolean(), passkey: z.boolean(), provider: z.boolean() }) },
  },
  {
    id: 'begin-passkey-sign-in',
    method: 'POST',
    path: '/api/session/passkey/begin',
    tag: 'Signing in',
    summary: 'Begins a sign-in with a passkey: what the browser hands to the authenticator. The same for everybody.',
    who: 'anyone',
    pace: 'sign-in',
    reply: { kind: 'record', schema: begun },
  },
  {
    id: 'sign-in-with-passkey',
    method: 'POST',
    path: '/api/session/passkey',
    tag: 'Signing in',
    summary: 'Ends a sign-in with a passkey; the session travels as a cookie.',
    who: 'anyone',
    pace: 'sign-in',
    body: z.strictObject({ ceremony, response: authenticated }),
    reply: { kind: 'record', schema: signedIn },
  },
  {
    id: 'begin-provider-sign-in',
    method: 'GET',
    path: '/api/session/provider',
    tag: 'Signing in',
    summary: 'Sends the browser to the provider of OpenID Connect.',
    who: 'anyone',
    pace: 'sign-in',
    reply: { kind: 'redirect' },
  },
  {
    id: 'end-provider-sign-in',
    method: 'GET',
    path: '/api/session/provider/back',
    tag: 'Signing in',
    summary: 'Where the provider sends the browser back to.',
    who: 'anyone',
    pace: 'sign-in',
    query: providerWords,
    reply: { kind: 'redirect' },
  },
  {
    id: 'list-my-passkeys',
    method: 'GET',
    path: '/api/me/passkeys',
    tag: 'Me',
    summary: 'One’s own passkeys, oldest first.',
    who: 'signed-in',
    reply: { kind: 'record', schema: z.object({ passkeys: z.array(ownPasskey) }) },
  },
  {
    id: 'begin-my-passkey',
    method: 'POST',
    path: '/api/me/passkeys/begin',
    tag: 'Me',
    summary: 'Begins adding a passkey: what the browser hands to the authenticator. Only from a session.',
    who: 'signed-in',
    reply: { kind: 'record', schema: begun },
  },
  {
    id: 'add-my-passkey',
    method: 'POST',
    path: '/api/me/passkeys',
    tag: 'Me',
    summary: 'Ends adding a passkey. Only from a session.',
    who: 'signed-in',
    body: z.strictObject({ ceremony, name: nameText, response: authenticated }),
    reply: { kind: 'record', schema: z.object({ id: z.string() }) },
    status: 201,
  },
  {
    id: 'remove-my-passkey',
    method: 'DELETE',
    path: '/api/me/passkeys/{passkey}',
    tag: 'Me',
    summary: 'Removes one of one’s own passkeys. Only from a session.',
    who: 'signed-in',
    params: z.strictObject({ passkey: z.string().min(1).max(2000) }),
    reply: { kind: 'nothing' },
  },
] as const satisfies readonly Operation[];
