/** A worker whose jobs do nothing: takes and ends one after another from the place in its first argument, once it is told to begin. */
import { once } from 'node:events';
import type { DatabasePlace } from '#store/database/database.ts';
import { openDatabase } from '#store/database/open-database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';

const now = Date.now;
const database = await openDatabase(JSON.parse(process.argv[2]!) as DatabasePlace, { now });
const jobs = jobsOf(database);
// A worker that has just started gets hold of its connections first, which is no part of what is measured.
await database.query.selectFrom('job').select('id').limit(1).execute();
process.send!('ready');
await once(process, 'message');
let ended = 0;
for (let job = await jobs.take(now()); job !== undefined; job = await jobs.take(now())) {
  const taken = job;
  await database.write(async (query) => await jobs.end(query, taken, { state: 'done', outcome: '{}', now: now() }));
  ended += 1;
}
process.send!(ended);
await database.close();
process.disconnect();
