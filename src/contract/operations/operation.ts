import type { z } from 'zod';
import type { Right, Topic } from '#core/policy/roles.ts';

/** Who may call: anyone at all; anyone signed in; services only; whoever holds a right; whoever sees figures of a topic. */
export type Who = 'anyone' | 'signed-in' | 'service' | { readonly may: Right } | { readonly sees: Topic };

/** What a token is let do. A session may do all that its person may. */
export const SCOPES = ['read', 'act', 'configure', 'scim'] as const;
export type Scope = (typeof SCOPES)[number];

/** How often one caller may ask: `usual`; `slow` for what takes seconds; `sign-in` for whatever proves who somebody is; `delivery` for what other services send. */
export type Pace = 'usual' | 'slow' | 'sign-in' | 'delivery';

/**
 * What comes back. `answer`: an envelope that policy let out, with rows of this shape where one is given. `record`: a value of the schema, and nothing that the schema
 * does not name. `events`: server-sent, for as long as the caller listens. `redirect`: the address to go on to.
 */
export type ReplyShape =
  | { readonly kind: 'answer'; readonly question: string; readonly row?: z.ZodObject }
  | { readonly kind: 'record'; readonly schema: z.ZodType; readonly type?: string }
  | { readonly kind: 'events'; readonly schema: z.ZodType }
  | { readonly kind: 'text'; readonly type: string }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'nothing' };

/** One thing that can be asked or done over HTTP: the door, its document and its tests are made from rows like this. */
export interface Operation {
  /** Kebab-case; the operationId of the document. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for parameters. */
  readonly path: `/${string}`;
  readonly tag: string;
  /** One sentence. */
  readonly summary: string;
  readonly who: Who;
  /** Default: `read` for GET, `configure` where that right is asked for, `act` for the rest. */
  readonly scope?: Scope;
  readonly pace?: Pace;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is bytes of any kind, as they came, and at most so many. */
  readonly raw?: number;
  readonly reply: ReplyShape;
  /** Default 200, 204 for nothing, 303 for a redirect. */
  readonly status?: number;
}

/** The scope that a token needs for an operation. */
export function scopeOf({ scope, method, who }: Operation): Scope {
  if (scope !== undefined) return scope;
  if (method === 'GET') return 'read';
  return typeof who === 'object' && 'may' in who && who.may === 'configure' ? 'configure' : 'act';
}
