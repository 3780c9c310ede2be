import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { connect } from '#app/actions/connections/change-connections.ts';
import { work } from '#app/actions/team/work.ts';
import { connectorOf } from '#sources/connecting/connectors.ts';
import type { Database, DatabasePlace } from '#store/database/database.ts';
import { readAll } from '#test/api-server.ts';
import { PUBLISHED_APIS, type PublishedApi, startPublishedApi, TOKEN } from '#test/published-apis.ts';
import { seeded } from '../../bench/torture/seeded.ts';
import { onBothEngines } from './on-both-engines.ts';
import { silenceWorkers } from './silence-workers.ts';
import { factsKept } from './fill-connections.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const ROWS = 15_000;
const PIECE = 64 * 1024;
/** Number of the request that is never answered. */
const DIES_AT = 60;
const draw = seeded(20_261_121);

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

/** The command as a process of its own; with `atPiece` it kills itself with -9 when it reads that piece of a file. */
function started(
  args: readonly string[],
  place: DatabasePlace,
  atPiece?: number,
): { readonly process: ChildProcess; ended: Promise<Ended> } {
  const where = place.engine === 'sqlite' ? ['--data-folder', place.folder] : ['--database', place.url];
  const preload = atPiece === undefined ? [] : [`--import=data:text/javascript,${encodeURIComponent(killsItself(atPiece))}`];
  const env = { ...process.env, UNDERSTUDY_DATA: mkdtempSync(join(tmpdir(), 'understudy-killed-')) };
  const child = spawn(process.execPath, ['--conditions=understudy-source', ...preload, MAIN, ...args, ...where], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<Ended>((done) => child.once('close', (_, signal) => done({ signal, said })));
  return { process: child, ended };
}

function killsItself(atPiece: number): string {
  return `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const open = fs.createReadStream;
    fs.createReadStream = (...of) => (async function* () {
      let pieces = 0;
      for await (const piece of open(...of)) {
        if (++pieces === ${atPiece}) process.kill(process.pid, 'SIGKILL');
        yield piece;
      }
    })();
    syncBuiltinESMExports();
  `;
}

/** Everything that facts say, and nothing of how they came. */
async function factsOf(database: Database): Promise<readonly string[]> {
  return (await factsKept(database)).map((fact) => JSON.stringify(fact)).toSorted();
}

/** Tickets of the last two hundred days, three facts each. */
function tickets(): { readonly path: string; readonly pieces: number } {
  const at = (n: number): string => new Date(Date.now() - 86_400_000 + (n - ROWS) * 1_000_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `${n},customer ${n % 90},${at(n)},${at(n + 5)},p${n % 50}@example.org,q${n % 40}@example.org`,
  );
  const text = `ticket,customer,opened,closed,first_assignee,final_handler\n${rows.join('\n')}\n`;
  const path = join(mkdtempSync(join(tmpdir(), 'understudy-tickets-')), 'tickets.csv');
  writeFileSync(path, text);
  return { path, pieces: Math.floor(text.length / PIECE) };
}

/** All that is asked where nothing is in the way. */
async function askedOf(published: PublishedApi): Promise<readonly string[]> {
  const api = await startPublishedApi(published);
  onTestFinished(api.close);
  await readAll(connectorOf(published.kind)!.api!, api.order(published));
  return api.asked;
}

onBothEngines(({ emptyPlace, open }) => {
  it('an import that is killed anywhere and run again tells as if it had run once', { timeout: 600_000 }, async () => {
    const { path, pieces } = tickets();
    const [once, killed] = [await emptyPlace(), await emptyPlace()];
    expect((await started(['import', path], once).ended).signal).toBeNull();
    const points = [1 + Math.floor(draw() * (pieces / 2)), pieces - Math.floor(draw() * (pieces / 3)), pieces];
    for (const point of points) expect((await started(['import', path], killed, point).ended).signal).toBe('SIGKILL');
    expect((await started(['import', path], killed).ended).signal).toBeNull();
    const [whole, again] = [await open(once), await open(killed)];
    const facts = await factsOf(whole);
    expect(facts.length).toBeGreaterThan(2 * ROWS);
    expect(await factsOf(again)).toEqual(facts);
    const files = await again.query.selectFrom('delivery').select(['state', 'facts', 'problem']).orderBy('number').execute();
    expect(files.at(-1)).toEqual({ state: 'kept', facts: facts.length, problem: null });
    expect(files.slice(0, -1).every(({ problem }) => problem?.startsWith('It was cut off') === true)).toBe(true);
  });

  it('a worker that is killed in the middle of reading an API: another goes on at the page where it stood', {
    timeout: 600_000,
  }, async () => {
    const published = PUBLISHED_APIS[0]!;
    const whole = await askedOf(published);
    const place = await emptyPlace();
    const database = await open(place);
    const folder = mkdtempSync(join(tmpdir(), 'understudy-worker-'));
    const keyFile = join(folder, 'team.key');
    // In the middle of a page it is silent, until the worker is dead.
    const state = { silent: true };
    const api = await startPublishedApi(published, (request) => (state.silent && request >= DIES_AT ? { trouble: 'hangs' } : undefined));
    onTestFinished(api.close);
    const { kind, what, since } = published;
    const wish = { kind, what, since, base: api.base, host: 'example.org', credential: TOKEN, privateAllowed: true };
    await connect(database, wish, { keyFile, now: Date.now() });
    const worker = started(['work', '--key-file', keyFile], place);
    while (api.asked.length <= DIES_AT) await sleep(20);
    const kept = await factsOf(database);
    expect(kept.length).toBeGreaterThan(0);
    worker.process.kill('SIGKILL');
    await worker.ended;
    state.silent = false;
    await silenceWorkers(database);
    const outcomes: unknown[] = [];
    const workshop = { place: { database: place, folder, keyFile, mirrors: join(folder, 'mirrors') }, now: Date.now, once: true };
    const signal = new AbortController().signal;
    await work({ ...workshop, database, signal, onJob: (job, outcome) => void outcomes.push([job.kind, job.tries, outcome?.state]) });
    expect(outcomes[0]).toEqual(['backfill', 2, 'done']);
    const page = whole.findLastIndex((path, request) => request <= DIES_AT && path.startsWith('/repos/Acme/Shop/pulls?'));
    expect(page).toBeLessThan(DIES_AT);
    expect(api.asked).toEqual([...whole.slice(0, DIES_AT + 1), ...whole.slice(page)]);
    const facts = await factsOf(database);
    expect(kept.filter((fact) => !facts.includes(fact))).toEqual([]);
    expect(facts.length).toBeGreaterThan(kept.length);
  });
});
