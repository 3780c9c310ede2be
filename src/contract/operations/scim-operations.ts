import { z } from 'zod';
import type { Operation } from './operation.ts';

/** Names that RFC 7643 and RFC 7644 give. */
export const SCIM = {
  person: 'urn:ietf:params:scim:schemas:core:2.0:User',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  problem: 'urn:ietf:params:scim:api:messages:2.0:Error',
  provider: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  type: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
} as const;

const TYPE = 'application/scim+json';
const text = z.string().max(1000);
/** Directories write truth as a word, too. */
const truth = z.union([z.boolean(), z.stringbool()]);

const scimPerson = z.object({
  schemas: z.array(z.string()),
  id: z.string(),
  externalId: z.string().optional(),
  userName: z.string(),
  displayName: z.string(),
  name: z.object({ formatted: z.string() }),
  active: z.boolean(),
  emails: z.array(z.object({ value: z.string(), primary: z.boolean() })),
  meta: z.object({ resourceType: z.literal('User'), created: z.string(), location: z.string() }),
});

/** What a directory says of somebody; what else it says is not kept. */
export const saidPerson = z.looseObject({
  userName: text,
  externalId: text.optional(),
  displayName: text.optional(),
  name: z.looseObject({ formatted: text.optional(), givenName: text.optional(), familyName: text.optional() }).optional(),
  active: truth.default(true),
});

const saidChange = z.looseObject({
  Operations: z
    .array(z.looseObject({ op: text.transform((word) => word.toLowerCase()), path: text.optional(), value: z.unknown().optional() }))
    .min(1)
    .max(100),
});

const params = z.strictObject({ id: z.string().min(1).max(100) });
const record = { kind: 'record', schema: scimPerson, type: TYPE } as const;
const facts = { kind: 'record', schema: z.looseObject({ schemas: z.array(z.string()) }), type: TYPE } as const;

/** SCIM 2.0, for a directory that says who belongs to the organisation: with a token of a service, and nothing else. */
export const SCIM_OPERATIONS = [
  {
    id: 'scim-provider',
    method: 'GET',
    path: '/scim/v2/ServiceProviderConfig',
    tag: 'SCIM',
    summary: 'Which parts of SCIM 2.0 are understood.',
    who: 'service',
    scope: 'scim',
    reply: facts,
  },
  {
    id: 'scim-types',
    method: 'GET',
    path: '/scim/v2/ResourceTypes',
    tag: 'SCIM',
    summary: 'Which resources there are: people.',
    who: 'service',
    scope: 'scim',
    reply: facts,
  },
  {
    id: 'scim-list',
    method: 'GET',
    path: '/scim/v2/Users',
    tag: 'SCIM',
    summary: 'Everybody by name, or the one that a filter names: userName eq "…" or externalId eq "…".',
    who: 'service',
    scope: 'scim',
    query: z.looseObject({
      filter: text.optional(),
      startIndex: z.coerce.number().int().default(1),
      count: z.coerce.number().int().default(100),
    }),
    reply: {
      kind: 'record',
      schema: z.object({
        schemas: z.array(z.string()),
        totalResults: z.number(),
        startIndex: z.number(),
        itemsPerPage: z.number(),
        Resources: z.array(scimPerson),
      }),
      type: TYPE,
    },
  },
  {
    id: 'scim-create',
    method: 'POST',
    path: '/scim/v2/Users',
    tag: 'SCIM',
    summary: 'Brings somebody: a member, who comes in through the provider or by a link.',
    who: 'service',
    scope: 'scim',
    body: saidPerson,
    reply: record,
    status: 201,
  },
  {
    id: 'scim-get',
    method: 'GET',
    path: '/scim/v2/Users/{id}',
    tag: 'SCIM',
    summary: 'One of them.',
    who: 'service',
    scope: 'scim',
    params,
    reply: record,
  },
  {
    id: 'scim-replace',
    method: 'PUT',
    path: '/scim/v2/Users/{id}',
    tag: 'SCIM',
    summary: 'Says anew who they are, and whether they are still here.',
    who: 'service',
    scope: 'scim',
    params,
    body: saidPerson,
    reply: record,
  },
  {
    id: 'scim-patch',
    method: 'PATCH',
    path: '/scim/v2/Users/{id}',
    tag: 'SCIM',
    summary: 'Changes what is said of them; `active: false` deactivates, from this moment on.',
    who: 'service',
    scope: 'scim',
    params,
    body: saidChange,
    reply: record,
  },
  {
    id: 'scim-delete',
    method: 'DELETE',
    path: '/scim/v2/Users/{id}',
    tag: 'SCIM',
    summary: 'Deactivates them: the account stays on record, and opens nothing.',
    who: 'service',
    scope: 'scim',
    params,
    reply: { kind: 'nothing' },
  },
] as const satisfies readonly Operation[];
