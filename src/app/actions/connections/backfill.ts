import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiOrder, ApiPage, ApiReader, Connector } from '#sources/connecting/connector.ts';
import { connectorOf } from '#sources/connecting/connectors.ts';
import { factsWithinTerms } from '#app/actions/privacy/facts-within-terms.ts';
import { guardedFetch } from '#sources/connecting/guarded-fetch.ts';
import { counted } from '#core/terms/figures.ts';
import { refusal } from '#core/terms/refusals.ts';
import { changeConnection, connectionById, settingsOf } from '#store/connections/connections.ts';
import { deliveryNumber, keepDeliveries } from '#store/connections/deliveries.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import type { Database } from '#store/database/database.ts';
import { Handles } from '#store/facts/handles.ts';
import { keepReady, readyToKeep } from '#store/facts/keep-told.ts';
import { opened } from '#store/team/key-files.ts';
import { type WalkKept, walkOf } from './walk-kept.ts';

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
  /** Milliseconds; default: by the clock on the wall. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Milliseconds that one request may take; default: as long as connectors usually wait. */
  readonly deadline?: number;
}

const SECOND = 1000;
/** A service that asks for more than that (milliseconds) is asked again later: meanwhile the worker has other things to do. */
const LONGEST_WAIT = 2 * 60_000;

/** A service has asked to be left alone for a while. */
class AskedToWait extends Error {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super('the service asks to wait');
    this.milliseconds = milliseconds;
  }
}

/**
 * Reads the API of a connection from where the last kept page ends, or what came since it was last read to its end. A page, what it tells and
 * where to go on are one transaction: killed anywhere, it goes on with the page after the last one that was kept.
 */
export async function backfillConnection(order: BackfillOrder): Promise<string | undefined> {
  const { database, id, onProgress } = order;
  const connection = await connectionById(database.query, id);
  if (connection === undefined) return undefined;
  const { api } = order.connector ?? connectorOf(connection.kind) ?? {};
  if (api === undefined) throw refusal('connection-way', { kind: connection.kind, way: 'API' });
  const walk = walkOf(connection, api, Math.floor(order.now() / SECOND));
  const done = { pages: 0, facts: 0 };
  const said = (): string => `${counted(done.pages, 'page')} told ${counted(done.facts, 'new fact')}.`;
  try {
    for await (const page of api.pages(apiOrder(order, { connection, api, walk }, done))) {
      order.signal.throwIfAborted();
      done.facts += await keepPage(order, { connection, walk }, page);
      done.pages++;
      onProgress({ done: done.pages, total: undefined });
    }
  } catch (problem) {
    if (!(problem instanceof AskedToWait)) throw problem;
    const dueAt = order.now() + problem.milliseconds;
    await database.write(async (query) => await changeConnection(query, id, { due_at: dueAt }));
    return `${said()} The service asks to wait; it goes on by itself.`;
  }
  const { at: _, ...whole } = walk;
  await database.write(async (query) => await changeConnection(query, id, { cursor: JSON.stringify({ ...whole, over: true }) }));
  return said();
}

interface Underway {
  readonly connection: ConnectionRow;
  readonly walk: WalkKept;
}

function apiOrder(
  { place, now, signal, authorities, wait, deadline }: BackfillOrder,
  { connection, api, walk }: Underway & { readonly api: ApiReader },
  done: { readonly pages: number },
): ApiOrder {
  const settings = settingsOf(connection);
  const pause = wait ?? (async (milliseconds: number) => await sleep(Math.max(0, milliseconds), undefined, { signal }));
  return {
    base: settings.base ?? api.base,
    token: connection.credential === null ? '' : opened(place.keyFile, connection.credential, connection.id),
    what: settings.what,
    since: walk.since,
    ...(walk.at === undefined ? {} : { cursor: walk.at }),
    fetch: guardedFetch({ privateAllowed: settings.privateAllowed, authorities, signal, deadline }),
    wait: async (milliseconds) => {
      // Once a page is kept, going on later loses nothing; before that it might never come to one.
      if (milliseconds > LONGEST_WAIT && done.pages > 0) throw new AskedToWait(milliseconds);
      await pause(milliseconds);
    },
    telling: {
      host: connection.host,
      now: Math.floor(now() / SECOND),
      ...(settings.repository === undefined ? {} : { repository: settings.repository }),
    },
  };
}

async function keepPage({ database, now }: BackfillOrder, { connection, walk }: Underway, page: ApiPage): Promise<number> {
  const { id, number } = connection;
  const { kind, body, told } = page;
  const terms = await factsWithinTerms(database, now());
  const facts = terms.within(told.facts);
  const ready = await readyToKeep(database, [{ ...told, facts }], new Handles(database));
  const [first] = [...told.skipped, ...terms.skipped];
  const problem = first === undefined ? null : `${first.what}: ${first.why}`.slice(0, 500);
  return await database.write(async (query) => {
    const delivery = {
      connection: number,
      key: `page ${page.key}`,
      kind,
      headers: {},
      body: ready.ofForgotten[0] ? new Uint8Array() : body,
      receivedAt: now(),
      state: 'kept' as const,
      facts: facts.length,
      skipped: told.skipped.length + terms.count,
      problem,
    };
    const [fresh] = (await keepDeliveries(query, [delivery])).values();
    await changeConnection(query, id, { cursor: JSON.stringify({ ...walk, at: page.cursor } satisfies WalkKept) });
    // The very page may tell something new when it is read again: that what it lists still holds.
    const by = { connection: number, delivery: fresh ?? (await deliveryNumber(query, delivery)) };
    return (await keepReady(query, { dialect: database.dialect, ready, by })).fresh;
  });
}
