import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { NOW, onBothEngines } from '#test/databases/on-both-engines.ts';
import { sourceRow } from '#test/databases/fill-database.ts';
import { silenceWorkers } from '#test/databases/silence-workers.ts';
import type { Database } from '#store/database/database.ts';
import { addSource, planScans, removeSource, scanNow, sourceById, sourceNamed } from '#store/team/sources.ts';
import { LEASE } from './job-queue.ts';
import type { JobWish, TakenJob } from './job-queue.ts';
import { newestJobs } from './job-rows.ts';
import { jobsOf } from './jobs.ts';

const end = { state: 'done' as const, outcome: '{}', now: NOW };

onBothEngines(({ open, emptyPlace }) => {
  const ask = async (database: Database, wish: JobWish): Promise<void> =>
    await database.write(async (query) => await jobsOf(database).ask(query, wish));
  const asked = async (database: Database, ...subjects: string[]): Promise<void> => {
    for (const [i, subject] of subjects.entries()) await ask(database, { kind: 'scan', subject, dueAt: NOW + i, now: NOW + i });
  };
  /** The job as it is handed out after nothing was heard of its worker for long. */
  const takenAgain = async (database: Database, now: number): Promise<TakenJob | undefined> => {
    await silenceWorkers(database);
    return await jobsOf(database).take(now);
  };

  it('many sources that are due are asked for once each, whoever plans, and nobody holds the database for long', async () => {
    const place = await emptyPlace();
    const planners = await Promise.all([1, 2, 3].map(async () => await open(place)));
    const rows = Array.from({ length: 700 }, (_, i) => ({ ...sourceRow(randomUUID()), scan_due_at: NOW - i }));
    await planners[0]!.write(async (query) => {
      for (let i = 0; i < rows.length; i += 100)
        await query
          .insertInto('source')
          .values(rows.slice(i, i + 100))
          .execute();
    });
    await planners[0]!.write(
      async (query) => await jobsOf(planners[0]!).ask(query, { kind: 'scan', subject: rows[5]!.id, dueAt: NOW, now: NOW }),
    );
    await Promise.all(planners.map(async (planner) => await planScans(planner, NOW)));
    expect([...(await newestJobs(planners[0]!, 'scan')).keys()].toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    const counted = await planners[0]!.query
      .selectFrom('job')
      .select(({ fn }) => fn.countAll<number>().as('jobs'))
      .executeTakeFirstOrThrow();
    expect(counted.jobs).toBe(700);
    expect((await sourceById(planners[0]!, rows[9]!.id))?.scan_due_at).toBe(NOW + rows[9]!.every_minutes * 60_000);
    const taken = new Set<string>();
    for (let i = 0; i < 20; i++) taken.add((await jobsOf(planners[i % 3]!).take(NOW))!.subject);
    expect(taken.size).toBe(20);
  });

  describe('jobs', () => {
    it('are taken in the order in which they were asked for, and not before they are due', async () => {
      const database = await open();
      await asked(database, 'a', 'b');
      const soon = Date.now() + 700;
      await ask(database, { kind: 'scan', subject: 'c', dueAt: soon, now: NOW });
      expect((await jobsOf(database).take(Date.now()))?.subject).toBe('a');
      expect((await jobsOf(database).take(Date.now()))?.subject).toBe('b');
      expect(await jobsOf(database).take(Date.now())).toBeUndefined();
      await sleep(soon + 50 - Date.now());
      expect((await jobsOf(database).take(Date.now()))?.subject).toBe('c');
    });

    it('are open once for a subject, however often somebody asks', async () => {
      const database = await open();
      await asked(database, 'a', 'a', 'a');
      const job = (await jobsOf(database).take(NOW))!;
      await asked(database, 'a');
      expect(await jobsOf(database).take(NOW)).toBeUndefined();
      await database.write(async (query) => await jobsOf(database).end(query, job, end));
      await asked(database, 'a');
      expect((await jobsOf(database).take(NOW))?.subject).toBe('a');
    });

    it('are taken by one worker each, however many ask at once', async () => {
      const place = await emptyPlace();
      const workers = await Promise.all(Array.from({ length: 5 }, async () => await open(place)));
      const subjects = Array.from({ length: 40 }, (_, i) => `s${String(i).padStart(2, '0')}`);
      await asked(workers[0]!, ...subjects);
      const taken = await Promise.all(
        workers.map(async (worker) => {
          const own: string[] = [];
          for (let job = await jobsOf(worker).take(NOW + 99); job; job = await jobsOf(worker).take(NOW + 99)) own.push(job.subject);
          return own;
        }),
      );
      expect(taken.flat().toSorted()).toEqual(subjects);
    });

    it('go to another worker when nothing is heard of the first, whose end no longer counts', async () => {
      const database = await open();
      await asked(database, 'a');
      const first = (await jobsOf(database).take(NOW))!;
      expect(await jobsOf(database).hold(first, { now: NOW + 1000, progress: '10 %' })).toBe(true);
      expect(await jobsOf(database).take(NOW + LEASE)).toBeUndefined();
      const second = (await takenAgain(database, NOW + 2 * LEASE))!;
      expect([second.id, second.tries]).toEqual([first.id, 2]);
      expect(await jobsOf(database).hold(first, { now: NOW, progress: '' })).toBe(false);
      await expect(
        database.write(async (query) => {
          await query.insertInto('source').values(sourceRow('made-by-the-first')).execute();
          await jobsOf(database).end(query, first, end);
        }),
      ).rejects.toMatchObject({ name: 'LeaseLost' });
      expect(await sourceById(database, 'made-by-the-first')).toBeUndefined();
      await database.write(async (query) => await jobsOf(database).end(query, second, end));
      expect((await newestJobs(database, 'scan')).get('a')).toMatchObject({ state: 'done', tries: 2 });
    });

    it('that never come to an end are given up, and said to be', async () => {
      const database = await open();
      await asked(database, 'deadly');
      for (let n = 0; n < 5; n++) expect((await takenAgain(database, NOW + n * (LEASE + 1)))?.tries).toBe(n + 1);
      expect(await takenAgain(database, NOW + 5 * (LEASE + 1))).toBeUndefined();
      const { state, outcome } = (await newestJobs(database, 'scan')).get('deadly')!;
      expect([state, JSON.parse(outcome!)]).toEqual(['failed', { sentence: 'It was begun 5 times and never came to an end.' }]);
      await asked(database, 'deadly');
      expect((await jobsOf(database).take(NOW + 5 * (LEASE + 1)))?.tries).toBe(1);
    });

    it('can be given back for later, as often as a worker stops in good order', async () => {
      const database = await open();
      await asked(database, 'a');
      const { id } = (await jobsOf(database).take(Date.now()))!;
      for (let n = 0; n < 7; n++) {
        const later = Date.now() + (n === 0 ? 500 : 0);
        const job = { id, kind: 'scan', subject: 'a', tries: n + 1, lease: (await leaseOf(database, id))! };
        await database.write(async (query) => await jobsOf(database).giveBack(query, job, later));
        if (n === 0) expect(await jobsOf(database).take(Date.now())).toBeUndefined();
        await sleep(Math.max(1, later + 20 - Date.now()));
        expect((await jobsOf(database).take(Date.now()))?.id).toBe(id);
      }
      expect((await newestJobs(database, 'scan')).get('a')?.state).toBe('running');
    });

    it('whose end could not be kept are still open, and begun again', async () => {
      const database = await open();
      await asked(database, 'a');
      const job = (await jobsOf(database).take(NOW))!;
      const failing = database.write(async (query) => {
        await jobsOf(database).end(query, job, end);
        throw new Error('the disk is full');
      });
      await expect(failing).rejects.toThrow('the disk is full');
      expect((await newestJobs(database, 'scan')).get('a')?.state).toBe('running');
      expect((await takenAgain(database, NOW + LEASE + 1))?.id).toBe(job.id);
    });

    it('whose asking could not be kept were never asked for', async () => {
      const database = await open();
      const failing = database.write(async (query) => {
        await jobsOf(database).ask(query, { kind: 'scan', subject: 'a', dueAt: NOW, now: NOW });
        throw new Error('the disk is full');
      });
      await expect(failing).rejects.toThrow('the disk is full');
      expect(await jobsOf(database).take(NOW)).toBeUndefined();
      await asked(database, 'a');
      expect((await jobsOf(database).take(NOW))?.subject).toBe('a');
    });

    it('that came as rows, by a restore or a move, are handed out', async () => {
      const database = await open();
      const job = { kind: 'scan', due_at: NOW, made_at: NOW, progress: null, outcome: null, ended_at: null };
      const rows = [
        { ...job, id: randomUUID(), subject: 'waited', state: 'waiting' as const, lease: null, lease_until: null },
        { ...job, id: randomUUID(), subject: 'ran', state: 'running' as const, lease: 'elsewhere', lease_until: NOW },
      ];
      await database.query.insertInto('job').values(rows).execute();
      for (let n = 0; n < 2; n++) await database.write(async (query) => await jobsOf(database).adopt(query));
      const later = NOW + LEASE + 1;
      const subjects = [await jobsOf(database).take(later), await jobsOf(database).take(later)].map((one) => one?.subject);
      expect(new Set(subjects)).toEqual(new Set(['ran', 'waited']));
      expect(await jobsOf(database).take(later)).toBeUndefined();
    });

    it('that a server forgot to hand over are noticed by the next worker that starts', async () => {
      const place = await emptyPlace();
      const row = { id: randomUUID(), kind: 'scan', subject: 'a', state: 'waiting' as const, due_at: NOW, made_at: NOW };
      const rest = { lease: null, lease_until: null, progress: null, outcome: null, ended_at: null };
      await (await open(place)).query
        .insertInto('job')
        .values({ ...row, ...rest })
        .execute();
      expect((await jobsOf(await open(place)).take(NOW))?.id).toBe(row.id);
    });

    it('are forgotten a while after their end', async () => {
      const database = await open();
      const day = 24 * 3600 * 1000;
      for (const at of [0, 20 * day]) {
        await scanNow(database, `s${at}`, NOW);
        const job = (await jobsOf(database).take(NOW))!;
        await database.write(async (query) => await jobsOf(database).end(query, job, { ...end, now: NOW + at }));
      }
      expect([...(await newestJobs(database, 'scan')).keys()]).toEqual([`s${20 * day}`]);
    });
  });

  describe('sources', () => {
    it('are scanned when added, and again and again, by whichever server looks first', async () => {
      const place = await emptyPlace();
      const servers = await Promise.all([open(place), open(place), open(place)]);
      await addSource(servers[0], { ...sourceRow('a'), scan_due_at: NOW + 3_600_000 });
      const first = (await jobsOf(servers[1]).take(NOW))!;
      await servers[1].write(async (query) => await jobsOf(servers[1]).end(query, first, end));
      await Promise.all(servers.map(async (server) => await planScans(server, NOW + 1000)));
      expect(await jobsOf(servers[0]).take(NOW + 1000)).toBeUndefined();
      await Promise.all(servers.map(async (server) => await planScans(server, NOW + 3_600_000)));
      expect((await jobsOf(servers[0]).take(NOW + 3_600_000))?.subject).toBe('a');
      expect(await jobsOf(servers[0]).take(NOW + 3_600_000)).toBeUndefined();
      expect((await sourceById(servers[0], 'a'))?.scan_due_at).toBe(NOW + 2 * 3_600_000);
    });

    it('are known by id, address or name, and only once', async () => {
      const database = await open();
      await addSource(database, sourceRow('a'));
      await addSource(database, { ...sourceRow('b'), name: 'twice' });
      await addSource(database, { ...sourceRow('c'), name: 'twice' });
      for (const word of ['a', '/srv/a', sourceRow('a').name]) expect((await sourceNamed(database, word)).id).toBe('a');
      await expect(sourceNamed(database, 'twice')).rejects.toMatchObject({ code: 'source-unknown' });
      await expect(sourceNamed(database, 'none')).rejects.toMatchObject({ code: 'source-unknown' });
      await expect(addSource(database, { ...sourceRow('d'), address: '/srv/a' })).rejects.toMatchObject({ code: 'source-known' });
    });

    it('go with everything that was read from them, and what is being read finds no place', async () => {
      const database = await open();
      await addSource(database, sourceRow('a'));
      const job = (await jobsOf(database).take(NOW))!;
      await removeSource(database, 'a');
      await expect(database.write(async (query) => await jobsOf(database).end(query, job, end))).rejects.toMatchObject({
        name: 'LeaseLost',
      });
      expect(await newestJobs(database, 'scan')).toEqual(new Map());
    });
  });
});

async function leaseOf({ query }: Database, id: string): Promise<string | null> {
  return (await query.selectFrom('job').select('lease').where('id', '=', id).executeTakeFirstOrThrow()).lease;
}
