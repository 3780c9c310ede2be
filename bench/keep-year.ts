import { KeepInPieces } from '#app/actions/importing/keep-in-pieces.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import type { Fact } from '#core/facts/fact.ts';
import { addConnection } from '#store/connections/connections.ts';
import { packFacts } from '#store/facts/packs/packs.ts';
import type { CrowdedYear } from './crowded-facts.ts';

const PIECE = 1000;

/** Number of a connection that may be told things. */
export async function openConnection(database: TeamDatabase): Promise<number> {
  const settings = { what: [], privateAllowed: false, everyMinutes: 60 };
  const row = { id: 'bench', kind: 'github', name: 'bench', host: 'forge.example', credential: null, due_at: null };
  return (await database.write(async (query) => await addConnection(query, { ...row, settings, now: 0 }))).number;
}

/** Keeps a year as an import does. How many facts were new. */
export async function keepYear(database: TeamDatabase, connection: number, year: Pick<CrowdedYear, 'facts' | 'namings'>): Promise<number> {
  const keeping = new KeepInPieces(database, Date.now());
  const by = { connection, delivery: 1 };
  await keeping.add({ facts: [], namings: year.namings, skipped: [] }, by);
  let piece: Fact[] = [];
  for (const fact of year.facts()) {
    if (piece.push(fact) < PIECE) continue;
    await keeping.add({ facts: piece, namings: [], skipped: [] }, by);
    piece = [];
  }
  await keeping.add({ facts: piece, namings: [], skipped: [] }, by);
  await keeping.end(by);
  await database.dialect.measure('fact')?.execute(database.query);
  await packFacts(database);
  return keeping.fresh;
}
