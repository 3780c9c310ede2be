import { changePassword } from '#app/actions/accounts/come-by-link.ts';
import { endOtherSessions, endOwnSession } from '#app/actions/signing-in/end-sessions.ts';
import { ownSessions } from '#app/questions/accounts/own-sessions.ts';
import type { KnownCaller } from '#app/questions/accounts/caller.ts';
import { RIGHTS, TOPICS, type Topic } from '#core/policy/roles.ts';
import { mayDo, sightOf } from '#core/policy/sight-of.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { Caller } from '#server/team/door/caller.ts';
import type { AccountsOrder } from './signing-in-handlers.ts';

type Me = 'who-am-i' | 'list-my-sessions' | 'end-my-session' | 'end-my-other-sessions' | 'change-my-password';

export function meHandlers({ database, now }: AccountsOrder): Pick<Handlers, Me> {
  return {
    'who-am-i': async ({ caller }) => whoIs(theSignedIn(caller), caller.viewer),
    'list-my-sessions': async ({ caller }) => ({ sessions: await ownSessions(database, theSignedIn(caller), now()) }),
    'end-my-session': async ({ caller, params }) => void (await endOwnSession(database, theSignedIn(caller).accountId, params.session)),
    'end-my-other-sessions': async ({ caller }) => await endOtherSessions(database, theSignedIn(caller)),
    'change-my-password': async ({ caller, body, address, headers, session }) => {
      const { accountId } = theSignedIn(caller);
      const knock = { browser: String(headers['user-agent'] ?? ''), formerSecret: session.token, now: now() };
      const { secret } = await changePassword(database, { accountId, ...body, address, ...knock });
      session.give(secret);
    },
  };
}

/** Rows of this table are for people who signed in; the door saw to that. */
function theSignedIn({ signedIn }: Caller): KnownCaller {
  if (signedIn === null) throw refusal('not-signed-in', {});
  return signedIn;
}

function whoIs({ accountId, kind, name, email, mode, grants }: KnownCaller, viewer: Viewer) {
  const anywhere: Viewer = { ...viewer, grants: grants.map(({ role }) => ({ role })) };
  return {
    accountId,
    kind,
    name,
    email,
    mode,
    roles: grants,
    sees: (Object.keys(TOPICS) as Topic[]).filter((topic) => sightOf(anywhere, topic) !== 'nothing'),
    may: RIGHTS.filter((right) => mayDo(anywhere, right)),
  };
}
