import { join } from 'node:path';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { startPostgres } from '../test/databases/postgres-server.ts';
import type { Bench, BenchRow } from './bench.ts';
import { crowdedYear } from './crowded-facts.ts';
import { keepYear, openConnection } from './keep-year.ts';
import { newDatabase } from './new-database.ts';

/** Seconds. */
const MOST_IMPORT = 60;

/** What sources beyond git tell in a year, kept once, and told once more. */
export const importing: Bench = {
  name: 'import',
  question: 'How long does it take to keep a year of facts of 500 people?',
  async *run({ scratch }) {
    const { url, stop } = await startPostgres();
    try {
      yield await measured('SQLite', { engine: 'sqlite', folder: join(scratch, 'import') });
      yield await measured('PostgreSQL', { engine: 'postgres', url: await newDatabase(url, 'import_facts') });
    } finally {
      await stop();
    }
  },
};

async function measured(on: string, place: DatabasePlace): Promise<BenchRow> {
  const { facts, kept, again } = await withDatabase({ place, now: Date.now }, timed);
  return {
    what: 'import',
    on: `${facts.toLocaleString('en')} facts, ${on}`,
    figure: `${kept.toFixed(1)} s`,
    limit: `${MOST_IMPORT} s`,
    holds: kept <= MOST_IMPORT,
    beside: `the same again: ${again.toFixed(1)} s; inventing them takes part in both`,
  };
}

async function timed(database: TeamDatabase) {
  const year = crowdedYear(7);
  const connection = await openConnection(database);
  const started = performance.now();
  const facts = await keepYear(database, connection, year);
  const between = performance.now();
  const fresh = await keepYear(database, connection, year);
  if (fresh !== 0) throw new Error(`${fresh} facts were new at the second telling`);
  return { facts, kept: (between - started) / 1000, again: (performance.now() - between) / 1000 };
}
