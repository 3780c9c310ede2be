import { join } from 'node:path';
import { toldBeyond } from '#app/people/told-beyond.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import { sceneOver } from '#app/worlds/scene-of.ts';
import { readSignals } from '#core/signals/read-signals.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { packFacts } from '#store/facts/packs/packs.ts';
import { startPostgres } from '../test/databases/postgres-server.ts';
import type { Bench, BenchRow } from './bench.ts';
import { type CrowdedYear, crowdedYear } from './crowded-facts.ts';
import { keepYear, openConnection } from './keep-year.ts';
import { median } from './measure.ts';
import { newDatabase } from './new-database.ts';

const LIMIT_S = 5;
const PASSES = 3;

/** The whole way of a look, from the facts in the database to every reading, over a history that is read already. */
export const signals: Bench = {
  name: 'signals',
  question: 'How long does it take to look at everything once, from the kept facts on?',
  async *run({ scratch }) {
    const { url, stop } = await startPostgres();
    try {
      yield* measured('SQLite', { engine: 'sqlite', folder: join(scratch, 'signals') });
      yield* measured('PostgreSQL', { engine: 'postgres', url: await newDatabase(url, 'look_at_facts') });
    } finally {
      await stop();
    }
  },
};

async function* measured(on: string, place: DatabasePlace): AsyncIterable<BenchRow> {
  const year = crowdedYear(7);
  const { facts, first, later } = await withDatabase({ place, now: Date.now }, async (database) => await timed(database, year));
  const what = `${facts.toLocaleString('en')} facts of 500 people, ${on}`;
  yield row(`first look with ${SIGNALS.length} signals`, what, [first]);
  yield row('a later look', what, later);
}

function row(what: string, on: string, looks: readonly Look[]): BenchRow {
  const [whole, ...parts] = (['whole', 'read', 'fold', 'signals'] as const).map((part) => median(looks.map((look) => look[part])));
  const [read, fold, found] = parts.map((part) => `${part.toFixed(1)} s`);
  return {
    what,
    on,
    figure: `${whole!.toFixed(1)} s`,
    limit: `${LIMIT_S} s`,
    holds: whole! <= LIMIT_S,
    beside: `facts read ${read}, joined and folded ${fold}, signals ${found}; ${looks[0]!.readings} readings`,
  };
}

interface Look {
  readonly whole: number;
  readonly read: number;
  readonly fold: number;
  readonly signals: number;
  readonly readings: number;
}

async function timed(database: TeamDatabase, year: CrowdedYear) {
  const facts = await keepYear(database, await openConnection(database), year);
  const first = await look(database, year);
  const later: Look[] = [];
  for (let pass = 0; pass < PASSES; pass++) later.push(await look(database, year));
  return { facts, first, later };
}

/** As `lookAtTeam` does it. */
async function look(database: TeamDatabase, { world, repositories, at }: CrowdedYear): Promise<Look> {
  const started = performance.now();
  await packFacts(database);
  const told = await toldBeyond(database);
  const read = performance.now();
  const { scene } = await sceneOver({ world, repositories, now: at }, told);
  const folded = performance.now();
  const { found } = readSignals(scene, SIGNALS);
  const ended = performance.now();
  const [whole, ...parts] = [ended - started, read - started, folded - read, ended - folded].map((ms) => ms / 1000);
  return { whole: whole!, read: parts[0]!, fold: parts[1]!, signals: parts[2]!, readings: found.length };
}
