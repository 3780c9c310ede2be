import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { QUESTION_INPUTS } from '#contract/questions.ts';
import type { Bench, BenchRow } from './bench.ts';
import { median } from './measure.ts';
import { nameOf } from './mining.ts';

const BLOCK_MS = 50;
const program = join(import.meta.dirname, '../dist/cli/main.js');
const watch = join(import.meta.dirname, 'watch-loop.js');

/** The built server while everything it has is asked of it at once. */
export const serving: Bench = {
  name: 'serving',
  question: 'Does anything hold up the server?',
  async *run({ repositories, scratch }) {
    execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/build.ts'), '--if-stale'], { stdio: ['ignore', 2, 2] });
    for (const [i, path] of repositories.entries()) yield await served(path, join(scratch, `serving-${i}`));
  },
};

async function served(path: string, data: string): Promise<BenchRow> {
  const server = spawn(process.execPath, ['--import', watch, program, 'open', '--port', '0', path], {
    env: { ...process.env, UNDERSTUDY_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressOf(server);
  server.kill('SIGUSR2');
  const pages = await Promise.all(requests(address).map(async (url) => await secondsOf(url)));
  // The page comes back while answers are still worked out: small requests beside large ones.
  const small: number[] = [];
  const large = Promise.all(requests(address).map(async (url) => await secondsOf(url)));
  for (let round = 0; round < 50; round++) small.push(await secondsOf(`${address}/`));
  await large;
  server.kill('SIGUSR2');
  await fetch(address);
  const block = await blockOf(server);
  return {
    what: 'longest block of the event loop while serving',
    on: nameOf(path),
    figure: `${block.toFixed(0)} ms`,
    limit: `${BLOCK_MS} ms`,
    holds: block <= BLOCK_MS,
    beside: `${pages.length} requests at once, slowest ${Math.max(...pages).toFixed(2)} s; the page beside them ${(1000 * median(small)).toFixed(1)} ms`,
  };
}

function requests(address: string): readonly string[] {
  const answers = Object.keys(QUESTION_INPUTS).map((question) => `${address}/api/answers/${question}`);
  return [`${address}/`, `${address}/api/world`, ...answers];
}

/** Refusals are answers too: some questions want an input. */
async function secondsOf(url: string): Promise<number> {
  const began = performance.now();
  const reply = await fetch(url);
  await reply.arrayBuffer();
  if (reply.status >= 500) throw new Error(`${url} answered ${reply.status}`);
  return (performance.now() - began) / 1000;
}

async function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  return await new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout!.on('data', listen);
    server.stderr!.on('data', listen);
    server.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
}

async function blockOf(server: ChildProcess): Promise<number> {
  let said = '';
  server.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGINT');
  await ended;
  const found = /longest-block ([\d.]+)/.exec(said);
  if (!found) throw new Error('the server did not say how long it was held up');
  return Number(found[1]);
}
