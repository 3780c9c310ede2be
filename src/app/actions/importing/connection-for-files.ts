import { randomUUID } from 'node:crypto';
import { addConnection, connectionOfKind } from '#store/connections/connections.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import type { Database } from '#store/database/database.ts';
import type { FileConnector } from './recognise.ts';
import { usualHost } from './usual-host.ts';

/** The oldest connection of that kind and host; a new one where there is none, so that files come before anything is connected. */
export async function connectionForFiles(
  database: Database,
  connector: FileConnector,
  { host, now }: { readonly host?: string | undefined; readonly now: number },
): Promise<ConnectionRow> {
  const where = host ?? usualHost(connector);
  return await database.write(async (query) => {
    const known = await connectionOfKind(query, connector.kind, where);
    if (known !== undefined) return known;
    const name = where === usualHost(connector) ? connector.kind : `${connector.kind} of ${where}`;
    const settings = { what: [], privateAllowed: false, everyMinutes: 60 };
    const row = { id: randomUUID(), kind: connector.kind, name, host: where, credential: null, due_at: null };
    return await addConnection(query, { ...row, settings, now });
  });
}
