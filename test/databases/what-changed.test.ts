import { expect, it } from 'vitest';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import { teamMode } from '#app/questions/privacy/team-settings.ts';
import { answerRepositories } from '#app/questions/team/answer-repositories.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { whatChanged } from '#app/questions/team/what-changed.ts';
import type { Database } from '#store/database/database.ts';
import { LEASE, MOST_TRIES, type TakenJob } from '#store/jobs/job-queue.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { scanStamp } from '#store/kept-scan.ts';
import { keepFindings, showFindingFrom } from '#store/privacy/findings.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource, planScans, removeSource, scanNow } from '#store/team/sources.ts';
import { keepSummary } from '#store/team/summaries.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { silenceWorkers } from './silence-workers.ts';

const DAY = 24 * 3_600_000;
const ALONE = { loopback: true };

/** Everything that a page of all repositories shows. */
async function shown(database: Database, now: number): Promise<string> {
  const mode = await teamMode(database, ALONE);
  const { rows, reading } = await answerRepositories(database, { now, mode });
  return JSON.stringify([rows, reading, (await answerSources(database, now)).rows]);
}

/** A moment that goes on by a second with each look, as in a server. */
class Watch {
  now = NOW;
  job: TakenJob | undefined;
  readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async take(): Promise<void> {
    this.job = await jobsOf(this.database).take(this.now);
    expect(this.job).toBeDefined();
  }

  async end(state: 'done' | 'failed', sentence: string): Promise<void> {
    const { database, now, job } = this;
    await database.write(async (query) => await jobsOf(database).end(query, job!, { state, outcome: JSON.stringify({ sentence }), now }));
  }

  async summedUp(stops: number): Promise<void> {
    const { database, now } = this;
    const scan = await database.query.selectFrom('scan').select(['head', 'crc']).where('source_id', '=', 'a').executeTakeFirstOrThrow();
    const standing = { people: '', northStar: null, days: 14, verdicts: { moves: 0, degrades: 0, stops, 'not judged': 1 } };
    await keepSummary(database, { sourceId: 'a', stamp: scanStamp(scan), judgedAt: 40, standing, summedAt: now });
  }
}

type Act = (watch: Watch) => Promise<unknown>;

/** In this order: everything that ever changes what is shown. */
const ACTS: readonly (readonly [string, Act])[] = [
  ['a source is added', async ({ database, now }) => await addSource(database, { ...sourceRow('a'), added_at: now })],
  ['a worker takes it', async (watch) => await watch.take()],
  [
    'the worker says how far it is',
    async ({ database, job, now }) => {
      expect(await jobsOf(database).hold(job!, { now, progress: JSON.stringify({ done: 7, total: 9 }) })).toBe(true);
    },
  ],
  ['it is given back', async ({ database, job, now }) => await database.write(async (q) => await jobsOf(database).giveBack(q, job!, now))],
  [
    'it is taken and fails between two looks',
    async (watch) => {
      await watch.take();
      await watch.end('failed', 'There is no way there.');
    },
  ],
  [
    'it is asked for, taken and fails otherwise between two looks',
    async (watch) => {
      await scanNow(watch.database, 'a', watch.now);
      await watch.take();
      await watch.end('failed', 'Nobody lets us in.');
    },
  ],
  [
    'it is read, with the moment of the scan before',
    async (watch) => {
      await scanNow(watch.database, 'a', watch.now);
      await watch.take();
      await watch.database.write(async (query) => await saveScan(query, { sourceId: 'a', scan: scanOf(40) }));
      await watch.end('done', '40 new commits.');
    },
  ],
  [
    'more is kept of it, outside of any job',
    async ({ database }) => await database.write(async (q) => await saveScan(q, { sourceId: 'a', scan: scanOf(45) })),
  ],
  ['it is summed up', async (watch) => await watch.summedUp(1)],
  ['it is summed up otherwise', async (watch) => await watch.summedUp(2)],
  [
    'a finding is held back',
    async ({ database, now }) =>
      await database.write(
        async (q) =>
          await keepFindings(q, { sourceId: 'a', found: [{ area: 'src', name: 'src', marks: ['m'] }], now, othersFrom: now + 3 * DAY }),
      ),
  ],
  [
    'the mode becomes another',
    async ({ database, now }) => {
      const who = { by: 'ana', now, loopback: true };
      await changeSettings(database, { mode: 'solo', reason: 'nobody else is here any more' }, who);
    },
  ],
  [
    'and another again',
    async ({ database, now }) => {
      const who = { by: 'ana', now, loopback: true };
      await changeSettings(database, { mode: 'team', reason: 'somebody else is here again' }, who);
    },
  ],
  [
    'it is let go',
    async ({ database, now }) => {
      const { id } = await database.query.selectFrom('finding').select('id').executeTakeFirstOrThrow();
      await database.write(async (q) => await showFindingFrom(q, id, now));
    },
  ],
  [
    'another one is held back',
    async ({ database, now }) =>
      await database.write(
        async (q) =>
          await keepFindings(q, { sourceId: 'a', found: [{ area: 'lib', name: 'lib', marks: ['m'] }], now, othersFrom: now + 3 * DAY }),
      ),
  ],
  ['its three days are over', async (watch) => void (watch.now += 3 * DAY)],
  ['its scan is due', async ({ database, now }) => await planScans(database, now)],
  [
    'workers die of it again and again, until it is given up',
    async (watch) => {
      const { database } = watch;
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        await watch.take();
        await silenceWorkers(database);
        watch.now += LEASE + 1;
      }
      expect(await jobsOf(database).take(watch.now)).toBeUndefined();
    },
  ],
  [
    'it is forgotten, and another one is added',
    async ({ database, now }) => {
      await removeSource(database, 'a');
      await addSource(database, { ...sourceRow('b'), added_at: now });
    },
  ],
];

onBothEngines(({ open }) => {
  it('whatever is shown of all repositories becomes other, one statement tells that it did', async () => {
    const watch = new Watch(await open());
    const { database } = watch;
    const markNow = async (): Promise<string> => await whatChanged(database, { now: watch.now, scope: 'team', ...ALONE });
    let [before, mark] = [await shown(database, watch.now), await markNow()];
    for (const [what, act] of ACTS) {
      watch.now += 1000;
      await act(watch);
      const after = await shown(database, watch.now);
      expect([what, after === before]).toEqual([what, false]);
      const other = await markNow();
      expect([what, other === mark]).toEqual([what, false]);
      expect(await markNow()).toBe(other);
      [before, mark] = [after, other];
    }
  });
});
