import { bringPerson, followPerson } from '#app/actions/people/follow-directory.ts';
import { directoryPeople, directoryPerson } from '#app/questions/people/directory-people.ts';
import { refusal } from '#core/terms/refusals.ts';
import { SCIM, type SCIM_OPERATIONS } from '#contract/operations/scim-operations.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { AccountHandlersOrder } from './account-handlers.ts';
import { type Knocking, originAsked, theSignedIn } from './knocking.ts';
import { changesOf, saidOf, scimFilter, scimPerson } from './scim-words.ts';

type Scim = (typeof SCIM_OPERATIONS)[number]['id'];

/** People at once; a directory that asks for more gets pages. */
const MOST = 200;

export function scimHandlers({ database, now, origin }: AccountHandlersOrder): Pick<Handlers, Scim> {
  const doing = (call: Pick<Knocking, 'caller'>) => ({ by: theSignedIn(call).accountId, now: now() });
  const shown = async (call: Knocking, id: string) => {
    const person = await directoryPerson(database, id);
    if (person === undefined) throw refusal('account-unknown', { account: id });
    return scimPerson(person, originAsked(call, origin()));
  };
  return {
    'scim-provider': async () => PROVIDER,
    'scim-types': async () => TYPES,
    'scim-list': async (call) => {
      const found = await directoryPeople(database, scimFilter(call.query.filter));
      const from = Math.max(1, call.query.startIndex);
      const page = found.slice(from - 1, from - 1 + Math.min(MOST, Math.max(0, call.query.count)));
      const Resources = page.map((person) => scimPerson(person, originAsked(call, origin())));
      return { schemas: [SCIM.list], totalResults: found.length, startIndex: from, itemsPerPage: page.length, Resources };
    },
    'scim-create': async (call) => await shown(call, await bringPerson(database, { ...saidOf(call.body), ...doing(call) })),
    'scim-get': async (call) => await shown(call, call.params.id),
    'scim-replace': async (call) => {
      await followPerson(database, call.params.id, { ...saidOf(call.body), ...doing(call) });
      return await shown(call, call.params.id);
    },
    'scim-patch': async (call) => {
      await followPerson(database, call.params.id, { ...changesOf(call.body.Operations), ...doing(call) });
      return await shown(call, call.params.id);
    },
    'scim-delete': async (call) => await followPerson(database, call.params.id, { active: false, ...doing(call) }),
  };
}

const NO = { supported: false };

const PROVIDER = {
  schemas: [SCIM.provider],
  patch: { supported: true },
  bulk: { ...NO, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST },
  changePassword: NO,
  sort: NO,
  etag: NO,
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Token of a service',
      description: 'A token with the scope scim, made under People by an administrator.',
    },
  ],
};

const TYPES = {
  schemas: [SCIM.list],
  totalResults: 1,
  startIndex: 1,
  itemsPerPage: 1,
  Resources: [{ schemas: [SCIM.type], id: 'User', name: 'User', endpoint: '/Users', schema: SCIM.person }],
};
