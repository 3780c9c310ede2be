import { ownData } from '#app/questions/privacy/own-data.ts';
import { throughToken } from '#server/team/door/caller.ts';
import type { Handlers } from '#server/team/door/call.ts';
import { said } from './finding-handlers.ts';
import { addressesOf, toldOpening } from './opening-handlers.ts';
import { page, type PrivacyOrder } from './privacy-handlers.ts';

/** Whoever asks is given everything that is kept about them; that they asked is on record before it leaves. */
export function ownDataHandlers({ database, log, now }: Pick<PrivacyOrder, 'database' | 'log' | 'now'>): Pick<Handlers, 'read-own-data'> {
  return {
    'read-own-data': async ({ caller }) => {
      const { viewer, ownWords } = caller;
      const account = caller.accountId!;
      return await log.around({ by: account, through: throughToken(caller), viewer, asked: { question: 'my-data' } }, async () => {
        const asked = { account, viewer, ownWords, addresses: addressesOf(caller), now: now() };
        const { findings, openings, accessLog, sources, ...own } = await ownData(database, asked);
        const acts = sources.map(({ source, spellings, months }) => ({ source, spellings: [...spellings], months: [...months] }));
        return { ...own, findings: findings.map(said), openings: openings.map(toldOpening), accessLog: page(accessLog), sources: acts };
      });
    },
  };
}
