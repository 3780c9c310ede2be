import { mayDo, sightOf, somewhere } from '#core/policy/sight-of.ts';
import { type Operation, scopeOf } from '#contract/operations/operation.ts';
import type { Caller } from './caller.ts';

/** Why somebody is not let in; `null` where they are. */
export type TurnedAway = null | { readonly status: 401 | 403; readonly code: string; readonly message: string; readonly remedy: string };

/** Whether this caller may call this operation at all, from what is known before the request is read. */
export function turnedAway(operation: Operation, caller: Caller): TurnedAway {
  const { who } = operation;
  if (who === 'anyone') return null;
  if (caller.accountId === null) return NOT_SIGNED_IN;
  const scope = scopeOf(operation);
  if (caller.scopes !== null && !caller.scopes.includes(scope)) return outOfScope(scope);
  if (who === 'signed-in') return null;
  if (who === 'service') return caller.signedIn?.kind === 'service' ? null : NOT_YOURS;
  // A grant for some areas or teams lets its holder knock; whether it covers what is asked is decided with the input.
  const viewer = somewhere(caller.viewer);
  const holds = 'may' in who ? mayDo(viewer, who.may) : sightOf(viewer, who.sees) !== 'nothing';
  return holds ? null : NOT_YOURS;
}

const NOT_SIGNED_IN = {
  status: 401,
  code: 'not-signed-in',
  message: 'This is only for people who have signed in.',
  remedy: 'Sign in, or send a token: `Authorization: Bearer TOKEN`.',
} as const;

const NOT_YOURS = {
  status: 403,
  code: 'not-yours',
  message: 'None of your roles lets you do this.',
  remedy: 'An administrator gives roles; docs/guide/privacy.md says what each of them sees and may do.',
} as const;

function outOfScope(scope: string): TurnedAway {
  return {
    status: 403,
    code: 'out-of-scope',
    message: `This token was not made for this: it lacks the scope "${scope}".`,
    remedy: 'Make another token with that scope, under Settings.',
  };
}
