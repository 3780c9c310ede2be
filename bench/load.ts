import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { Asking, percentile } from './asking.ts';
import type { Bench, BenchRow } from './bench.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { invented } from './invented.ts';
import { argumentsOf } from './load-place.ts';
import { timed } from './measure.ts';
import { pathOf, placesOf } from './mix.ts';

const SOURCES = 100;
const RATE = 200;
const SECONDS = 60;
const LIMIT_MS = 100;
const MAIN = join(import.meta.dirname, '../dist/cli/main.js');
const now = Date.now;

/** A team's server with a hundred repositories loaded, asked 200 times a second, everything that a member may ask. */
export const load: Bench = {
  name: 'load',
  question: `How long does a team's server take with ${SOURCES} repositories, and at ${RATE} requests a second?`,
  async *run({ repositories, scratch }) {
    const given = repositories.slice(0, SOURCES);
    const { paths } = invented(join(scratch, 'load-sources'), SOURCES - given.length);
    const folder = join(scratch, 'load-data');
    const ids = await readAll([...given, ...paths], { engine: 'sqlite', folder });
    const server = fork(join(import.meta.dirname, 'team-server.ts'), { env: { ...process.env, UNDERSTUDY_DATA: folder } });
    try {
      const [{ address }] = (await once(server, 'message')) as [{ readonly address: string }];
      const asking = new Asking(address);
      yield* measured(asking, server, ids);
      asking.close();
    } finally {
      server.disconnect();
    }
  },
};

async function* measured(asking: Asking, server: ChildProcess, ids: readonly string[]): AsyncIterable<BenchRow> {
  const on = `${ids.length} repositories, SQLite`;
  const before = await memoryOf(server);
  const cold = await oneAfterAnother(ids, async (id) => await asking.timeOf(`/api/sources/${id}/answers/areas`));
  yield { ...times(cold), what: 'first question of a repository', on, limit: 'none', holds: true };
  const places = await Promise.all(ids.map(async (id) => await placesOf(asking, id)));
  const loaded = await memoryOf(server);
  yield {
    what: 'memory of the server with all of them loaded',
    on,
    figure: megabytes(loaded.bytes),
    limit: 'none',
    holds: true,
    beside: `${megabytes(before.bytes)} before the first question`,
  };
  const warm = await oneAfterAnother(ids, async (id) => await asking.timeOf(`/api/sources/${id}/answers/who?path=`));
  yield { ...times(warm), what: 'a further question of each', on, limit: 'none', holds: true };
  const began = await memoryOf(server);
  const mixed = await asking.atRate(RATE, SECONDS, async (n, due) => await asking.timeOf(pathOf(n, places), due));
  const ended = await memoryOf(server);
  const cores = (ended.cpu.user + ended.cpu.system - began.cpu.user - began.cpu.system) / 1e6 / SECONDS;
  const p95 = percentile(mixed, 0.95);
  yield {
    ...times(mixed),
    what: `${RATE} requests a second for ${SECONDS} s, p95`,
    on,
    figure: `${p95.toFixed(1)} ms`,
    limit: `${LIMIT_MS} ms`,
    holds: p95 <= LIMIT_MS,
    beside: `${times(mixed).beside}; ${cores.toFixed(2)} cores, ${megabytes(ended.bytes)} afterwards`,
  };
}

export async function readAll(paths: readonly string[], place: DatabasePlace, name = 'r'): Promise<readonly string[]> {
  const wish = { keyFile: '', privateAllowed: false, everyMinutes: 60 };
  const ids = await withDatabase({ place, now }, async (database) => {
    const added: string[] = [];
    for (const [i, address] of paths.entries())
      added.push((await readFrom(database, { ...wish, address, name: paths.length === 1 ? name : `${name}${i}`, now: now() })).id);
    return added;
  });
  const args = [MAIN, 'work', '--once', '--quiet', ...argumentsOf(place)];
  const { code } = await timed({ command: process.execPath, args });
  if (code !== 0) throw new Error(`workers ended with ${code}`);
  return ids;
}

async function oneAfterAnother<T>(all: readonly T[], work: (one: T) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (const one of all) times.push(await work(one));
  return times;
}

function times(all: readonly number[]): Pick<BenchRow, 'figure' | 'beside'> {
  const at = (share: number): string => percentile(all, share).toFixed(1);
  return {
    figure: `${at(0.5)} ms in the middle, ${at(0.95)} ms p95`,
    beside: `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)} ms`,
  };
}

interface Memory {
  readonly bytes: number;
  readonly cpu: NodeJS.CpuUsage;
}

async function memoryOf(server: ChildProcess): Promise<Memory> {
  server.send('memory');
  const [memory] = (await once(server, 'message')) as [Memory];
  return memory;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
