import type { Knock, OpenedSession } from '#app/actions/signing-in/open-session.ts';
import type { PasskeySite } from '#app/actions/signing-in/passkeys.ts';
import type { KnownCaller } from '#app/questions/accounts/caller.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { OperationId } from '#contract/operations.ts';
import type { Call } from '#server/team/door/call.ts';

export type Knocking = Pick<Call<OperationId>, 'caller' | 'headers' | 'session'>;

/** What is known of whoever wants a session. */
export function knockOf({ headers, session }: Knocking, now: number): Knock {
  return { browser: String(headers['user-agent'] ?? ''), formerSecret: session.token, now };
}

/** The session goes into a cookie; who it is, into the reply. */
export function given({ session }: Knocking, { secret, accountId }: OpenedSession): { readonly accountId: string } {
  session.give(secret);
  return { accountId };
}

/** Under which of our names this request came. The door has held the Host against all of them already. */
export function originAsked({ headers }: Knocking, origin: string): string {
  const host = String(headers['host']).toLowerCase();
  const own = new URL(origin);
  return own.host === host ? own.origin : `${own.protocol}//${host}`;
}

export function siteAsked(call: Knocking, origin: string): PasskeySite {
  const asked = originAsked(call, origin);
  return { host: new URL(asked).hostname, origins: [asked] };
}

/** Whoever has signed in, for what concerns their own account. */
export function theSignedIn({ caller: { signedIn } }: Pick<Knocking, 'caller'>): KnownCaller {
  if (signedIn === null) throw refusal('not-signed-in', {});
  return signedIn;
}

/** For what would let a stolen token make itself at home: another token, a passkey. */
export function sessionOnly(call: Pick<Knocking, 'caller'>): KnownCaller {
  const signedIn = theSignedIn(call);
  if (signedIn.how !== 'session') throw refusal('session-needed', {});
  return signedIn;
}
