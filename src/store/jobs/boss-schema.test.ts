import { getRollbackPlans } from 'pg-boss';
import { describe, expect, it } from 'vitest';
import type { Database } from '#store/database/database.ts';
import { LATEST, migrate } from '#store/database/migrate.ts';
import { openDatabase } from '#store/database/open-database.ts';
import { NOW, onPostgres } from '#test/databases/on-both-engines.ts';
import { silenceWorkers } from '#test/databases/silence-workers.ts';
import { BOSS_SCHEMA, BOSS_VERSION, startBoss } from './boss.ts';
import { bossVersion } from './boss-schema.ts';
import { jobsOf } from './jobs.ts';

const now = () => NOW;

async function ask(database: Database, ...subjects: string[]): Promise<void> {
  await database.write(async (query) => {
    for (const subject of subjects) await jobsOf(database).ask(query, { kind: 'scan', subject, dueAt: NOW, now: NOW });
  });
}

onPostgres(({ emptyPlace, open }) => {
  describe('tables of the queue library', () => {
    it('are those of the library in package.json', async () => {
      const database = await open();
      const boss = await startBoss(database, { migrate: false });
      expect([await boss.schemaVersion(), await bossVersion(database)]).toEqual([BOSS_VERSION, BOSS_VERSION]);
      expect((await boss.detectSchemaDrift()).ok).toBe(true);
      await boss.stop({ graceful: false });
    });

    it('are never changed in passing: what is older is refused, and one command brings it up to date with its jobs', async () => {
      const place = await emptyPlace();
      const database = await open(place);
      await ask(database, 'a');
      await database.statements!.execute(getRollbackPlans(BOSS_SCHEMA, BOSS_VERSION));
      expect(await bossVersion(database)).toBe(BOSS_VERSION - 1);
      await expect(openDatabase(place, { now })).rejects.toMatchObject({ code: 'database-older' });
      expect(await bossVersion(database)).toBe(BOSS_VERSION - 1);
      const asItIs = await openDatabase(place, { now, schema: 'as it is' });
      expect((await migrate(asItIs, { now })).queue).toEqual({ before: BOSS_VERSION - 1, after: BOSS_VERSION });
      await asItIs.close();
      expect((await jobsOf(await open(place)).take(NOW))?.subject).toBe('a');
    });

    it('of a newer library are left alone', async () => {
      const place = await emptyPlace();
      const database = await open(place);
      await database.statements!.execute(`update ${BOSS_SCHEMA}.version set version = ${BOSS_VERSION + 1}`);
      await expect(openDatabase(place, { now })).rejects.toMatchObject({ code: 'database-newer' });
    });

    it('come to a database of before there was a library, and take its open jobs over', async () => {
      const place = await emptyPlace();
      const older = await openDatabase(place, { now, schema: 'as it is' });
      await migrate(older, { now, to: 1 });
      const row = { id: '11111111-1111-4111-8111-111111111111', kind: 'scan', subject: 'a', state: 'waiting' as const };
      const rest = { lease: null, lease_until: null, progress: null, outcome: null, ended_at: null, due_at: NOW, made_at: NOW };
      await older.query
        .insertInto('job')
        .values({ ...row, ...rest })
        .execute();
      await expect(openDatabase(place, { now })).rejects.toMatchObject({ code: 'database-older' });
      expect(await migrate(older, { now })).toMatchObject({ before: 1, after: LATEST, queue: { before: 0, after: BOSS_VERSION } });
      await older.close();
      expect((await jobsOf(await open(place)).take(NOW))?.id).toBe(row.id);
    });
  });

  describe('any number of workers', () => {
    it('may look after the queue at once: what lives is left alone, what is dead is begun again once', async () => {
      const place = await emptyPlace();
      const workers = await Promise.all(Array.from({ length: 4 }, async () => await open(place)));
      await ask(workers[0]!, 'alive', 'dead');
      const [alive, dead] = [(await jobsOf(workers[0]!).take(NOW))!, (await jobsOf(workers[0]!).take(NOW))!];
      await silenceWorkers(workers[0]!);
      expect(await jobsOf(workers[0]!).hold(alive, { now: NOW, progress: '' })).toBe(true);
      const again = await Promise.all(workers.map(async (worker) => await jobsOf(worker).take(NOW + 60_000)));
      expect(again.flatMap((job) => (job === undefined ? [] : [`${job.id} ${job.tries}`]))).toEqual([`${dead.id} 2`]);
      expect(await jobsOf(workers[0]!).hold(alive, { now: NOW, progress: '' })).toBe(true);
    });

    it('ask at once on connections that are all taken, and none waits for ever', async () => {
      const database = await open();
      const subjects = Array.from({ length: 24 }, (_, n) => `s${n}`);
      await Promise.all(subjects.map(async (subject) => await ask(database, subject)));
      for (const _ of subjects) expect(await jobsOf(database).take(NOW)).toBeDefined();
    });
  });
});
