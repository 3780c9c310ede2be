import type { Database } from '#store/database/database.ts';
import { BossQueue } from './boss-queue.ts';
import type { JobQueue } from './job-queue.ts';
import { LeasedRows } from './leased-rows.ts';

const queues = new WeakMap<Database, JobQueue>();

/** The queue of a team's database: a library where there is one for the engine, rows with leases else. */
export function jobsOf(database: Database): JobQueue {
  const known = queues.get(database);
  if (known !== undefined) return known;
  const queue = database.dialect.engine === 'sqlite' ? new LeasedRows(database) : new BossQueue(database);
  queues.set(database, queue);
  return queue;
}
