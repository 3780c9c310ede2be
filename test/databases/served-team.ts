import { onTestFinished } from 'vitest';
import { answerRepositories } from '#app/questions/team/answer-repositories.ts';
import { databaseReady } from '#app/questions/team/database-ready.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import type { Role } from '#core/policy/roles.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Scope } from '#contract/operations/operation.ts';
import { answerHandlers } from '#server/team/answer-handlers.ts';
import { TeamAnswers } from '#server/team/answers/team-answers.ts';
import type { Caller } from '#server/team/door/caller.ts';
import { serverHandlers } from '#server/team/server-handlers.ts';
import { sourceHandlers } from '#server/team/source-handlers.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
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
  return { accountId: `the ${role}`, viewer: { mode, grants: [{ role }] }, ownWords: [], scopes };
}

/** A team's server on a free port; whoever calls is this one, or nobody. */
export async function servedTeam(database: Database, caller: Caller | null): Promise<ServedTeam> {
  const answers = new TeamAnswers({
    place: database.place,
    lookUp: async (words) => await lookUpHeads(database, words),
    build: 'test',
    now: Date.now,
    threads: 1,
  });
  const server = await startTeamServer({
    handlers: {
      ...serverHandlers({ version: '0.0.0', mode: async () => 'team' }),
      ...sourceHandlers({ database, keyFile: '', now: () => NOW }),
      ...answerHandlers({
        answers,
        repositories: async () => await answerRepositories(database, NOW),
        sources: async () => await answerSources(database, NOW),
        now: Date.now,
      }),
    },
    findCaller: async () => caller,
    ready: async () => await databaseReady(database),
    port: 0,
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
