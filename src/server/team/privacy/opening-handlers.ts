import { askOpening, prepareOpening, sayToOpening } from '#app/actions/privacy/openings.ts';
import type { AreaBehind } from '#app/questions/privacy/areas-behind.ts';
import { type OpeningSeen, openingsSeen, openToAsker, ownOpenings } from '#app/questions/privacy/openings-read.ts';
import { allow } from '#core/policy/allow.ts';
import type { TeamAnswers } from '#server/team/answers/team-answers.ts';
import type { Call, Handlers } from '#server/team/door/call.ts';
import { type Caller, throughToken } from '#server/team/door/caller.ts';
import type { PrivacyOrder } from './privacy-handlers.ts';

type OpeningHandlers = Pick<
  Handlers,
  'ask-for-names' | 'list-openings' | 'list-my-openings' | 'agree-to-names' | 'refuse-names' | 'withdraw-names' | 'read-opened-names'
>;

export interface OpeningsOrder extends Pick<PrivacyOrder, 'database' | 'log' | 'now'> {
  readonly answers: TeamAnswers;
}

/** Names behind four eyes: who asks, who agrees, and what is then read, each on record. */
export function openingHandlers(order: OpeningsOrder): OpeningHandlers {
  const { database, answers, now } = order;
  const reader = (caller: Caller) => ({ account: caller.accountId!, addresses: addressesOf(caller), now: now() });
  const say =
    (says: 'yes' | 'no' | 'withdraw') =>
    async ({ caller, params, signal }: Pick<Call<'agree-to-names'>, 'caller' | 'params' | 'signal'>) => {
      const { account: by, ...who } = reader(caller);
      const asked = { viewer: caller.viewer, ownWords: who.addresses, areas: [], signal, now: who.now };
      const marksOfPerson = async (source: string) => (await answers.behind({ ...asked, source })).own;
      await sayToOpening(database, { ...params, ...who, by, says, marksOfPerson });
    };
  return {
    'ask-for-names': async ({ caller, body, signal }) => {
      const { viewer, ownWords, accountId } = caller;
      await prepareOpening(database, { ...body, mode: viewer.mode });
      const { areas } = await answers.behind({ ...body, viewer, ownWords, signal, now: now() });
      return { id: await askOpening(database, { ...body, areas, by: accountId!, mode: viewer.mode, now: now() }) };
    },
    'list-openings': async ({ caller }) => ({ openings: (await openingsSeen(database, reader(caller))).map(toldOpening) }),
    'list-my-openings': async ({ caller }) => ({ openings: (await ownOpenings(database, reader(caller))).map(toldOpening) }),
    'agree-to-names': say('yes'),
    'refuse-names': say('no'),
    'withdraw-names': say('withdraw'),
    'read-opened-names': async ({ caller, params, signal }) => await readNames(order, { caller, signal, id: params.opening }),
  };
}

interface Reading {
  readonly caller: Caller;
  readonly signal: AbortSignal;
  readonly id: string;
}

/** Refused before anything is looked up; what comes out is on record, with whose names it were, before it leaves. */
async function readNames({ database, answers, log, now }: OpeningsOrder, { caller, signal, id }: Reading) {
  const account = caller.accountId!;
  const { source, opened, reason } = await openToAsker(database, id, { account, addresses: [], now: now() });
  const viewer = { ...caller.viewer, opened };
  allow(viewer, { question: 'opened-names' });
  const { areas } = await answers.behind({ source, areas: opened.areas, viewer, ownWords: caller.ownWords, signal, now: now() });
  const subjects = areas.flatMap(({ people }) => people.filter(({ named }) => named).flatMap(({ marks }) => marks));
  const look = { question: 'opened-names', topics: ['opened'], outcome: 'answered', sight: 'everything' } as const;
  await log.note({ by: account, through: throughToken(caller), ...look, subjects: [...new Set(subjects)], reason });
  return { areas: areas.map(namesOf), until: told(opened.until) };
}

function namesOf({ area, name, people }: AreaBehind) {
  const carriers = people.filter(({ named }) => named).map(({ called }) => called);
  return { area, name, carriers, unnamed: people.length - carriers.length };
}

/** Addresses that mean the caller: confirmed ones, and the one that they sign in with. */
export function addressesOf({ ownWords, signedIn }: Caller): readonly string[] {
  const own = signedIn?.email;
  return [...ownWords, ...(typeof own === 'string' ? [own] : [])];
}

export function toldOpening({ askedAt, from, until, words, areas, ...rest }: OpeningSeen) {
  return {
    ...rest,
    areas: [...areas],
    askedAt: told(askedAt),
    from: from === null ? null : told(from),
    until: until === null ? null : told(until),
    words: words.map(({ by, at, says }) => ({ by, says, at: told(at) })),
  };
}

function told(at: number): string {
  return new Date(at * 1000).toISOString();
}
