import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import type { Database, DatabasePlace } from '#store/database/database.ts';
import { openDatabase } from '#store/database/open-database.ts';

export const ENGINES = ['sqlite', 'postgres'] as const;
type Engine = (typeof ENGINES)[number];

export interface Bench {
  readonly engine: Engine;
  /** A place where there is nothing yet. */
  readonly emptyPlace: (engine?: Engine) => Promise<DatabasePlace>;
  /** An open database at the newest schema; closed after the tests. */
  readonly open: (place?: DatabasePlace) => Promise<Database>;
}

export const NOW = 1_790_000_000_000;
/** A file may leave hundreds of databases, and a busy machine drops a few in a second. */
const PATIENCE = 600_000;

/** The same tests on SQLite and on a real PostgreSQL. */
export function onBothEngines(tests: (bench: Bench) => void): void {
  onEngines(ENGINES, tests);
}

export function onPostgres(tests: (bench: Bench) => void): void {
  onEngines(['postgres'], tests);
}

/** What no engine can change. */
export function onSqlite(tests: (bench: Bench) => void): void {
  onEngines(['sqlite'], tests);
}

function onEngines(engines: readonly Engine[], tests: (bench: Bench) => void): void {
  describe.each(engines)('on %s', (engine) => {
    const undo: (() => Promise<void> | void)[] = [];
    afterAll(async () => {
      for (const step of undo.toReversed()) await step();
    }, PATIENCE);
    const emptyPlace = async (wanted: Engine = engine): Promise<DatabasePlace> => {
      const { place, remove } = wanted === 'sqlite' ? emptyFolder() : await emptyDatabase();
      undo.push(remove);
      return place;
    };
    const furnished = new Furnished();
    undo.push(async () => await furnished.remove());
    const furnishedPlace = async (): Promise<DatabasePlace> => {
      const { place, remove } = await furnished.copy();
      undo.push(remove);
      return place;
    };
    const open = async (place?: DatabasePlace): Promise<Database> => {
      const where = place ?? (engine === 'sqlite' ? await emptyPlace() : await furnishedPlace());
      const database = await openDatabase(where, { now: () => NOW });
      undo.push(async () => await database.close());
      return database;
    };
    tests({ engine, emptyPlace, open });
  });
}

interface Emptied {
  readonly place: DatabasePlace;
  readonly remove: () => Promise<void> | void;
}

function emptyFolder(): Emptied {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-team-'));
  return { place: { engine: 'sqlite', folder }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Making all tables takes PostgreSQL a third of a second, copying a database that has them a twentieth. */
class Furnished {
  #model: Promise<Emptied> | undefined;

  async copy(): Promise<Emptied> {
    this.#model ??= model();
    const { place } = await this.#model;
    return await emptyDatabase(place.engine === 'postgres' ? new URL(place.url).pathname.slice(1) : '');
  }

  async remove(): Promise<void> {
    await (await this.#model)?.remove();
  }
}

async function model(): Promise<Emptied> {
  const emptied = await emptyDatabase();
  await (await openDatabase(emptied.place, { now: () => NOW })).close();
  return emptied;
}

async function emptyDatabase(like = 'template1'): Promise<Emptied> {
  const url = new URL(inject('postgres'));
  const name = `understudy_test_${randomUUID().replaceAll('-', '')}`;
  await asRole(url.href, `create database ${name} template ${like}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    place: { engine: 'postgres', url: own.href },
    remove: async () => await asRole(url.href, `drop database ${name} with (force)`),
  };
}

async function asRole(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
