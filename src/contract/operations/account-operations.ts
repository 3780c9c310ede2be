import { z } from 'zod';
import { nameText } from '#contract/name-text.ts';
import type { Operation } from './operation.ts';

const accountParams = z.strictObject({ account: z.string().min(1).max(100) });
const role = z.string().min(1).max(40);
const madeLink = z.object({ accountId: z.string(), link: z.string(), expiresAt: z.number() });

const grant = z.object({ id: z.string(), role: z.string(), team: z.string().nullable(), area: z.string().nullable(), since: z.number() });
const account = z.object({
  id: z.string(),
  kind: z.enum(['person', 'service']),
  name: z.string(),
  email: z.string().nullable(),
  state: z.enum(['active', 'deactivated']),
  deactivatedAt: z.number().nullable(),
  roles: z.array(grant).readonly(),
});

/** Who may come in, and in which roles: administration, and nothing about anybody's work. */
export const ACCOUNT_OPERATIONS = [
  {
    id: 'list-accounts',
    method: 'GET',
    path: '/api/accounts',
    tag: 'People',
    summary: 'Every account by name, with its roles, and whether a second administrator is missing.',
    who: { may: 'configure' },
    reply: {
      kind: 'record',
      schema: z.object({ accounts: z.array(account).readonly(), secondAdministratorMissing: z.boolean(), sentence: z.string() }),
    },
  },
  {
    id: 'invite',
    method: 'POST',
    path: '/api/accounts',
    tag: 'People',
    summary: 'Makes an account and the one-time link by which its person comes in; the link is told once.',
    who: { may: 'configure' },
    body: z.strictObject({ email: z.string().min(1).max(320), name: nameText, roles: z.array(role).max(10).default([]) }),
    reply: { kind: 'record', schema: madeLink },
    status: 201,
  },
  {
    id: 'reset-password',
    method: 'POST',
    path: '/api/accounts/{account}/reset',
    tag: 'People',
    summary: 'A one-time link that sets a new password; what was set before holds until it is used.',
    who: { may: 'configure' },
    params: accountParams,
    reply: { kind: 'record', schema: madeLink },
    status: 201,
  },
  {
    id: 'give-role',
    method: 'POST',
    path: '/api/accounts/{account}/roles',
    tag: 'People',
    summary: 'Gives a role: everywhere, for one team, or for one area.',
    who: { may: 'configure' },
    params: accountParams,
    body: z.strictObject({ role, team: z.string().max(100).optional(), area: z.string().max(1000).optional() }),
    reply: { kind: 'record', schema: z.object({ id: z.string() }) },
    status: 201,
  },
  {
    id: 'take-role',
    method: 'DELETE',
    path: '/api/accounts/{account}/roles/{grant}',
    tag: 'People',
    summary: 'Ends a role, unless that would leave nobody who administers.',
    who: { may: 'configure' },
    params: accountParams.extend({ grant: z.string().min(1).max(100) }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'deactivate-account',
    method: 'POST',
    path: '/api/accounts/{account}/deactivate',
    tag: 'People',
    summary: 'Nobody comes in with this account any more; to the engine its person is away for good.',
    who: { may: 'configure' },
    params: accountParams,
    reply: { kind: 'nothing' },
  },
  {
    id: 'reactivate-account',
    method: 'POST',
    path: '/api/accounts/{account}/reactivate',
    tag: 'People',
    summary: 'They are back, as a member; other roles are given anew.',
    who: { may: 'configure' },
    params: accountParams,
    reply: { kind: 'nothing' },
  },
] as const satisfies readonly Operation[];
