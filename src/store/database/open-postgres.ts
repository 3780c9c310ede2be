import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connected } from './database.ts';

/** Connections that one process may hold. */
const MOST_CONNECTIONS = 8;
/** Milliseconds to wait for a server that does not answer. */
const CONNECTING = 10_000;

const { INT8 } = pg.types.builtins;

/** Whole numbers come as numbers, as SQLite gives them; one that a number cannot hold is an error, never rounded. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (id === INT8 && format !== 'binary' ? wholeNumber : pg.types.getTypeParser(id, format)),
};

/** A library that needs a connection while all of ours wait for it would wait for ever, so it has some of its own. */
const CONNECTIONS_OF_A_LIBRARY = 2;

/** Who only reads does so in transactions that say so; saying it for the connection would be taken amiss by poolers in between. */
export function connectPostgres(url: string, readOnly = false): Connected {
  const library = poolOf(url, CONNECTIONS_OF_A_LIBRARY);
  const close = async (): Promise<void> => await (library.ended ? undefined : library.end());
  return {
    query: new Kysely({ dialect: new PostgresDialect({ pool: poolOf(url, readOnly ? 1 : MOST_CONNECTIONS) }) }),
    statements: { execute: async (text, values) => await library.query(text, values), close },
  };
}

/** Nothing is connected before it is needed. */
function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECTING,
    application_name: 'understudy',
    types: TYPES,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is no whole number that can be held`);
  return value;
}
