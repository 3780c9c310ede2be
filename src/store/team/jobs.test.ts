import { describe, expect, it } from 'vitest';
import { NOW, onBothEngines } from '#test/databases/on-both-engines.ts';
import { sourceRow } from '#test/databases/fill-database.ts';
import type { Database } from '#store/database/database.ts';
import { askForJob, endJob, holdJob, LEASE, newestJobs, returnJob, takeJob } from './jobs.ts';
import { addSource, planScans, removeSource, scanNow, sourceById, sourceNamed } from './sources.ts';

const end = { state: 'done' as const, outcome: '{}', now: NOW };

onBothEngines(({ open, emptyPlace }) => {
  const asked = async (database: Database, ...subjects: string[]): Promise<void> => {
    for (const [i, subject] of subjects.entries())
      await database.write(async (query) => await askForJob(query, { kind: 'scan', subject, dueAt: NOW + i, now: NOW }));
  };

  describe('jobs', () => {
    it('are taken in the order in which they fell due, and not before', async () => {
      const database = await open();
      await asked(database, 'a', 'b', 'c');
      expect((await takeJob(database, NOW + 1))?.subject).toBe('a');
      expect((await takeJob(database, NOW + 1))?.subject).toBe('b');
      expect(await takeJob(database, NOW + 1)).toBeUndefined();
      expect((await takeJob(database, NOW + 2))?.subject).toBe('c');
    });

    it('are open once for a subject, however often somebody asks', async () => {
      const database = await open();
      await asked(database, 'a', 'a', 'a');
      const job = (await takeJob(database, NOW))!;
      await asked(database, 'a');
      expect(await takeJob(database, NOW)).toBeUndefined();
      await database.write(async (query) => await endJob(query, job, end));
      await asked(database, 'a');
      expect((await takeJob(database, NOW))?.subject).toBe('a');
    });

    it('are taken by one worker each, however many ask at once', async () => {
      const place = await emptyPlace();
      const workers = await Promise.all(Array.from({ length: 5 }, async () => await open(place)));
      const subjects = Array.from({ length: 40 }, (_, i) => `s${String(i).padStart(2, '0')}`);
      await asked(workers[0]!, ...subjects);
      const taken = await Promise.all(
        workers.map(async (worker) => {
          const own: string[] = [];
          for (let job = await takeJob(worker, NOW + 99); job; job = await takeJob(worker, NOW + 99)) own.push(job.subject);
          return own;
        }),
      );
      expect(taken.flat().toSorted()).toEqual(subjects);
    });

    it('go to another worker when nothing is heard of the first, whose end no longer counts', async () => {
      const database = await open();
      await asked(database, 'a');
      const first = (await takeJob(database, NOW))!;
      expect(await holdJob(database, first, { now: NOW + 1000, progress: '10 %' })).toBe(true);
      expect(await takeJob(database, NOW + LEASE)).toBeUndefined();
      const second = (await takeJob(database, NOW + 1001 + LEASE))!;
      expect([second.id, second.tries]).toEqual([first.id, 2]);
      expect(await holdJob(database, first, { now: NOW, progress: '' })).toBe(false);
      await expect(
        database.write(async (query) => {
          await query.insertInto('source').values(sourceRow('made-by-the-first')).execute();
          await endJob(query, first, end);
        }),
      ).rejects.toMatchObject({ name: 'LeaseLost' });
      expect(await sourceById(database, 'made-by-the-first')).toBeUndefined();
      await database.write(async (query) => await endJob(query, second, end));
      expect((await newestJobs(database, 'scan')).get('a')).toMatchObject({ state: 'done', tries: 2 });
    });

    it('that never come to an end are given up', async () => {
      const database = await open();
      await asked(database, 'deadly');
      for (let n = 0; n < 5; n++) expect((await takeJob(database, NOW + n * (LEASE + 1)))?.tries).toBe(n + 1);
      expect(await takeJob(database, NOW + 5 * (LEASE + 1))).toBeUndefined();
      expect((await newestJobs(database, 'scan')).get('deadly')?.state).toBe('failed');
    });

    it('can be given back for later', async () => {
      const database = await open();
      await asked(database, 'a');
      const job = (await takeJob(database, NOW))!;
      await database.write(async (query) => await returnJob(query, job, NOW + 500));
      expect(await takeJob(database, NOW + 499)).toBeUndefined();
      expect((await takeJob(database, NOW + 500))?.id).toBe(job.id);
    });

    it('are forgotten a while after their end', async () => {
      const database = await open();
      const day = 24 * 3600 * 1000;
      for (const at of [0, 20 * day]) {
        await scanNow(database, `s${at}`, NOW);
        const job = (await takeJob(database, NOW))!;
        await database.write(async (query) => await endJob(query, job, { ...end, now: NOW + at }));
      }
      expect([...(await newestJobs(database, 'scan')).keys()]).toEqual([`s${20 * day}`]);
    });
  });

  describe('sources', () => {
    it('are scanned when added, and again and again, by whichever server looks first', async () => {
      const place = await emptyPlace();
      const servers = await Promise.all([open(place), open(place), open(place)]);
      await addSource(servers[0], { ...sourceRow('a'), scan_due_at: NOW + 3_600_000 });
      const first = (await takeJob(servers[1], NOW))!;
      await servers[1].write(async (query) => await endJob(query, first, end));
      await Promise.all(servers.map(async (server) => await planScans(server, NOW + 1000)));
      expect(await takeJob(servers[0], NOW + 1000)).toBeUndefined();
      await Promise.all(servers.map(async (server) => await planScans(server, NOW + 3_600_000)));
      expect((await takeJob(servers[0], NOW + 3_600_000))?.subject).toBe('a');
      expect(await takeJob(servers[0], NOW + 3_600_000)).toBeUndefined();
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
      const job = (await takeJob(database, NOW))!;
      await removeSource(database, 'a');
      await expect(database.write(async (query) => await endJob(query, job, end))).rejects.toMatchObject({ name: 'LeaseLost' });
      expect(await newestJobs(database, 'scan')).toEqual(new Map());
    });
  });
});
