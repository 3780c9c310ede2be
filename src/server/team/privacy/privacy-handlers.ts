import type { AccessLog } from '#app/actions/privacy/access-log.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { type LogPage, ownAccessLog, wholeAccessLog } from '#app/questions/privacy/access-log-read.ts';
import { teamAgreement } from '#app/questions/privacy/team-agreement.ts';
import { changesOfSettings, teamSettings } from '#app/questions/privacy/team-settings.ts';
import { type Caller, throughToken } from '#server/team/door/caller.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { NoteRefusal } from '#server/team/door/open-operation.ts';

export interface PrivacyOrder {
  readonly database: TeamDatabase;
  readonly log: AccessLog;
  readonly version: string;
  /** Ways to come in, as people call them. */
  readonly signIn: readonly string[];
  /** That no other machine reaches this server. */
  readonly loopback: boolean;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

type PrivacyHandlers = Pick<Handlers, 'read-settings' | 'change-settings' | 'write-agreement' | 'read-own-access-log' | 'read-access-log'>;

export function privacyHandlers(order: PrivacyOrder): PrivacyHandlers {
  const { database, log, loopback, now } = order;
  const settings = async () => {
    const [held, changes] = await Promise.all([teamSettings(database, { loopback }), changesOfSettings(database)]);
    return { ...held, changes: changes.map((change) => ({ ...change, at: told(change.at) })) };
  };
  return {
    'read-settings': settings,
    'change-settings': async ({ body, caller }) => {
      await changeSettings(database, body, { by: caller.accountId!, now: now(), loopback });
      return await settings();
    },
    'write-agreement': async ({ query }) =>
      await teamAgreement(database, { ...query, version: order.version, now: now(), loopback, signIn: order.signIn }),
    'read-own-access-log': async ({ caller, query }) => page(await ownAccessLog(database, { ...asker(caller), ...query })),
    'read-access-log': async ({ caller, query }) => {
      const look = { by: caller.accountId!, through: throughToken(caller), viewer: caller.viewer, asked: { question: 'access-log' } };
      return await log.around(look, async () => page(await wholeAccessLog(database, { ...asker(caller), ...query })));
    },
  };
}

/** A refusal at the door goes on record like one that policy gives. */
export function refusalsNotedIn(log: AccessLog): NoteRefusal {
  return async ({ id, who }, caller) => {
    const topics = typeof who === 'object' && 'sees' in who ? [who.sees] : [];
    const asker = { by: caller.accountId!, through: throughToken(caller) };
    await log.note({ ...asker, question: id, topics, subjects: [], outcome: 'refused', sight: 'nothing' });
  };
}

function asker({ accountId, viewer, ownWords }: Caller) {
  return { account: accountId!, viewer, ownWords };
}

export function page({ records, next }: LogPage) {
  return {
    records: records.map((record) => ({ ...record, at: told(record.at), topics: [...record.topics], subjects: [...record.subjects] })),
    next,
  };
}

function told(at: number): string {
  return new Date(at).toISOString();
}
