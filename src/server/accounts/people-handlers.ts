import { endTeam, joinTeam, leaveTeam, makeTeam } from '#app/actions/people/change-teams.ts';
import { claimSpelling, sayOfSpelling } from '#app/actions/people/claim-spelling.ts';
import { proposeMerge, sayOfProposal } from '#app/actions/people/propose-merge.ts';
import { ownBelongings } from '#app/questions/accounts/own-keys.ts';
import { teamsSeen } from '#app/questions/people/teams-seen.ts';
import { claimsSeen } from '#app/questions/people/claims-seen.ts';
import { mergesSeen } from '#app/questions/people/merges-seen.ts';
import { mayDo } from '#core/policy/sight-of.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { TEAM_OPERATIONS } from '#contract/operations/people/team-operations.ts';
import type { Handlers } from '#server/team/door/call.ts';
import { type Knocking, theSignedIn } from './knocking.ts';
import type { AccountsOrder } from './signing-in-handlers.ts';

type People = (typeof TEAM_OPERATIONS)[number]['id'];

export function peopleHandlers({ database, now }: AccountsOrder): Pick<Handlers, People> {
  const doing = (call: Pick<Knocking, 'caller'>) => ({ by: theSignedIn(call).accountId, now: now() });
  return {
    'list-teams': async () => ({ teams: await teamsSeen(database) }),
    'make-team': async (call) => ({ id: await makeTeam(database, { ...call.body, ...doing(call) }) }),
    'end-team': async ({ params }) => await endTeam(database, params.team, now()),
    'join-team': async (call) => await joinTeam(database, { ...call.params, ...doing(call) }),
    'leave-team': async (call) => await leaveTeam(database, { ...call.params, ...doing(call) }),
    'my-belongings': async (call) => await ownBelongings(database, theSignedIn(call).accountId, now()),
    'claim-spelling': async (call) => await claimSpelling(database, { ...call.body, account: theSignedIn(call).accountId, now: now() }),
    'list-claims': async (call) => ({ claims: await claimsSeen(database, { by: theSignedIn(call).accountId }) }),
    'see-claim': async (call) => {
      const [claim] = await claimsSeen(database, { by: theSignedIn(call).accountId, id: call.params.claim });
      if (claim === undefined) throw refusal('claim-unknown', {});
      return claim;
    },
    'say-of-claim': async (call) => await sayOfSpelling(database, { ...call.params, ...call.body, ...doing(call) }),
    'list-merges': async (call) => {
      const viewer = { account: theSignedIn(call).accountId, all: mayDo(call.caller.viewer, 'configure') };
      return { merges: await mergesSeen(database, viewer) };
    },
    'propose-merge': async (call) => ({ id: await proposeMerge(database, { ...call.body, ...doing(call) }) }),
    'say-of-merge': async (call) => await sayOfProposal(database, { ...call.params, ...call.body, ...doing(call) }),
  };
}
