import { join } from 'node:path';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { counted } from '#core/terms/figures.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { verify } from '#store/backup/verify.ts';
import { startPostgres } from '../test/databases/postgres-server.ts';
import type { Bench, BenchRow } from './bench.ts';
import { type Invented, invented } from './invented.ts';
import { timed } from './measure.ts';
import { newDatabase } from './new-database.ts';

const REPOSITORIES = 200;
const MAIN = join(import.meta.dirname, '../dist/cli/main.js');
/** Two processes that halve the work on two cores would take half the time; this share is still a gain worth having. */
const WORTH = 0.85;

/** A team's first scan of many repositories: one, two and four workers, from nothing, on both engines. */
export const workers: Bench = {
  name: 'workers',
  question: `How long do 1, 2 and 4 workers take to read ${REPOSITORIES} repositories into a team's database?`,
  async *run({ scratch }) {
    const sources = invented(join(scratch, 'sources'), REPOSITORIES);
    const { url, stop } = await startPostgres();
    try {
      yield* measured('SQLite', sources, async (n) => ({ engine: 'sqlite', folder: join(scratch, `team-${n}`) }));
      yield* measured('PostgreSQL', sources, async (n) => ({ engine: 'postgres', url: await newDatabase(url, `bench_${n}`) }));
    } finally {
      await stop();
    }
  },
};

async function* measured(on: string, { paths, commits }: Invented, place: (n: number) => Promise<DatabasePlace>): AsyncIterable<BenchRow> {
  let alone = 0;
  for (const count of [1, 2, 4]) {
    const seconds = await firstScan(paths, await place(count), count);
    if (count === 1) alone = seconds;
    const share = seconds / alone;
    yield {
      what: counted(count, 'worker'),
      on: `${paths.length} repositories, ${on}`,
      figure: `${seconds.toFixed(1)} s, ${(paths.length / seconds).toFixed(1)} repositories/s`,
      limit: count === 1 ? 'none' : `${WORTH * 100} % of one worker's time`,
      holds: count === 1 || share <= WORTH,
      beside: `${commits} commits; ${share.toFixed(2)} of one worker's time; starting the processes is part of it`,
    };
  }
}

async function firstScan(paths: readonly string[], place: DatabasePlace, workers: number): Promise<number> {
  const now = Date.now;
  const wish = { keyFile: '', privateAllowed: false, everyMinutes: 60 };
  await withDatabase({ place, now }, async (database) => {
    for (const address of paths) await readFrom(database, { ...wish, address, now: now() });
  });
  const where = place.engine === 'sqlite' ? ['--data-folder', place.folder] : ['--database', place.url];
  const args = [MAIN, 'work', '--once', '--quiet', '--workers', String(workers), ...where];
  const { seconds, code } = await timed({ command: process.execPath, args });
  const { tables, problems } = await withDatabase({ place, now }, verify);
  const scans = tables.find(({ table }) => table === 'scan')!.rows;
  if (code !== 0 || scans !== paths.length || problems.length > 0)
    throw new Error(`${scans} scans, ended with ${code}: ${problems.join(' ')}`);
  return seconds;
}
