import type { Provider } from '#app/actions/signing-in/provider-sign-in.ts';
import type { AccessLog } from '#app/actions/privacy/access-log.ts';
import { TEAM_SCOPE } from '#app/actions/signals/look-at-signals.ts';
import type { OpenedFolders } from '#app/actions/team/opened-folders.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { teamMode } from '#app/questions/privacy/team-settings.ts';
import { answerRepositories } from '#app/questions/team/answer-repositories.ts';
import { lookFeed } from '#app/questions/signals/look-feed.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { whatChanged } from '#app/questions/team/what-changed.ts';
import { accountHandlers } from '#server/accounts/account-handlers.ts';
import { meHandlers } from '#server/accounts/me-handlers.ts';
import { peopleHandlers } from '#server/accounts/people-handlers.ts';
import { scimHandlers } from '#server/accounts/scim-handlers.ts';
import { signingInHandlers } from '#server/accounts/signing-in-handlers.ts';
import { tokenHandlers } from '#server/accounts/token-handlers.ts';
import { wayInHandlers } from '#server/accounts/way-in-handlers.ts';
import { waysIn } from '#server/accounts/ways-in.ts';
import { connectionHandlers } from '#server/connections/connection-handlers.ts';
import { answerHandlers } from './answer-handlers.ts';
import { joinHandlers } from './join-handlers.ts';
import type { TeamAnswers } from './answers/team-answers.ts';
import type { Handlers } from './door/call.ts';
import { erasureHandlers } from './privacy/erasure-handlers.ts';
import { findingHandlers } from './privacy/finding-handlers.ts';
import { openingHandlers } from './privacy/opening-handlers.ts';
import { ownDataHandlers } from './privacy/own-data-handlers.ts';
import { pastHandlers } from './privacy/past-handlers.ts';
import { privacyHandlers } from './privacy/privacy-handlers.ts';
import { serverHandlers } from './server-handlers.ts';
import { signalHandlers } from './signals/signal-handlers.ts';
import { sourceHandlers } from './source-handlers.ts';

export interface TeamHandlersOrder {
  readonly database: TeamDatabase;
  readonly answers: TeamAnswers;
  readonly keyFile: string;
  /** Folders of this machine that may be named over HTTP. */
  readonly opened: OpenedFolders;
  readonly version: string;
  /** Holds who looked before they are answered. */
  readonly log: AccessLog;
  /** That no other machine reaches this server. */
  readonly loopback: boolean;
  /** Milliseconds since epoch. */
  readonly now: () => number;
  /** How people reach this server. */
  readonly origin: () => string;
  /** Where people may sign in instead of here; null where nobody set one up. */
  readonly provider: Provider | null;
}

/** A handler for every row of the table of operations, room by room. */
export function teamHandlers(order: TeamHandlersOrder): Handlers {
  const { database, answers, version, now } = order;
  return {
    ...serverHandlers({ version, mode: async () => await teamMode(database, order) }),
    ...signingInHandlers(order),
    ...meHandlers(order),
    ...accountHandlers(order),
    ...wayInHandlers(order),
    ...tokenHandlers(order),
    ...peopleHandlers(order),
    ...joinHandlers(order),
    ...scimHandlers(order),
    ...sourceHandlers(order),
    ...connectionHandlers(order),
    ...answerHandlers({
      answers,
      log: order.log,
      now,
      mark: async () => await whatChanged(database, { now: now(), loopback: order.loopback, scope: TEAM_SCOPE }),
      repositories: async () => await answerRepositories(database, { now: now(), mode: await teamMode(database, order) }),
      sources: async () => await answerSources(database, now()),
      signals: async (question) => await lookFeed(database, { question, scope: TEAM_SCOPE, now: now() }),
    }),
    ...signalHandlers(order),
    ...findingHandlers(order),
    ...privacyHandlers({ ...order, signIn: waysIn(order.provider) }),
    ...erasureHandlers(order),
    ...openingHandlers(order),
    ...pastHandlers(order),
    ...ownDataHandlers(order),
  };
}
