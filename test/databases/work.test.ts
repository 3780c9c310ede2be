import { execFile, execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { runJob } from '#app/actions/team/run-job.ts';
import { type JudgedAsKept, sumUp } from '#app/actions/team/sum-up.ts';
import { work } from '#app/actions/team/work.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { readRepository } from '#sources/git/read-repository.ts';
import type { Database, DatabasePlace } from '#store/database/database.ts';
import { LEASE } from '#store/jobs/job-queue.ts';
import { newestJobs } from '#store/jobs/job-rows.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { loadScan } from '#store/team/scans.ts';
import { removeSource, scanNow } from '#store/team/sources.ts';
import { verify } from '#store/backup/verify.ts';
import { buildRepository, git } from '#test/golden/build-repository.ts';
import { onBothEngines } from './on-both-engines.ts';
import { silenceWorkers } from './silence-workers.ts';

const run = promisify(execFile);
const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const never = new AbortController().signal;

function repository(commits = 3): string {
  return buildRepository({
    commits: Array.from({ length: commits }, (_, i) => ({ by: 'Ana Example <ana@example.org>', files: { [`src/${i % 9}.ts`]: `${i}\n` } })),
  }).path;
}

function workshop(database: Database, folder = mkdtempSync(join(tmpdir(), 'understudy-work-'))) {
  const place = { database: database.place, folder, keyFile: join(folder, 'key'), mirrors: join(folder, 'mirrors') };
  return { database, place, now: Date.now, signal: never };
}

function wish(address: string) {
  return { address, keyFile: '/nowhere', privateAllowed: false, everyMinutes: 60, now: Date.now() };
}

async function drain(database: Database): Promise<readonly string[]> {
  const told: string[] = [];
  const onJob = (_: unknown, outcome: { readonly sentence: string } | undefined, bug: unknown): void => {
    if (outcome === undefined) throw bug;
    told.push(outcome.sentence);
  };
  await work({ ...workshop(database), once: true, onJob });
  return told;
}

/** A worker as a process of its own, as `understudy work` starts it. */
function startWorker(place: DatabasePlace, extra: Readonly<Record<string, string>> = {}, options: readonly string[] = []): ChildProcess {
  const where = place.engine === 'sqlite' ? ['--data-folder', place.folder] : ['--database', place.url];
  const child = spawn(process.execPath, ['--conditions=understudy-source', MAIN, 'work', ...where, ...options], {
    env: { ...process.env, ...extra, UNDERSTUDY_DATA: mkdtempSync(join(tmpdir(), 'understudy-worker-')) },
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Processes that a process has started and that still run. */
function childrenOf(pid: number): readonly string[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).split('\n');
  const rows = listed.map((line) => line.trim().split(/\s+/));
  return rows.filter(([, parent, state]) => parent === String(pid) && !state!.startsWith('Z')).map(([own]) => own!);
}

/** Somebody has begun, and perhaps ended already. */
async function running(database: Database): Promise<boolean> {
  return [...(await newestJobs(database, 'scan')).values()].some(({ state }) => state !== 'waiting');
}

async function stateOf(database: Database, id: string): Promise<string | undefined> {
  return (await newestJobs(database, 'scan')).get(id)?.state;
}

onBothEngines(({ open, emptyPlace }) => {
  it('a source is read once added, and what is new again later', async () => {
    const [database, path] = [await open(), repository()];
    const { id } = await readFrom(database, { ...wish(path), name: 'api' });
    expect(await drain(database)).toEqual(['3 new commits.']);
    await scanNow(database, id, Date.now());
    expect(await drain(database)).toEqual(['Nothing was new.']);
    git(path, ['reset', '-q', '--hard']);
    writeFileSync(join(path, 'later.ts'), '1');
    git(path, ['add', '.']);
    git(path, ['-c', 'user.name=Bo', '-c', 'user.email=bo@example.org', 'commit', '-qm', 'later']);
    await scanNow(database, id, Date.now());
    expect(await drain(database)).toEqual(['1 new commit.']);
    const [kept, fresh] = [(await loadScan(database, id))!, await readRepository(path)];
    expect(kept.spelled.commits.hash).toEqual(fresh.spelled.commits.hash);
    expect(kept.spelled.paths.toSorted()).toEqual(fresh.spelled.paths.toSorted());
    expect([kept.facts.key, kept.facts.path, kept.spelled.repository]).toEqual([id, path, 'api']);
    const { rows } = await answerSources(database, Date.now());
    expect(rows[0]).toMatchObject({ source: 'api', state: 'read', commits: 4, credential: 'none', often: 'every hour' });
  });

  it('what is in the way is said with its remedy, and the others are read', async () => {
    const [database, path] = [await open(), repository()];
    const empty = mkdtempSync(join(tmpdir(), 'understudy-empty-'));
    const { id } = await readFrom(database, wish(empty));
    await readFrom(database, wish(path));
    expect((await drain(database)).length).toBe(2);
    const job = (await newestJobs(database, 'scan')).get(id)!;
    expect(JSON.parse(job.outcome!)).toMatchObject({ state: 'failed', code: 'not-a-repository' });
    expect((await answerSources(database, Date.now())).rows.map(({ state }) => state)).toContain('read');
  });

  it('a scan whose hold was lost keeps nothing', async () => {
    const [database, path] = [await open(), repository()];
    const { id } = await readFrom(database, wish(path));
    const slow = (await jobsOf(database).take(Date.now()))!;
    await silenceWorkers(database);
    const quick = (await jobsOf(database).take(Date.now() + LEASE + 1))!;
    const outcome = await runJob({ ...workshop(database), job: slow });
    expect([outcome.state, await loadScan(database, id)]).toEqual(['lost', undefined]);
    expect((await runJob({ ...workshop(database), job: quick })).state).toBe('done');
    expect((await loadScan(database, id))?.spelled.commits.count).toBe(3);
  });

  it('how a source stands is summed up from what was judged on the way, and as if it were loaded again', async () => {
    const [database, path] = [await open(), repository(60)];
    const { id } = await readFrom(database, wish(path));
    await drain(database);
    const summary = async () =>
      await database.query.selectFrom('scan_summary').select(['stamp', 'judged_at', 'figures']).executeTakeFirst();
    const kept = await summary();
    expect(JSON.parse(kept!.figures)).toMatchObject({ verdicts: { stops: expect.any(Number) as number } });
    await database.query.deleteFrom('scan_summary').execute();
    expect(await sumUp(database, id, { now: Date.now })).toBe(true);
    expect(await summary()).toEqual(kept);
    let judged: JudgedAsKept | undefined;
    const fresh = await readFrom(database, wish(repository(61)));
    const order = { ...workshop(database), job: (await jobsOf(database).take(Date.now()))! };
    await runJob({ ...order, onJudged: (one) => (judged = one) });
    // Nothing of the scan itself is looked at again.
    await database.query.deleteFrom('segment').where('source_id', '=', fresh.id).execute();
    expect(await sumUp(database, fresh.id, { now: Date.now, judged: { ...judged!, people: 'somebody else since' } })).toBe(false);
    expect(await sumUp(database, fresh.id, { now: Date.now, judged })).toBe(true);
  });

  it('mirrors of sources that were forgotten go, others stay', async () => {
    const [database, path] = [await open(), repository()];
    const { id } = await readFrom(database, wish(path));
    const shop = workshop(database);
    for (const name of [id, randomUUID()]) mkdirSync(join(shop.place.mirrors, name), { recursive: true });
    await work({ ...shop, once: true, onJob: () => undefined });
    expect(readdirSync(shop.place.mirrors).filter((name) => !name.startsWith('sizes'))).toEqual([id]);
  });

  it('a source that is removed while it is read leaves nothing behind', async () => {
    const [database, path] = [await open(), repository()];
    const { id } = await readFrom(database, wish(path));
    const job = (await jobsOf(database).take(Date.now()))!;
    await removeSource(database, id);
    expect((await runJob({ ...workshop(database), job })).state).toBe('lost');
    expect(await loadScan(database, id)).toBeUndefined();
  });

  it('a worker that is told to stop gives its job back at once', async () => {
    const [database, path] = [await open(), repository()];
    await readFrom(database, wish(path));
    const job = (await jobsOf(database).take(Date.now()))!;
    const stop = new AbortController();
    stop.abort();
    expect((await runJob({ ...workshop(database), job, signal: stop.signal })).state).toBe('returned');
    expect((await jobsOf(database).take(Date.now()))?.id).toBe(job.id);
  });

  describe('several workers, each a process', () => {
    it('one is killed in the middle, and another finishes its job, once in effect', async () => {
      const place = await emptyPlace();
      const [database, path] = [await open(place), repository(400)];
      const { id } = await readFrom(database, wish(path));
      // A git that hangs as long as its worker lives, so that the kill is sure to come in the middle of a scan.
      const slow = mkdtempSync(join(tmpdir(), 'understudy-slow-'));
      const script = `#!/bin/sh\n: > ${slow}/began\nwhile kill -0 $PPID 2>/dev/null; do sleep 0.1; done\nexit 1\n`;
      writeFileSync(join(slow, 'git'), script, { mode: 0o755 });
      const first = startWorker(place, { PATH: `${slow}:${process.env['PATH']}` });
      await expect.poll(() => existsSync(join(slow, 'began'))).toBe(true);
      expect(await stateOf(database, id)).toBe('running');
      first.kill('SIGKILL');
      // Nobody is heard of for the length of a lease; waiting for it would only make the test slow.
      await silenceWorkers(database);
      startWorker(place);
      await expect.poll(async () => await stateOf(database, id)).toBe('done');
      expect((await newestJobs(database, 'scan')).get(id)?.tries).toBe(2);
      expect((await loadScan(database, id))?.spelled.commits.count).toBe(400);
      expect((await verify(database)).problems).toEqual([]);
    });

    it('share the work, and no source is read twice', async () => {
      const place = await emptyPlace();
      const database = await open(place);
      for (let n = 0; n < 12; n++) await readFrom(database, wish(repository(5)));
      const where = place.engine === 'sqlite' ? ['--data-folder', place.folder] : ['--database', place.url];
      const told = await Promise.all(
        Array.from(
          { length: 3 },
          async () => (await run(process.execPath, ['--conditions=understudy-source', MAIN, 'work', '--once', ...where])).stderr,
        ),
      );
      const lines = told.flatMap((text) => text.trim().split('\n'));
      const read = lines
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { event: string; source: string; fresh: number })
        .filter(({ event, fresh }) => event === 'job' && fresh === 5);
      expect(new Set(read.map(({ source }) => source)).size).toBe(12);
      expect(read).toHaveLength(12);
    });

    it('as a crew, of which one is killed, read everything all the same', async () => {
      const place = await emptyPlace();
      const database = await open(place);
      for (let n = 0; n < 12; n++) await readFrom(database, wish(repository(5)));
      const crew = startWorker(place, {}, ['--workers', '3']);
      const children = (): readonly string[] => childrenOf(crew.pid!);
      await expect.poll(() => children().length).toBe(3);
      const [killed] = children();
      await expect.poll(async () => await running(database)).toBe(true);
      process.kill(Number(killed), 'SIGKILL');
      await expect.poll(() => children().length === 3 && !children().includes(killed!)).toBe(true);
      await silenceWorkers(database);
      const states = async (): Promise<string> => [...(await newestJobs(database, 'scan')).values()].map(({ state }) => state).join(' ');
      await expect.poll(states).toBe(Array.from({ length: 12 }, () => 'done').join(' '));
      const end = new Promise((resolve) => void crew.once('exit', resolve));
      crew.kill('SIGTERM');
      expect(await end).toBe(0);
      expect((await verify(database)).problems).toEqual([]);
    });
  });
});
