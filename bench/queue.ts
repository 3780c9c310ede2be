import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { counted } from '#core/terms/figures.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { startPostgres } from '../test/databases/postgres-server.ts';
import type { Bench, BenchRow } from './bench.ts';
import { newDatabase } from './new-database.ts';

const JOBS = 1000;
/** 10,000 repositories, each looked at once an hour. */
const NEEDED = 10_000 / 3600;
/** What a queue may take of a worker's time for such a team: a tenth. */
const LEAST = Math.ceil(NEEDED * 10);

/** The queue alone: jobs that do nothing, taken and ended singly, on both engines. */
export const queue: Bench = {
  name: 'queue',
  question: 'How many jobs that do nothing can 1, 2 and 4 workers take and end in a second?',
  async *run({ scratch }) {
    const { url, stop } = await startPostgres();
    try {
      yield* measured('SQLite', async (n) => ({ engine: 'sqlite', folder: join(scratch, `queue-${n}`) }));
      yield* measured('PostgreSQL, pg-boss', async (n) => ({ engine: 'postgres', url: await newDatabase(url, `queue_${n}`) }));
    } finally {
      await stop();
    }
  },
};

async function* measured(on: string, place: (n: number) => Promise<DatabasePlace>): AsyncIterable<BenchRow> {
  for (const count of [1, 2, 4]) {
    const { asked, ended } = await drained(await place(count), count);
    yield {
      what: counted(count, 'worker'),
      on: `${JOBS} jobs, ${on}`,
      figure: `${ended.toFixed(0)} jobs/s`,
      limit: `${LEAST} jobs/s`,
      holds: ended >= LEAST,
      beside: `asked for, one a transaction: ${asked.toFixed(0)} jobs/s`,
    };
  }
}

async function drained(place: DatabasePlace, count: number): Promise<{ readonly asked: number; readonly ended: number }> {
  const began = performance.now();
  await withDatabase({ place, now: Date.now }, ask);
  const asking = performance.now() - began;
  const workers = await Promise.all(Array.from({ length: count }, async () => await started(place)));
  const start = performance.now();
  const counts = await Promise.all(workers.map(async (worker) => await drain(worker)));
  const taking = performance.now() - start;
  const done = counts.reduce((sum, one) => sum + one, 0);
  if (done !== JOBS) throw new Error(`${done} jobs were ended, and ${JOBS} asked for`);
  return { asked: (JOBS / asking) * 1000, ended: (JOBS / taking) * 1000 };
}

async function ask(database: Parameters<typeof jobsOf>[0]): Promise<void> {
  const now = Date.now();
  for (let n = 0; n < JOBS; n++)
    await database.write(async (query) => await jobsOf(database).ask(query, { kind: 'nothing', subject: String(n), dueAt: now, now }));
}

async function started(place: DatabasePlace): Promise<ChildProcess> {
  const worker = fork(join(import.meta.dirname, 'drain-jobs.ts'), [JSON.stringify(place)]);
  await once(worker, 'message');
  return worker;
}

async function drain(worker: ChildProcess): Promise<number> {
  const ended = once(worker, 'message');
  worker.send('begin');
  return Number((await ended)[0]);
}
