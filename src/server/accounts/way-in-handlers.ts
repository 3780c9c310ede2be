import {
  addOwnPasskey,
  beginPasskey,
  beginPasskeySignIn,
  type NewPasskey,
  type PasskeySignIn,
  removeOwnPasskey,
  signInWithPasskey,
} from '#app/actions/signing-in/passkeys.ts';
import type { Provider } from '#app/actions/signing-in/provider-sign-in.ts';
import { ownPasskeys } from '#app/questions/accounts/own-keys.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { WAY_IN_OPERATIONS } from '#contract/operations/way-in-operations.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { AccountHandlersOrder } from './account-handlers.ts';
import { given, knockOf, originAsked, sessionOnly, siteAsked, theSignedIn } from './knocking.ts';

export interface WayInOrder extends AccountHandlersOrder {
  /** Where people may sign in instead; null where nobody set one up. */
  readonly provider: Provider | null;
}

type WaysIn = (typeof WAY_IN_OPERATIONS)[number]['id'];

const BACK = '/api/session/provider/back';

export function wayInHandlers(order: WayInOrder): Pick<Handlers, WaysIn> {
  const { database, now, origin, provider } = order;
  return {
    'ways-in': async () => ({ password: true, passkey: true, provider: provider !== null }),
    'begin-passkey-sign-in': async (call) => loose(await beginPasskeySignIn(database, { site: siteAsked(call, origin()), now: now() })),
    'sign-in-with-passkey': async (call) => {
      const said = call.body as unknown as Pick<PasskeySignIn, 'ceremony' | 'response'>;
      const site = siteAsked(call, origin());
      return given(call, await signInWithPasskey(database, { ...said, ...knockOf(call, now()), site }));
    },
    'begin-provider-sign-in': async (call) => {
      const { address, secret } = await setUp(provider).begin(database, originAsked(call, origin()) + BACK, now());
      call.session.give(secret);
      return address;
    },
    'end-provider-sign-in': async (call) => {
      const words = Object.entries(call.query).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
      const back = { ...knockOf(call, now()), secret: call.session.token ?? '', query: new URLSearchParams(words).toString() };
      given(call, await setUp(provider).finish(database, back));
      return '/';
    },
    'list-my-passkeys': async (call) => ({ passkeys: await ownPasskeys(database, theSignedIn(call).accountId) }),
    'begin-my-passkey': async (call) => {
      const { accountId } = sessionOnly(call);
      return loose(await beginPasskey(database, { account: accountId, site: siteAsked(call, origin()), now: now() }));
    },
    'add-my-passkey': async (call) => {
      const said = call.body as unknown as Pick<NewPasskey, 'ceremony' | 'name' | 'response'>;
      const { accountId } = sessionOnly(call);
      return { id: await addOwnPasskey(database, { ...said, account: accountId, site: siteAsked(call, origin()), now: now() }) };
    },
    'remove-my-passkey': async (call) => await removeOwnPasskey(database, sessionOnly(call).accountId, call.params.passkey),
  };
}

function setUp(provider: Provider | null): Provider {
  if (provider === null) throw refusal('provider-missing', {});
  return provider;
}

interface Begun {
  readonly ceremony: string;
  readonly options: { readonly challenge: string };
}

/** As a record with open fields: the browser takes all of the options. */
function loose({ ceremony, options }: Begun): {
  readonly ceremony: string;
  readonly options: { [field: string]: unknown; challenge: string };
} {
  return { ceremony, options: { ...options } };
}
