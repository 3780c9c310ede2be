import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiPage, ApiReader, Connector } from '#sources/connecting/connector.ts';
import { connectorOf } from '#sources/connecting/connectors.ts';
import { guardedFetch } from '#sources/connecting/guarded-fetch.ts';
import { counted } from '#core/terms/figures.ts';
import { DAY } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { changeConnection, connectionById, settingsOf } from '#store/connections/connections.ts';
import { keepDeliveries } from '#store/connections/deliveries.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import type { Database } from '#store/database/database.ts';
import { Handles } from '#store/facts/handles.ts';
import { keepReady, readyToKeep } from '#store/facts/keep-told.ts';
import { opened } from '#store/team/key-files.ts';

export interface BackfillOrder {
  readonly database: Database;
  /** Id of the connection. */
  readonly id: string;
  readonly place: { readonly keyFile: string };
  readonly authorities?: string | undefined;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly done: number; readonly total: undefined }) => void;
  /** Default: the one of its kind. */
  readonly connector?: Connector;
}

const SECOND = 1000;
/** How far back is read where nobody says. */
const USUALLY = 400;

/**
 * Reads the API of a connection from where the last kept page ends. A page, what it tells and where to go on are one transaction: killed
 * anywhere, it goes on with the page after the last one that was kept.
 */
export async function backfillConnection(order: BackfillOrder): Promise<string | undefined> {
  const { database, id, onProgress } = order;
  const connection = await connectionById(database.query, id);
  if (connection === undefined) return undefined;
  const { api } = order.connector ?? connectorOf(connection.kind) ?? {};
  if (api === undefined) throw refusal('connection-way', { kind: connection.kind, way: 'API' });
  let [pages, facts] = [0, 0];
  for await (const page of api.pages(apiOrder(order, connection, api))) {
    order.signal.throwIfAborted();
    facts += await keepPage(order, connection, page);
    pages++;
    onProgress({ done: pages, total: undefined });
  }
  return `${counted(pages, 'page')} told ${counted(facts, 'new fact')}.`;
}

function apiOrder({ place, now, signal, authorities }: BackfillOrder, connection: ConnectionRow, api: ApiReader) {
  const settings = settingsOf(connection);
  const at = Math.floor(now() / SECOND);
  return {
    base: settings.base ?? api.base,
    token: connection.credential === null ? '' : opened(place.keyFile, connection.credential, connection.id),
    what: settings.what,
    since: settings.since ?? at - USUALLY * DAY,
    ...(connection.cursor === null ? {} : { cursor: connection.cursor }),
    fetch: guardedFetch({ privateAllowed: settings.privateAllowed, authorities, signal }),
    wait: async (milliseconds: number) => await sleep(Math.max(0, milliseconds), undefined, { signal }),
    telling: { host: connection.host, now: at, ...(settings.repository === undefined ? {} : { repository: settings.repository }) },
  };
}

async function keepPage({ database, now }: BackfillOrder, { id, number }: ConnectionRow, page: ApiPage): Promise<number> {
  const { key, kind, body, told, cursor } = page;
  const ready = await readyToKeep(database, [told], new Handles(database));
  const unkept = ready.ofForgotten[0];
  const problem = told.skipped[0] === undefined ? null : `${told.skipped[0].what}: ${told.skipped[0].why}`.slice(0, 500);
  return await database.write(async (query) => {
    const said = { state: 'kept' as const, facts: told.facts.length, skipped: told.skipped.length, problem };
    const page = {
      connection: number,
      key: `page ${key}`,
      kind,
      headers: {},
      body: unkept ? new Uint8Array() : body,
      receivedAt: now(),
      ...said,
    };
    const [delivery] = (await keepDeliveries(query, [page])).values();
    await changeConnection(query, id, { cursor });
    // The very page was kept before, with all that it tells.
    if (delivery === undefined) return 0;
    return (await keepReady(query, { dialect: database.dialect, ready, by: { connection: number, delivery } })).fresh;
  });
}
