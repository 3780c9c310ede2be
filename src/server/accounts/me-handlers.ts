import { changePassword } from '#app/actions/accounts/come-by-link.ts';
import { endOtherSessions, endOwnSession } from '#app/actions/signing-in/end-sessions.ts';
import { ownSessions } from '#app/questions/accounts/own-sessions.ts';
import type { KnownCaller } from '#app/questions/accounts/caller.ts';
import { RIGHTS, TOPICS, type Topic } from '#core/policy/roles.ts';
import { mayDo, sightOf, somewhere } from '#core/policy/sight-of.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Handlers } from '#server/team/door/call.ts';
import { given, knockOf, theSignedIn } from './knocking.ts';
import type { AccountsOrder } from './signing-in-handlers.ts';

type Me = 'who-am-i' | 'list-my-sessions' | 'end-my-session' | 'end-my-other-sessions' | 'change-my-password';

export function meHandlers({ database, now }: AccountsOrder): Pick<Handlers, Me> {
  return {
    'who-am-i': async (call) => whoIs(theSignedIn(call), call.caller.viewer),
    'list-my-sessions': async (call) => ({ sessions: await ownSessions(database, theSignedIn(call), now()) }),
    'end-my-session': async (call) => void (await endOwnSession(database, theSignedIn(call).accountId, call.params.session)),
    'end-my-other-sessions': async (call) => await endOtherSessions(database, theSignedIn(call)),
    'change-my-password': async (call) => {
      const { accountId } = theSignedIn(call);
      given(call, await changePassword(database, { accountId, ...call.body, address: call.address, ...knockOf(call, now()) }));
    },
  };
}

function whoIs({ accountId, kind, name, email, mode, grants }: KnownCaller, viewer: Viewer) {
  const own = somewhere(viewer);
  return {
    accountId,
    kind,
    name,
    email,
    mode,
    roles: grants,
    sees: (Object.keys(TOPICS) as Topic[]).filter((topic) => sightOf(own, topic) !== 'nothing'),
    may: RIGHTS.filter((right) => mayDo(own, right)),
  };
}
