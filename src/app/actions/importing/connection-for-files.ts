import { randomUUID } from 'node:crypto';
import type { Connector } from '#sources/connecting/connector.ts';
import { addConnection, connectionOfKind } from '#store/connections/connections.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import type { Database } from '#store/database/database.ts';
import { usualHost } from './usual-host.ts';

/** The oldest connection of that kind and host; a new one where there is none, so that files come before anything is connected. */
export async function connectionForFiles(
  database: Database,
  connector: Pick<Connector, 'kind' | 'api'>,
  { host, now }: { readonly host?: string | undefined; readonly now: number },
): Promise<ConnectionRow> {
  const where = host ?? usualHost(connector);
  const known = async (query: Database['query']): Promise<ConnectionRow | undefined> =>
    await connectionOfKind(query, connector.kind, where);
  const name = where === usualHost(connector) ? connector.kind : `${connector.kind} of ${where}`;
  const settings = { what: [], privateAllowed: false, everyMinutes: 60 };
  const row = { id: randomUUID(), kind: connector.kind, name, host: where, credential: null, due_at: null };
  return await database
    .write(async (query) => (await known(query)) ?? (await addConnection(query, { ...row, settings, now })))
    .catch(async (problem: unknown) => {
      // Two may meet here for the first time; one of them made it.
      const other = await known(database.query);
      if (other === undefined) throw problem;
      return other;
    });
}
