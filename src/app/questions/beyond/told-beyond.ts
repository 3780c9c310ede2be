import { existsSync } from 'node:fs';
import { toldBeyond } from '#app/people/told-beyond.ts';
import type { ToldBeyond } from '#app/worlds/scene-of.ts';
import { closedBy } from '#core/beyond/beheld.ts';
import { type FactFamily, familyOf, isFactKind } from '#core/facts/fact-kinds.ts';
import { markOfScene } from './scene-told.ts';
import type { Database, DatabasePlace } from '#store/database/database.ts';
import { openDatabase } from '#store/database/open-database.ts';
import { sqlitePath } from '#store/database/open-sqlite.ts';

export interface DatabaseMeant {
  readonly place: DatabasePlace;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

/** All that was told, of a place where there may be no database at all: nothing was told there, and none is made. */
export async function toldAt(meant: DatabaseMeant): Promise<ToldBeyond> {
  return await lookedInto(meant, toldBeyond, { facts: [], namings: [], words: [] });
}

/** Families that anything was told of, without reading what. */
export async function familiesToldAt(meant: DatabaseMeant): Promise<ReadonlySet<FactFamily>> {
  return await lookedInto(meant, familiesTold, new Set<FactFamily>());
}

/** What git alone cannot say and something there tells: the words of its lines. */
export async function linesClosedAt(meant: DatabaseMeant): Promise<readonly string[]> {
  const told = await familiesToldAt(meant);
  return closedBy((family) => told.has(family));
}

/** Another text as soon as anything else is told or said there. */
export async function markToldAt(meant: DatabaseMeant): Promise<string> {
  return await lookedInto(meant, async (database) => await markOfScene(database, meant.now()), '');
}

async function familiesTold({ query }: Database): Promise<ReadonlySet<FactFamily>> {
  const kinds = await query.selectFrom('fact').select('kind').distinct().execute();
  return new Set(kinds.flatMap(({ kind }) => (isFactKind(kind) ? [familyOf(kind)] : [])));
}

async function lookedInto<Found>(
  { place, now }: DatabaseMeant,
  look: (database: Database) => Promise<Found>,
  nothing: Found,
): Promise<Found> {
  if (place.engine === 'sqlite' && !existsSync(sqlitePath(place.folder))) return nothing;
  const database = await openDatabase(place, { now });
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}
