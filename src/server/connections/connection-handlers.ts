import {
  alterConnection,
  connect,
  disconnect,
  endSecrets,
  readConnectionNow,
  retellConnection,
  rotateSecret,
} from '#app/actions/connections/change-connections.ts';
import { connectableKinds } from '#app/actions/connections/connectable-kinds.ts';
import { Reception } from '#app/actions/connections/reception.ts';
import { takeFile } from '#app/actions/importing/take-file.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { followImport } from '#app/questions/connections/follow-import.ts';
import { connectionsTold } from '#app/questions/connections/connections-told.ts';
import { judgedBeyond } from '#app/questions/connections/judged-beyond.ts';
import type { CONNECTION_OPERATIONS } from '#contract/operations/connection-operations.ts';
import type { Call, Handlers } from '#server/team/door/call.ts';

export interface ConnectionsOrder {
  readonly database: TeamDatabase;
  readonly keyFile: string;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

type ConnectionHandlers = Pick<Handlers, (typeof CONNECTION_OPERATIONS)[number]['id']>;

export function connectionHandlers({ database, keyFile, now }: ConnectionsOrder): ConnectionHandlers {
  const reception = new Reception({ database, keyFile, now });
  const keeping = () => ({ keyFile, now: now() });
  return {
    'list-connections': async () => ({ connections: await connectionsTold(database), kinds: connectableKinds() }),
    'list-judged': async () => ({ families: await judgedBeyond(database, connectableKinds()) }),
    'add-connection': async ({ body }) => await connect(database, body, keeping()),
    'change-connection': async ({ params, body }) => await alterConnection(database, params.connection, { change: body, ...keeping() }),
    'remove-connection': async ({ params }) => void (await disconnect(database, params.connection)),
    'rotate-secret': async ({ params, body }) =>
      await rotateSecret(database, { word: params.connection, secret: body.secret, ...keeping() }),
    'end-secrets': async ({ params }) => ({ ended: await endSecrets(database, params.connection, now()) }),
    'read-connection': async ({ params }) => await readConnectionNow(database, params.connection, now()),
    'retell-connection': async ({ params }) => ({ deliveries: await retellConnection(database, params.connection) }),
    'import-file': async ({ query, raw }) => await takeFile(database, { ...query, bytes: raw, now: now() }),
    'follow-import': async ({ params }) => await followImport(database, Number(params.number)),
    'take-delivery': async ({ params, raw, headers }) =>
      await reception.take(params.connection, { headers: singleHeaders(headers), body: raw }),
  };
}

function singleHeaders(headers: Call<'take-delivery'>['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
