import { counted } from '#core/terms/figures.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { NOTHING_TOLD, type Told } from '#core/facts/told.ts';
import type { Connector, Telling } from '#sources/connecting/connector.ts';
import { connectorOf } from '#sources/connecting/connectors.ts';
import { connectionById } from '#store/connections/connections.ts';
import { unpacked } from '#store/connections/deliveries.ts';
import { type Became, deliveriesBecame, forgetBodies, forgetTold, openDeliveries } from '#store/connections/open-deliveries.ts';
import type { Database } from '#store/database/database.ts';
import { Handles } from '#store/facts/handles.ts';
import { keepReady, readyToKeep } from '#store/facts/keep-told.ts';
import type { ConnectionRow, DeliveryRow } from '#store/connections/connection-rows.ts';
import { type FactsWithinTerms, factsWithinTerms } from '#app/actions/privacy/facts-within-terms.ts';
import { tellFile } from '#app/actions/importing/tell-file.ts';

/** Told in one transaction. */
const AT_ONCE = 200;
const SECOND = 1000;

interface TellingOrder {
  readonly database: Database;
  /** Id of the connection. */
  readonly id: string;
  /** How often this work was begun already: who does not come to an end is told one by one. */
  readonly tries: number;
  /** Milliseconds since epoch; default: when the last of them came. */
  readonly now?: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly done: number; readonly total: undefined }) => void;
  /** Default: the one of its kind. */
  readonly connector?: Connector;
}

/**
 * Tells what was delivered and not told yet, in the order in which it came. What a chunk tells and that it was told are one transaction: broken
 * off anywhere it goes on, and nothing is told twice. A delivery whose reader breaks is kept as bad, to be told again by a better one.
 */
export async function tellConnection(asked: TellingOrder): Promise<string | undefined> {
  const { database, id, signal } = asked;
  const connection = await connectionById(database.query, id);
  if (connection === undefined) return undefined;
  const connector = asked.connector ?? connectorOf(connection.kind);
  const order = { ...asked, connection };
  const most = order.tries > 2 ? 1 : AT_ONCE;
  let [done, facts, after] = [0, 0, 0];
  for (;;) {
    signal.throwIfAborted();
    const rows = await openDeliveries(database.query, connection.number, { after, most });
    if (rows.length === 0) return `${counted(done, 'delivery', 'deliveries')} told ${counted(facts, 'new fact')}.`;
    if (most === 1) await database.write(async (query) => await deliveriesBecame(query, database, [broken(rows[0]!, NO_END)]));
    facts += await tellRows(order, rows, connector);
    done += rows.length;
    after = rows.at(-1)!.number;
    order.onProgress({ done, total: undefined });
  }
}

/** What stands at a delivery while it is told once more after others gave up. */
const NO_END = 'Whoever read it did not come to an end.';

interface TellingOne extends TellingOrder {
  readonly connection: ConnectionRow;
}

async function tellRows(order: TellingOne, rows: readonly DeliveryRow[], connector: Connector | undefined): Promise<number> {
  const { database, connection } = order;
  const [files, others] = [rows.filter(isFile), rows.filter((row) => !isFile(row))];
  let fresh = 0;
  for (const file of files) fresh += await tellFile({ ...order, file, connector });
  const terms = await factsWithinTerms(database, order.now?.() ?? rows.at(-1)!.received_at);
  const told = others.map((row) => ({ row, ...toldBy(row, { connector, telling: tellingOf(connection, row), terms: terms.anew() }) }));
  const parts = told.map(({ row, facts, namings }) => ({ facts, namings, delivery: row.number }));
  const ready = await readyToKeep(database, parts, new Handles(database));
  const again = others.filter(({ state }) => state === 'again').map(({ number }) => number);
  const unfit = told.filter((_, place) => ready.ofForgotten[place]).map(({ row }) => row.number);
  await database.write(async (query) => {
    await forgetTold(query, connection.number, again);
    const by = { connection: connection.number, delivery: 0 };
    fresh += (await keepReady(query, { dialect: database.dialect, ready, by })).fresh;
    await deliveriesBecame(
      query,
      database,
      told.map(({ became }) => became),
    );
    await forgetBodies(query, unfit);
  });
  return fresh;
}

function isFile({ kind, body }: DeliveryRow): boolean {
  return kind === 'file' && body === null;
}

function tellingOf({ host, settings }: ConnectionRow, { received_at }: DeliveryRow): Telling {
  const { repository } = JSON.parse(settings) as { readonly repository?: string };
  return { host, now: Math.floor(received_at / SECOND), ...(repository === undefined ? {} : { repository }) };
}

interface Reading {
  readonly connector: Connector | undefined;
  readonly telling: Telling;
  readonly terms: FactsWithinTerms;
}

function toldBy(row: DeliveryRow, { connector, telling, terms }: Reading): Told & { readonly became: Became } {
  if (connector?.webhook === undefined || row.body === null) return { ...NOTHING_TOLD, became: broken(row, 'Nothing here reads it.') };
  try {
    const told = connector.webhook.read({ headers: JSON.parse(row.headers) as Record<string, string>, body: unpacked(row.body) }, telling);
    const facts = terms.within(told.facts);
    const [skipped, first] = [told.skipped.length + terms.count, [...told.skipped, ...terms.skipped][0]];
    const state = facts.length + told.namings.length > 0 || skipped === 0 ? ('told' as const) : ('skipped' as const);
    const problem = first === undefined ? null : `${first.what}: ${first.why}`.slice(0, 500);
    return { ...told, facts, became: { number: row.number, state, facts: facts.length, skipped, problem } };
  } catch (problem) {
    return {
      ...NOTHING_TOLD,
      became: broken(row, problem instanceof Refusal ? problem.message : 'Its reader broke; a better one can tell it again.'),
    };
  }
}

function broken({ number }: DeliveryRow, problem: string): Became {
  return { number, state: 'bad', facts: 0, skipped: 0, problem: problem.slice(0, 500) };
}
