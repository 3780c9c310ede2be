import { factsIn } from '#core/facts/fact-columns.ts';
import type { Fact } from '#core/facts/fact.ts';
import type { Told } from '#core/facts/told.ts';
import { addConnection } from '#store/connections/connections.ts';
import { keepDeliveries } from '#store/connections/deliveries.ts';
import type { Database } from '#store/database/database.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import { Handles } from '#store/facts/handles.ts';
import { loadFacts } from '#store/facts/load-facts.ts';
import { type KeptCounts, keepReady, readyToKeep } from '#store/facts/keep-told.ts';
import { NOW } from './on-both-engines.ts';

export async function connectionOf(database: Database, id: string, kind = 'invented'): Promise<ConnectionRow> {
  const settings = { what: [], privateAllowed: false, everyMinutes: 60 };
  const row = { id, kind, name: `${kind} ${id}`, host: 'forge.example', credential: null, due_at: null };
  return await database.write(async (query) => await addConnection(query, { ...row, settings, now: NOW }));
}

export async function keptOf(database: Database, connection: number, told: Pick<Told, 'facts' | 'namings'>): Promise<KeptCounts> {
  const ready = await readyToKeep(database, [told], new Handles(database));
  const { dialect } = database;
  return await database.write(async (query) => await keepReady(query, { dialect, ready, by: { connection, delivery: 1 } }));
}

/** In no order. */
export async function factsKept(database: Database): Promise<readonly Fact[]> {
  return (await loadFacts(database)).flatMap(factsIn);
}

/** By moment, then by reference. */
export async function factsInTime(database: Database): Promise<readonly Fact[]> {
  return (await factsKept(database)).toSorted((one, other) => one.at - other.at || (one.reference < other.reference ? -1 : 1));
}

/** Rows in every table of connections. */
export async function fillConnections(database: Database): Promise<void> {
  const { number, id } = await connectionOf(database, 'c1');
  const sealed = Uint8Array.from({ length: 48 }, (_, i) => i * 5);
  await database.query
    .insertInto('connection_secret')
    .values({ id: 's1', connection_id: id, sealed, made_at: NOW, ended_at: null })
    .execute();
  const body = new TextEncoder().encode('{"näme":"\u{1F600}"}');
  const delivery = { connection: number, key: 'd1', kind: 'opened', headers: { 'x-event': 'opened' }, body, receivedAt: NOW };
  await database.write(async (query) => await keepDeliveries(query, [delivery]));
  await database.query.insertInto('delivery_piece').values({ delivery_number: 1, number: 0, bytes: sealed }).execute();
  await keptOf(database, number, {
    facts: [
      {
        kind: 'reviewed',
        reference: 'r1',
        at: 1_700_000_000,
        actor: 'forge:ada',
        other: 'forge:bo',
        item: 'forge.example/shop#1',
        place: 'repository:forge.example/shop',
        path: 'src/näme \u{1F600}.ts',
        size: 3,
        detail: { state: 'approved', bodyLength: 12 },
      },
      { kind: 'away', reference: 'r2', at: 1_700_000_100, until: 1_700_900_000, actor: 'mail:ada@example.org' },
    ],
    namings: [{ of: 'forge:ada', name: 'Ada Example', mail: 'ada@example.org', actor: 'human', sameAs: ['mail:ada@example.org'] }],
  });
}
