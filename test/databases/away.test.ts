import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { readFrom } from '#app/actions/team/change-sources.ts';
import type { Database, DatabasePlace } from '#store/database/database.ts';
import { openDatabase } from '#store/database/open-database.ts';
import { newestJobs } from '#store/jobs/job-rows.ts';
import { loadScan } from '#store/team/scans.ts';
import { scanNow } from '#store/team/sources.ts';
import { buildRepository } from '#test/golden/build-repository.ts';
import { startPostgres } from './postgres-server.ts';
import type { OwnServer } from './postgres-server.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const OPTIONS = ['--conditions=understudy-source', MAIN];

let server: OwnServer;
let place: DatabasePlace;
let database: Database;

beforeAll(async () => {
  server = await startPostgres();
  place = { engine: 'postgres', url: server.url };
  database = await openDatabase(place, { now: Date.now });
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

async function source(): Promise<string> {
  const address = buildRepository({ commits: [{ by: 'Ana Example <ana@example.org>', files: { 'a.ts': '1' } }] }).path;
  return (await readFrom(database, { address, keyFile: '/nowhere', privateAllowed: false, everyMinutes: 60, now: Date.now() })).id;
}

async function state(id: string): Promise<string | undefined> {
  return (await newestJobs(database, 'scan')).get(id)?.state;
}

async function outcome(id: string): Promise<string | undefined> {
  const said = JSON.parse((await newestJobs(database, 'scan')).get(id)?.outcome ?? '{}') as { readonly sentence?: string };
  return said.sentence;
}

interface Worker {
  readonly told: () => string;
  readonly lives: () => boolean;
}

/** A worker as a process of its own: only there does it show whether something would have ended it. */
function startWorker(path = process.env['PATH']!): Worker {
  const child = spawn(process.execPath, [...OPTIONS, 'work', '--database', server.url], {
    env: { ...process.env, PATH: path, UNDERSTUDY_DATA: mkdtempSync(join(tmpdir(), 'understudy-away-')) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { told: () => told, lives: () => child.exitCode === null && child.signalCode === null };
}

it('a worker waits for a server that goes away, says so once, and goes on when it is back', async () => {
  const worker = startWorker();
  const id = await source();
  await expect.poll(async () => await state(id)).toBe('done');
  await server.halt();
  await expect.poll(worker.told).toContain('database-unreachable');
  await server.goOn();
  await scanNow(database, id, Date.now());
  await expect.poll(async () => await outcome(id)).toBe('Nothing was new.');
  expect([worker.lives(), worker.told().split('database-unreachable').length]).toEqual([true, 2]);
});

it('what was read while the server was away is kept when it is back, and not read again', async () => {
  const slow = mkdtempSync(join(tmpdir(), 'understudy-slow-'));
  // A git that waits at its first word until it is let go on.
  const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
  const script = `#!/bin/sh\n: > ${slow}/began\nwhile [ ! -e ${slow}/go ]; do sleep 0.1; done\nexec ${real} "$@"\n`;
  writeFileSync(join(slow, 'git'), script, { mode: 0o755 });
  const worker = startWorker(`${slow}:${process.env['PATH']}`);
  const id = await source();
  await expect.poll(() => existsSync(join(slow, 'began'))).toBe(true);
  await server.halt();
  writeFileSync(join(slow, 'go'), '');
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await server.goOn();
  await expect.poll(async () => await outcome(id)).toBe('1 new commit.');
  expect((await newestJobs(database, 'scan')).get(id)).toMatchObject({ state: 'done', tries: 1 });
  expect((await loadScan(database, id))?.spelled.commits.count).toBe(1);
  expect(worker.lives()).toBe(true);
});

it('a command is refused with a remedy, and is no bug', async () => {
  await server.halt();
  const { status, stderr } = spawnSync(process.execPath, [...OPTIONS, 'sources', '--database', server.url], { encoding: 'utf8' });
  await server.goOn();
  expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be used: nobody listens there')]);
});

it('whoever has connections open is refused in the middle, and can go on with the same ones afterwards', async () => {
  const id = await source();
  const inTheMiddle = database.write(async (query) => {
    await query.selectFrom('source').select('id').execute();
    await server.halt();
    await query.selectFrom('source').select('id').execute();
  });
  await expect(inTheMiddle).rejects.toMatchObject({ code: 'database-unreachable' });
  await expect(scanNow(database, id, Date.now())).rejects.toMatchObject({ code: 'database-unreachable' });
  await server.goOn();
  await scanNow(database, id, Date.now());
});
