import { deactivateAccount, endGrant, grantRole, reactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { invite, linkToReset, type MadeLink } from '#app/actions/accounts/invite.ts';
import { accountsSeen } from '#app/questions/accounts/accounts-seen.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { AccountsOrder } from './signing-in-handlers.ts';

type Accounts = 'list-accounts' | 'invite' | 'reset-password' | 'give-role' | 'take-role' | 'deactivate-account' | 'reactivate-account';

export interface AccountHandlersOrder extends AccountsOrder {
  /** How people reach this server: links begin with it. */
  readonly origin: () => string;
}

/** Who may call these was seen to by the door; what would lock everybody out is refused behind it. */
export function accountHandlers({ database, now, origin }: AccountHandlersOrder): Pick<Handlers, Accounts> {
  return {
    'list-accounts': async () => await accountsSeen(database),
    invite: async ({ caller, body }) => told(await invite(database, { ...body, by: caller.accountId, now: now() }), origin()),
    'reset-password': async ({ caller, params }) =>
      told(await linkToReset(database, { account: params.account, by: caller.accountId, now: now() }), origin()),
    'give-role': async ({ caller, params, body }) => ({
      id: await grantRole(database, { account: params.account, ...body, by: caller.accountId, now: now() }),
    }),
    'take-role': async ({ caller, params }) =>
      void (await endGrant(database, { id: params.grant, account: params.account, by: caller.accountId!, now: now() })),
    'deactivate-account': async ({ caller, params }) =>
      await deactivateAccount(database, { account: params.account, how: 'administrator', by: caller.accountId, now: now() }),
    'reactivate-account': async ({ caller, params }) =>
      await reactivateAccount(database, { account: params.account, by: caller.accountId, now: now() }),
  };
}

/** The secret stands behind `#`, which browsers keep to themselves: it reaches no log on the way. */
export function linkAddress(origin: string, secret: string): string {
  return `${origin}/welcome#${secret}`;
}

function told({ accountId, secret, expiresAt }: MadeLink, origin: string) {
  return { accountId, link: linkAddress(origin, secret), expiresAt };
}
