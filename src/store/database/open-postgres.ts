import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { shownPlace } from './database.ts';
import type { Connected, Statements } from './database.ts';
import { unreachable } from './database-refusal.ts';

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
  const pool = poolOf(url, readOnly ? 1 : MOST_CONNECTIONS);
  const close = async (): Promise<void> => await (library.ended ? undefined : library.end());
  const execute: Statements['execute'] = async (text, values) => {
    const client = await library.connect();
    try {
      return await client.query(text, values);
    } finally {
      client.release();
    }
  };
  return {
    query: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, awaited: pool.waitingCount }),
    statements: { execute, close },
  };
}

/** Nothing is connected before it is needed. */
function poolOf(url: string, max: number): pg.Pool {
  const pool = new TellingPool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECTING,
    keepAlive: true,
    application_name: 'understudy',
    types: TYPES,
  });
  // A connection that breaks between two statements is replaced by the pool; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** Whatever is asked of a server that is away is refused with a remedy, wherever that is noticed. */
class TellingPool extends pg.Pool {
  readonly #place: string;

  constructor({ connectionString, ...rest }: pg.PoolConfig & { readonly connectionString: string }) {
    const place = shownPlace({ engine: 'postgres', url: connectionString });
    super({ ...rest, connectionString, Client: clientTelling(place) } as pg.PoolConfig);
    this.#place = place;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(done: Connecting): void;
  override connect(done?: Connecting): Promise<pg.PoolClient> | void {
    if (done !== undefined) return super.connect(done);
    return super.connect().catch((problem: unknown) => {
      throw unreachable(problem, this.#place);
    });
  }
}

type Connecting = Parameters<pg.Pool['connect']>[0];

function clientTelling(place: string): typeof pg.Client {
  return class extends pg.Client {
    override readonly query = ((...given: Parameters<pg.Client['query']>) => {
      const answer: unknown = super.query(...given);
      if (!(answer instanceof Promise)) return answer;
      return answer.catch((problem: unknown) => {
        throw unreachable(problem, place);
      });
    }) as pg.Client['query'];
  };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is no whole number that can be held`);
  return value;
}
