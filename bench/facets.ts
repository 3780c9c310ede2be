import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { Asking, percentile } from './asking.ts';
import type { Bench, BenchRow } from './bench.ts';
import { crowdedYear } from './crowded-facts.ts';
import { crowdedRepository } from './crowded-repository.ts';
import { keepYear, openConnection } from './keep-year.ts';
import { readAll } from './load.ts';

const FIRST_S = 10;
const LATER_MS = 200;
const BLOCK_MS = 50;

/** A team's server with a year of 500 people in its database, asked what lies beyond git; it has built nothing of it yet. */
export const facets: Bench = {
  name: 'facets',
  question: 'How long does a team’s server take to say who can review, operate and explain, over a year of 500 people?',
  async *run({ scratch }) {
    const place = { engine: 'sqlite', folder: join(scratch, 'facets') } as const;
    const { source, facts, address } = await filled(place, join(scratch, 'shop.git'));
    const server = fork(join(import.meta.dirname, 'team-server.ts'), {
      execArgv: ['--import', join(import.meta.dirname, 'watch-loop.js')],
      env: { ...process.env, UNDERSTUDY_DATA: place.folder, BENCH_ADDRESS: address },
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    const [{ address: url }] = (await once(server, 'message')) as [{ readonly address: string }];
    const asking = new Asking(url);
    try {
      yield* measured(asking, { server, source, on: `${facts.toLocaleString('en')} facts of 500 people, SQLite` });
    } finally {
      asking.close();
      if (server.connected) server.disconnect();
    }
  },
};

async function filled(place: DatabasePlace, folder: string) {
  const year = crowdedYear(7);
  const { path, hashOf } = crowdedRepository(year.world, folder);
  const [source] = await readAll([path], place, 'shop');
  const facts = await withDatabase(
    { place, now: Date.now },
    async (database) => await keepYear(database, await openConnection(database), { ...year, facts: () => year.facts(hashOf) }),
  );
  return { source: source!, facts, address: year.world.evidence.people[1]!.emails[0]! };
}

interface Measured {
  readonly server: ChildProcess;
  readonly source: string;
  readonly on: string;
}

async function* measured(asking: Asking, { server, source, on }: Measured): AsyncIterable<BenchRow> {
  const path = `/api/sources/${source}/answers`;
  const areas = await areasOf(asking, path);
  server.kill('SIGUSR2');
  const first = (await asking.timeOf(`${path}/facets`)) / 1000;
  const row = { on, beside: 'the scene of everything is built for it, in a thread' };
  yield {
    ...row,
    what: 'facets of all areas, first time',
    figure: `${first.toFixed(1)} s`,
    limit: `${FIRST_S} s`,
    holds: first <= FIRST_S,
  };
  yield later(
    'the same again',
    on,
    await times(
      asking,
      Array.from({ length: 20 }, () => `${path}/facets`),
    ),
  );
  yield later(
    'facets of one area, each for the first time',
    on,
    await times(
      asking,
      areas.map((area) => `${path}/facets?area=${area}`),
    ),
  );
  const owners = areas.map((area) => `${path}/owners?area=${area}&me=true&from=2024-12-01&to=2024-12-15`);
  yield later('CODEOWNERS and merge deadlocks of one area in a stated absence', on, await times(asking, owners));
  server.kill('SIGUSR2');
  await asking.timeOf(`${path}/areas`);
  const block = await blockOf(server);
  const held = { figure: `${block.toFixed(0)} ms`, limit: `${BLOCK_MS} ms`, holds: block <= BLOCK_MS };
  yield {
    ...row,
    ...held,
    what: 'longest block of the event loop meanwhile',
    beside: `${2 * areas.length + 21} questions, one after the other`,
  };
}

async function areasOf(asking: Asking, path: string): Promise<readonly string[]> {
  const { text } = await asking.ask(`${path}/areas`);
  const { rows } = JSON.parse(text) as { readonly rows: readonly { readonly id: string }[] };
  return rows.map(({ id }) => encodeURIComponent(id));
}

async function times(asking: Asking, paths: readonly string[]): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const path of paths) taken.push(await asking.timeOf(path));
  return taken;
}

function later(what: string, on: string, taken: readonly number[]): BenchRow {
  const [middle, longest] = [percentile(taken, 0.5), percentile(taken, 1)];
  return {
    what,
    on,
    figure: `${middle.toFixed(0)} ms`,
    limit: `${LATER_MS} ms`,
    holds: longest <= LATER_MS,
    beside: `longest ${longest.toFixed(0)} ms of ${taken.length}`,
  };
}

async function blockOf(server: ChildProcess): Promise<number> {
  server.disconnect();
  let said = '';
  for await (const chunk of server.stderr!) said += String(chunk);
  const found = /longest-block ([\d.]+)/.exec(said);
  if (!found) throw new Error(`the server did not say how long it was held up: ${said}`);
  return Number(found[1]);
}
