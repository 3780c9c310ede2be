/**
 * `npm run load [-- --database sqlite|postgres] [-- --soak MINUTES] [-- --seconds N] [-- --data FOLDER] [-- --write]`: a team's server with a
 * hundred repositories, asked 200 times a second by many sessions, for a minute and then for as long as the soak takes (0: not at all). What
 * was made ready in a folder is used again, on SQLite. The generator is another process. Ends with 1 where a limit is passed.
 */
import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Load, LoadOrder, Turn } from './generate-load.ts';
import { invented } from './invented.ts';
import { LiveHeap } from './live-heap.ts';
import { readAll } from './load.ts';
import { argumentsOf, loadPlace } from './load-place.ts';
import { circumstances, sectionOf, table, writeSection } from './reliability-page.ts';
import { megabytes, weigh } from './server-weight.ts';
import { signedIn } from './signed-in.ts';
import { soak, soakTable } from './soak.ts';
import { brokenBy, unansweredOf } from './unanswered.ts';

const SOURCES = 100;
const RATE = 200;
const SECONDS = 60;
const LIMIT_MS = 100;
const PEOPLE = 7;
const SESSIONS_EACH = 3;
const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'dist/cli/main.js');

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'sqlite' },
    soak: { type: 'string' },
    seconds: { type: 'string' },
    sources: { type: 'string' },
    data: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const soakMinutes = Number(values.soak ?? 5);
const seconds = Number(values.seconds ?? SECONDS);
const sourceCount = Number(values.sources ?? SOURCES);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const scratch = values.data ?? mkdtempSync(join(tmpdir(), 'understudy-load-'));
const { place, engine, stop } = await loadPlace(values.database, join(scratch, 'data'));
const broken: string[] = [];
const started: ChildProcess[] = [];
try {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b'], { cwd: ROOT, stdio: 'inherit' });
  await run();
} finally {
  for (const child of started) child.kill('SIGKILL');
  await stop();
  if (values.data === undefined) rmSync(scratch, { recursive: true, force: true });
}
for (const problem of broken) say(problem);
process.exitCode = broken.length > 0 ? 1 : 0;

async function run(): Promise<void> {
  const { sources, cookies, commits } = await prepared();
  const { address, pid, inspector } = await serving();
  const asker = fork(join(import.meta.dirname, 'generate-load.ts'), { execArgv: ['--conditions=understudy-source'] });
  started.push(asker);
  const generator = { child: asker, order: { address, cookies, sources } };
  await begun(generator);
  if (seconds > 0) await loadFor(asker, { pid, commits });
  if (soakMinutes > 0) await soakFor(asker, pid, await LiveHeap.at(inspector));
}

interface Prepared {
  readonly sources: readonly string[];
  readonly cookies: readonly string[];
  readonly commits: number;
}

async function prepared(): Promise<Prepared> {
  const file = join(scratch, 'prepared.json');
  // A PostgreSQL is made for this run and goes with it.
  if (place.engine === 'sqlite' && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Prepared;
  say(`${sourceCount} repositories are made and read into ${engine}`);
  const { paths, commits } = invented(join(scratch, 'sources'), sourceCount);
  const sources = await readAll(paths, place);
  const cookies = await signedIn(place, PEOPLE, SESSIONS_EACH);
  writeFileSync(file, JSON.stringify({ sources, cookies, commits }), { mode: 0o600 });
  return { sources, cookies, commits };
}

async function loadFor(asker: ChildProcess, { pid, commits }: { readonly pid: number; readonly commits: number }): Promise<void> {
  const loadBefore = loadavg()[0]!;
  say(`${RATE} requests a second for ${seconds} s`);
  const cpuBefore = cpuSeconds(pid);
  const load = await put(asker, { rate: RATE, seconds });
  const cores = (cpuSeconds(pid) - cpuBefore) / seconds;
  judgeLoad(load);
  const text = [
    circumstances(0, loadBefore).replace(/ · seed 0$/, ''),
    '',
    loadTable(load, { cores, commits, memory: weigh(pid, 0).memory }),
  ].join('\n');
  process.stdout.write(`${text}\n`);
  if (values.write === true) writeSection(sectionOf('load', engine), text);
}

async function soakFor(asker: ChildProcess, pid: number, heap: LiveHeap): Promise<void> {
  say(`soak: ${RATE} requests a second for ${soakMinutes} min`);
  const told = await soak({ asked: async () => await put(asker, { rate: RATE, seconds: soakMinutes * 60 }), pid, heap, place });
  heap.close();
  broken.push(...told.broken);
  const text = [circumstances(0).replace(/ · seed 0$/, ''), '', soakTable(told, { engine, minutes: soakMinutes })].join('\n');
  process.stdout.write(`${text}\n`);
  if (values.write === true) writeSection(sectionOf('soak', engine), text);
}

function judgeLoad(load: Load): void {
  const { p95 } = load;
  if (p95 > LIMIT_MS) broken.push(`p95 is ${p95.toFixed(1)} ms, the limit ${LIMIT_MS} ms`);
  broken.push(...brokenBy(load));
}

function loadTable(
  load: Load,
  { cores, commits, memory }: { readonly cores: number; readonly commits: number; readonly memory: number },
): string {
  const { asked, statuses, p50, p95, p99, longest } = load;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  return table(
    ['what', 'figure', 'limit'],
    [
      ['database', engine, ''],
      ['repositories loaded', `${sourceCount} (${commits.toLocaleString('en')} commits)`, ''],
      ['sessions', PEOPLE * SESSIONS_EACH, ''],
      ['requests', `${asked.toLocaleString('en')} in ${seconds} s`, ''],
      ['p50', ms(p50), ''],
      ['p95', ms(p95), `${LIMIT_MS} ms`],
      ['p99', ms(p99), ''],
      ['longest', ms(longest), ''],
      ['not answered', unansweredOf(statuses), '0'],
      [
        'by status',
        Object.entries(statuses)
          .map(([status, count]) => `${status}: ${count}`)
          .join(', '),
        '',
      ],
      ['cores that the server took', cores.toFixed(2), ''],
      ['memory of the server afterwards', megabytes(memory), ''],
    ],
  );
}

interface Serving {
  readonly address: string;
  readonly pid: number;
  /** Where its inspector listens, on loopback only. */
  readonly inspector: string;
}

async function serving(): Promise<Serving> {
  const args = ['--inspect=127.0.0.1:0', MAIN, 'serve', ...argumentsOf(place), '--port', '0', '--workers', '1', '--quiet'];
  const env = { ...process.env, UNDERSTUDY_DATA: join(scratch, 'data') };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const [inspector, address] = await Promise.all([
    said(child.stderr, /listening on (ws:\S+)/),
    said(child.stdout, /Served at (http:\/\/[^/\s]+)\//),
  ]);
  return { address, pid: child.pid!, inspector };
}

/** The first thing in a pattern's brackets that is said; whatever is said is read on, so that nobody waits. */
async function said(stream: Readable, pattern: RegExp): Promise<string> {
  let text = '';
  return await new Promise((resolve, reject) => {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-10_000);
      const found = pattern.exec(text);
      if (found !== null) resolve(found[1]!);
    });
    stream.once('end', () => reject(new Error(`the server ended: ${text}`)));
  });
}

async function begun({ child, order }: { readonly child: ChildProcess; readonly order: LoadOrder }): Promise<void> {
  child.send(order);
  await once(child, 'message');
}

async function put(child: ChildProcess, turn: Turn): Promise<Load> {
  const answered = once(child, 'message');
  child.send(turn);
  return (await answered)[0] as Load;
}

/** Of all its threads, in whole seconds. */
function cpuSeconds(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'cputimes=', '-p', String(pid)], { encoding: 'utf8' }));
}
