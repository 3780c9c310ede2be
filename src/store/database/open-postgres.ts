import { PostgresDialect } from 'kysely';
import type { Dialect } from 'kysely';
import pg from 'pg';

/** Connections that one process may hold. */
const MOST_CONNECTIONS = 8;
/** Milliseconds to wait for a server that does not answer. */
const CONNECTING = 10_000;

const { INT8 } = pg.types.builtins;

/** Whole numbers come as numbers, as SQLite gives them; one that a number cannot hold is an error, never rounded. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (id === INT8 && format !== 'binary' ? wholeNumber : pg.types.getTypeParser(id, format)),
};

/** Who only reads does so in transactions that say so; saying it for the connection would be taken amiss by poolers in between. */
export function postgresDialect(url: string, readOnly = false): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: readOnly ? 1 : MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECTING,
    application_name: 'understudy',
    types: TYPES,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is no whole number that can be held`);
  return value;
}
