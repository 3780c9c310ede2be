import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { answerAway } from '#core/answers/away.ts';
import { judge } from '#core/world/judge.ts';
import { LARGE, makeWorld } from '../test/world.ts';
import type { Bench, BenchRow } from './bench.ts';
import { median, timed } from './measure.ts';
import { nameOf } from './mining.ts';

const FIRST_PAGE_SECONDS = 0.5;
const REVIEW_SECONDS = 0.5;
const AWAY_MS = 50;
const ROUNDS = 5;
/** People who are taken away one by one, from the most active to the least. */
const PEOPLE = 200;
/** Answers before the first that counts: the first are given before the engine has compiled what they run. */
const WARM_UP = 10;
const program = join(import.meta.dirname, '../dist/cli/main.js');

/** What somebody waits for who has scanned before: the first page, and one more absence. */
export const answers: Bench = {
  name: 'answers',
  question: 'How long does an answer take once the history is read?',
  async *run({ repositories, scratch }) {
    execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/build.ts'), '--if-stale'], { stdio: ['ignore', 2, 2] });
    for (const [i, path] of repositories.entries()) {
      yield await firstPage(path, join(scratch, `answers-${i}`));
      yield await review(path, join(scratch, `answers-${i}`));
    }
    yield awayForAnybody();
  },
};

/** The whole command, from its start to its end. */
async function firstPage(path: string, data: string): Promise<BenchRow> {
  const open = async (fresh: readonly string[]): Promise<number> => {
    const run = await timed({
      command: process.execPath,
      args: [program, 'open', '--no-serve', ...fresh, path],
      env: { UNDERSTUDY_DATA: data },
    });
    if (run.code !== 0 && run.code !== 3) throw new Error(`the first page of ${path} failed`);
    return run.seconds;
  };
  const cold = await open([]);
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round++) warm.push(await open([]));
  return {
    what: 'first page in the terminal, warm',
    on: nameOf(path),
    figure: `${median(warm).toFixed(2)} s`,
    limit: `${FIRST_PAGE_SECONDS} s`,
    holds: median(warm) <= FIRST_PAGE_SECONDS,
    beside: `worst ${Math.max(...warm).toFixed(2)} s of ${ROUNDS}; ${cold.toFixed(2)} s with the first scan`,
  };
}

/** Another change each time, so that no kept answer holds; ranges that change nothing are passed over. */
async function review(path: string, data: string): Promise<BenchRow> {
  const took: number[] = [];
  for (let back = 1; took.length <= ROUNDS && back < 10 * ROUNDS; back++) {
    const args = [program, 'review', `HEAD~${back + 1}..HEAD~${back}`, '--repo', path];
    const { seconds, code } = await timed({ command: process.execPath, args, env: { UNDERSTUDY_DATA: data } });
    if (code === 0 || code === 3) took.push(seconds);
  }
  const [, ...warm] = took;
  if (warm.length < ROUNDS) throw new Error(`no changes to review in ${path}`);
  return {
    what: '`review` of a change, warm',
    on: nameOf(path),
    figure: `${median(warm).toFixed(2)} s`,
    limit: `${REVIEW_SECONDS} s`,
    holds: median(warm) <= REVIEW_SECONDS,
    beside: `worst ${Math.max(...warm).toFixed(2)} s of ${ROUNDS}; ${took[0]!.toFixed(2)} s the first time`,
  };
}

function awayForAnybody(): BenchRow {
  const world = makeWorld(LARGE);
  const { landscape } = judge(world);
  const people = landscape.present.map((_, person) => person).filter((person) => landscape.present[person]! > 0);
  const every = Math.max(1, Math.floor(people.length / PEOPLE));
  const took: number[] = [];
  const warmUp = people.slice(0, WARM_UP);
  for (const person of [...warmUp, ...people.filter((_, i) => i % every === 0)]) {
    const began = performance.now();
    answerAway(world, { who: [], people: [person] });
    took.push(performance.now() - began);
  }
  const counted = took.slice(warmUp.length);
  const worst = Math.max(...counted);
  return {
    what: '`away` for anybody, worst',
    on: `${LARGE.files.toLocaleString('en')} invented files`,
    figure: `${worst.toFixed(1)} ms`,
    limit: `${AWAY_MS} ms`,
    holds: worst <= AWAY_MS,
    beside: `median ${median(counted).toFixed(1)} ms over ${counted.length} people, one after the other`,
  };
}
