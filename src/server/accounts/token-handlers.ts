import { makeService, makeToken, takeToken } from '#app/actions/signing-in/make-token.ts';
import { tokensSeen } from '#app/questions/accounts/own-keys.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { TOKEN_OPERATIONS } from '#contract/operations/token-operations.ts';
import type { Handlers } from '#server/team/door/call.ts';
import { sessionOnly, theSignedIn } from './knocking.ts';
import type { AccountsOrder } from './signing-in-handlers.ts';

type Tokens = (typeof TOKEN_OPERATIONS)[number]['id'];

export function tokenHandlers({ database, now }: AccountsOrder): Pick<Handlers, Tokens> {
  return {
    'list-my-tokens': async (call) => {
      const { accountId, kind } = theSignedIn(call);
      return { tokens: await tokensSeen(database, accountId, kind) };
    },
    'make-my-token': async (call) => {
      const { accountId } = sessionOnly(call);
      return await makeToken(database, { ...call.body, account: accountId, by: accountId, now: now() });
    },
    'take-my-token': async (call) => await takeToken(database, { account: theSignedIn(call).accountId, id: call.params.token, now: now() }),
    'make-service': async (call) => ({
      accountId: await makeService(database, { ...call.body, by: theSignedIn(call).accountId, now: now() }),
    }),
    'list-service-tokens': async ({ params }) => ({ tokens: await tokensSeen(database, params.account, 'service') }),
    'make-service-token': async (call) => {
      const by = sessionOnly(call).accountId;
      await tokensSeen(database, call.params.account, 'service');
      return await makeToken(database, { ...call.params, ...call.body, by, now: now() });
    },
    'take-service-token': async ({ params }) => {
      const own = await tokensSeen(database, params.account, 'service');
      if (own.every(({ id }) => id !== params.token)) throw refusal('not-there', {});
      await takeToken(database, { account: params.account, id: params.token, now: now() });
    },
  };
}
