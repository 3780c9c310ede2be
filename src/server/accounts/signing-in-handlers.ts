import { comeByLink } from '#app/actions/accounts/come-by-link.ts';
import { signOut } from '#app/actions/signing-in/end-sessions.ts';
import { becomeFirstAdministrator } from '#app/actions/accounts/first-administrator.ts';
import { signIn } from '#app/actions/signing-in/sign-in.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { lookAtLink } from '#app/questions/accounts/look-at-link.ts';
import type { Handlers } from '#server/team/door/call.ts';
import { given, knockOf } from './knocking.ts';

export interface AccountsOrder {
  readonly database: TeamDatabase;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

type SigningIn = 'sign-in' | 'sign-out' | 'look-at-link' | 'use-link' | 'become-first-administrator';

export function signingInHandlers({ database, now }: AccountsOrder): Pick<Handlers, SigningIn> {
  return {
    'sign-in': async (call) => given(call, await signIn(database, { ...call.body, address: call.address, ...knockOf(call, now()) })),
    'sign-out': async ({ session }) => {
      if (session.token !== undefined) await signOut(database, session.token);
      session.give(null);
    },
    'look-at-link': async ({ body }) => await lookAtLink(database, body.link, now()),
    'use-link': async (call) => given(call, await comeByLink(database, { ...call.body, ...knockOf(call, now()) })),
    'become-first-administrator': async (call) =>
      given(call, await becomeFirstAdministrator(database, { ...call.body, ...knockOf(call, now()) })),
  };
}
