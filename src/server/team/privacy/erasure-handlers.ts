import { askToBeErased, eraseAsAsked } from '#app/actions/privacy/erase-as-asked.ts';
import { erasuresAsked, ownErasureAsked } from '#app/questions/privacy/erasures-asked.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { PrivacyOrder } from './privacy-handlers.ts';

type ErasureHandlers = Pick<Handlers, 'ask-to-be-erased' | 'read-own-erasure' | 'list-erasures' | 'confirm-erasure'>;

export function erasureHandlers({ database, now }: Pick<PrivacyOrder, 'database' | 'now'>): ErasureHandlers {
  return {
    'ask-to-be-erased': async ({ caller }) => {
      const own = caller.signedIn?.email;
      const addresses = [
        ...caller.ownWords.filter((word) => !word.includes('<') && word.includes('@')),
        ...(typeof own === 'string' ? [own] : []),
      ];
      await askToBeErased(database, { account: caller.accountId!, addresses, now: now() });
    },
    'read-own-erasure': async ({ caller }) => {
      const asked = await ownErasureAsked(database, caller.accountId!);
      return { askedAt: asked === null ? null : new Date(asked).toISOString() };
    },
    'list-erasures': async () => ({
      erasures: (await erasuresAsked(database)).map((one) => ({ ...one, askedAt: new Date(one.askedAt).toISOString() })),
    }),
    'confirm-erasure': async ({ caller, params }) =>
      await eraseAsAsked(database, { id: params.erasure, by: caller.accountId!, now: now() }),
  };
}
