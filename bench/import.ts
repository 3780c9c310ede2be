import { join } from 'node:path';
import { KeepInPieces } from '#app/actions/importing/keep-in-pieces.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import type { Fact } from '#core/facts/fact.ts';
import { addConnection } from '#store/connections/connections.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { loadFacts } from '#store/facts/load-facts.ts';
import { startPostgres } from '../test/databases/postgres-server.ts';
import type { Bench, BenchRow } from './bench.ts';
import { newDatabase } from './new-database.ts';

/** A year of an organisation of 500 people. */
const FACTS = 1_000_000;
const PEOPLE = 500;
const PIECE = 1000;
/** Seconds. */
const MOST_IMPORT = 60;
const MOST_LOAD = 2.5;

/** What sources beyond git tell in a year, kept once and read back for the scene. */
export const importing: Bench = {
  name: 'import',
  question: 'How long does it take to keep a year of facts of 500 people, and to read them back?',
  async *run({ scratch }) {
    const { url, stop } = await startPostgres();
    try {
      yield* measured('SQLite', { engine: 'sqlite', folder: join(scratch, 'import') });
      yield* measured('PostgreSQL', { engine: 'postgres', url: await newDatabase(url, 'import_facts') });
    } finally {
      await stop();
    }
  },
};

async function* measured(on: string, place: DatabasePlace): AsyncIterable<BenchRow> {
  const { kept, again, loaded } = await withDatabase({ place, now: Date.now }, timed);
  const what = `${FACTS.toLocaleString('en')} facts, ${on}`;
  yield row({ what: 'import', on: what, seconds: kept, most: MOST_IMPORT, beside: `the same again: ${again.toFixed(1)} s` });
  yield row({ what: 'read back', on: what, seconds: loaded, most: MOST_LOAD, beside: 'in the order of time' });
}

function row({ what, on, seconds, most, beside }: { what: string; on: string; seconds: number; most: number; beside: string }): BenchRow {
  return { what, on, figure: `${seconds.toFixed(1)} s`, limit: `${most} s`, holds: seconds <= most, beside };
}

async function timed(database: TeamDatabase) {
  const settings = { what: [], privateAllowed: false, everyMinutes: 60 };
  const row = { id: 'bench', kind: 'github', name: 'bench', host: 'forge.example', credential: null, due_at: null };
  const { number } = await database.write(async (query) => await addConnection(query, { ...row, settings, now: 0 }));
  const kept = await seconds(async () => await keepAll(database, number, FACTS));
  await database.dialect.measure('fact')?.execute(database.query);
  const again = await seconds(async () => await keepAll(database, number, 0));
  const loaded = await seconds(async () => {
    if ((await loadFacts(database)).length !== FACTS) throw new Error('what was kept is not what came back');
  });
  return { kept, again, loaded };
}

async function keepAll(database: TeamDatabase, connection: number, fresh: number): Promise<void> {
  const keeping = new KeepInPieces(database);
  const by = { connection, delivery: 1 };
  for (let first = 0; first < FACTS; first += PIECE)
    await keeping.add({ facts: Array.from({ length: PIECE }, (_, n) => factOf(first + n)), namings: [], skipped: [] }, by);
  await keeping.end(by);
  if (keeping.fresh !== fresh) throw new Error(`${keeping.fresh} facts were new, and ${fresh} should be`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Eight facts a change, as a forge tells them. */
const KINDS = [
  'change-opened',
  'review-asked',
  'reviewed',
  'change-commented',
  'change-pushed',
  'issue-commented',
  'change-merged',
  'reviewed',
] as const;

function factOf(n: number): Fact {
  const item = `forge.example/acme/shop-${n % 40}#${n >> 3}`;
  const kind = KINDS[n % KINDS.length]!;
  return {
    kind,
    reference: `${kind}:${item}:${n}`,
    at: 1_730_000_000 + n * 31,
    actor: `github:person-${(n * 7) % PEOPLE}`,
    ...(n % 3 === 0 ? { other: `github:person-${(n * 11) % PEOPLE}` as const } : {}),
    item,
    place: `repository:forge.example/acme/shop-${n % 40}`,
    size: n % 300,
    ...(kind === 'reviewed' ? { detail: { state: 'approved', bodyLength: n % 977 } } : {}),
  } as Fact;
}
