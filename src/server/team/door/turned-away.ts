import { mayDo, sightOf, somewhere } from '#core/policy/sight-of.ts';
import type { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { type Operation, scopeOf } from '#contract/operations/operation.ts';
import type { Caller } from './caller.ts';

/** Why somebody is not let in; `null` where they are. */
export type TurnedAway = null | { readonly status: 401 | 403; readonly why: Refusal };

/** Whether this caller may call this operation at all, from what is known before the request is read. */
export function turnedAway(operation: Operation, caller: Caller): TurnedAway {
  const { who } = operation;
  if (who === 'anyone') return null;
  if (caller.accountId === null) return { status: 401, why: refusal('not-signed-in', {}) };
  const scope = scopeOf(operation);
  if (caller.scopes !== null && !caller.scopes.includes(scope)) return { status: 403, why: refusal('out-of-scope', { scope }) };
  if (who === 'signed-in') return null;
  if (who === 'service') return caller.signedIn?.kind === 'service' ? null : notYours();
  // A grant for some areas or teams lets its holder knock; whether it covers what is asked is decided with the input.
  const viewer = somewhere(caller.viewer);
  const holds = 'may' in who ? mayDo(viewer, who.may) : sightOf(viewer, who.sees) !== 'nothing';
  return holds ? null : notYours();
}

function notYours(): TurnedAway {
  return { status: 403, why: refusal('not-yours', {}) };
}
