import { onTestFinished } from 'vitest';
import { facetLooks, heldAreas } from '#app/questions/privacy/findings-read.ts';
import type { OpenedFolders } from '#app/actions/team/opened-folders.ts';
import type { Provider } from '#app/actions/signing-in/provider-sign-in.ts';
import { blindLinesClosed, markOfScene } from '#app/questions/beyond/scene-told.ts';
import { databaseReady } from '#app/questions/team/database-ready.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import type { Role } from '#core/policy/roles.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Scope } from '#contract/operations/operation.ts';
import { callerFinder } from '#server/accounts/find-caller.ts';
import { wayInHandlers } from '#server/accounts/way-in-handlers.ts';
import { connectionHandlers } from '#server/connections/connection-handlers.ts';
import type { RequestWatch } from '#server/log/watch-requests.ts';
import { TeamAnswers } from '#server/team/answers/team-answers.ts';
import type { Handlers } from '#server/team/door/call.ts';
import type { Caller, FindCaller } from '#server/team/door/caller.ts';
import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { refusalsNotedIn } from '#server/team/privacy/privacy-handlers.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import { teamHandlers } from '#server/team/team-handlers.ts';
import type { Database } from '#store/database/database.ts';
import { NOW } from './on-both-engines.ts';

export interface Heard {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Headers;
}

export interface ServedTeam {
  readonly address: string;
  readonly call: (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Heard>;
}

export function callerWith(role: Role, mode: Mode = 'team', scopes: readonly Scope[] | null = null): Caller {
  const viewer = { mode, grants: [{ role }] };
  const signedIn = {
    accountId: `the ${role}`,
    kind: role === 'agent' ? ('service' as const) : ('person' as const),
    name: role,
    email: null,
    grants: viewer.grants,
    mode: mode === 'council' ? mode : ('team' as const),
    how: scopes === null ? ('session' as const) : ('token' as const),
    scopes,
    throughId: 'through',
    spellings: [],
    signedInAt: NOW,
    notedAt: NOW,
  };
  return { accountId: signedIn.accountId, viewer, ownWords: [], scopes, signedIn };
}

const BEGAN = Date.now();
/** The time of the tests, which goes on. */
const now = (): number => NOW + Date.now() - BEGAN;

/** A team's server on a free port; whoever calls is this one, or nobody, or whoever their cookie or token says. */
export async function servedTeam(
  database: Database,
  caller: Caller | FindCaller | 'as they say' | null,
  {
    watch,
    provider = null,
    keyFile = '',
  }: { readonly watch?: RequestWatch; readonly provider?: Provider | null; readonly keyFile?: string } = {},
): Promise<ServedTeam> {
  const answers = teamAnswers(database);
  const log = new AccessLog(database, now);
  const server = await startTeamServer({
    handlers: {
      ...handlersOf(database, answers, log),
      ...connectionHandlers({ database, keyFile, now }),
      ...wayInHandlers({ database, now: () => NOW, origin: () => 'http://127.0.0.1', provider }),
    },
    findCaller: caller === 'as they say' ? callerFinder(database, now, { loopback: true }) : findingOf(caller),
    noteRefusal: refusalsNotedIn(log),
    ready: async () => await databaseReady(database),
    ...(watch === undefined ? {} : { watch }),
  });
  onTestFinished(async () => {
    await server.close();
    await answers.close();
  });
  return {
    address: server.address,
    call: async (method, path, body, headers) => await called(server.address + path, { method, body, headers }),
  };
}

function findingOf(caller: Caller | FindCaller | null): FindCaller {
  return typeof caller === 'function' ? caller : async () => caller;
}

export function teamAnswers(database: Database): TeamAnswers {
  return new TeamAnswers({
    place: database.place,
    lookUp: async (words) => await lookUpHeads(database, words),
    heldAreas: async (ids, asked) => await heldAreas(database, ids, { ...asked, now: now() }),
    facetLooks: async (ids, asked) => await facetLooks(database, ids, { ...asked, now: now() }),
    sceneMark: async () => await markOfScene(database, now()),
    blindClosed: async () => await blindLinesClosed(database),
    build: 'test',
    now: Date.now,
    threads: 1,
    // A scene is built while everything else is tested.
    ceiling: 200_000,
  });
}

export function handlersOf(
  database: Database,
  answers: TeamAnswers,
  log = new AccessLog(database, now),
  opened: OpenedFolders = 'all',
): Handlers {
  return teamHandlers({
    database,
    answers,
    log,
    loopback: true,
    keyFile: '',
    opened,
    version: '0.0.0',
    now,
    origin: () => 'http://127.0.0.1',
    provider: null,
  });
}

async function called(
  url: string,
  {
    method,
    body,
    headers,
  }: { readonly method: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> | undefined },
): Promise<Heard> {
  const reply = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { 'x-understudy': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
