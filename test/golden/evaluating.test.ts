import { describe, expect, it } from 'vitest';
import { type EvaluationOrder, evaluate } from '#app/actions/evaluation/evaluate.ts';
import type { Suite } from '#core/evaluation/suite.ts';
import { buildRepository } from './build-repository.ts';
import { folder, story } from './scanning.ts';

const DATA = { name: 'table.csv', sha256: 'f'.repeat(64), text: '' };

/** A suite that tells how often each of its steps ran: commits of the project as it was handed over. */
function counting(ran: string[], at?: string): Suite<{ readonly commits: number }> {
  return {
    name: 'plan',
    version: 1,
    question: 'How many commits?',
    repositories: at === undefined ? 'some' : 'named',
    columns: ['commit'],
    steps: ({ projects }) =>
      projects.map(({ name, holds }, project) => ({
        key: name,
        label: name,
        project,
        ...(holds.length > 0 ? { at: holds[0]! } : {}),
        weight: 1,
        run: (opened) => {
          ran.push(name);
          return { commits: opened!.history.commits.count };
        },
      })),
    conclude: (pieces) => ({
      suite: 'plan',
      reading: pieces.map(({ commits }) => commits).join(' '),
      figures: [],
      bars: [],
      plots: [],
      negative: [],
      leftOut: [],
      notJudged: [],
      method: [],
    }),
  };
}

function order(paths: readonly string[], dataFolder: string, more: Partial<EvaluationOrder>): EvaluationOrder {
  return {
    suites: [],
    paths,
    dataFolder,
    seed: 1,
    mark: 'one',
    fresh: false,
    now: () => 1_700_000_000_000,
    clock: () => performance.now(),
    ...more,
  };
}

describe('an evaluation', () => {
  const repositories = [5, 7, 9].map((commits) => buildRepository({ commits: story(commits), bare: true }));
  const paths = repositories.map(({ path }) => path);

  it('goes on where it was interrupted, and starts anew for other code, another seed and on request', async () => {
    const data = folder();
    const ran: string[] = [];
    const suites = [{ suite: counting(ran), data: DATA }];
    const stop = new AbortController();
    const stopAtSecond = ({ done }: { readonly done: number }): void => void (done === 1 && stop.abort());
    await expect(evaluate(order(paths, data, { suites, signal: stop.signal, onStep: stopAtSecond }))).rejects.toThrow('abort');
    const before = ran.length;
    expect(before).toBeLessThan(3);
    const { reports } = await evaluate(order(paths, data, { suites }));
    expect(reports.map(({ reading }) => reading)).toEqual(['5 7 9']);
    expect(ran.length).toBe(3);
    await evaluate(order(paths, data, { suites }));
    expect(ran.length).toBe(3);
    for (const [k, change] of [{ mark: 'two' }, { seed: 2 }, { fresh: true }].entries()) {
      await evaluate(order(paths, data, { suites, ...change }));
      expect(ran.length).toBe(3 * (k + 2));
    }
  });

  it('hands a project over as it stood at the commit that its data names, and skips those that do not hold it', async () => {
    const commit = repositories[2]!.hashOf('c8');
    const suite = counting([], commit);
    const data = { ...DATA, text: `commit\n${commit}\n${'0'.repeat(40)}\n` };
    const { entered, reports } = await evaluate(order(paths, folder(), { suites: [{ suite, data }] }));
    expect(entered.map(({ holds }) => holds)).toEqual([[], [], [commit]]);
    expect(reports[0]!.reading).toBe('5 7 9');
    const earlier = repositories[2]!.hashOf('c3');
    const then = await evaluate(order(paths.slice(2), folder(), { suites: [{ suite, data: { ...DATA, text: `commit\n${earlier}\n` } }] }));
    expect(then.reports[0]!.reading).toBe('4');
  });

  it('tells how far it is, and how long it may take once it has seen a step of every suite', async () => {
    const told: (number | undefined)[] = [];
    let clock = 0;
    const suites = [{ suite: counting([]), data: DATA }];
    const onStep = ({ secondsLeft }: { readonly secondsLeft?: number }): void => void told.push(secondsLeft);
    await evaluate(order(paths, folder(), { suites, clock: () => (clock += 1000), onStep }));
    expect(told[0]).toBeUndefined();
    expect(told[1]).toBeGreaterThan(told[2]!);
  });

  it('leaves a repository out that cannot be read, and says why', async () => {
    const { refused, reports, empty } = await evaluate(
      order([...paths.slice(0, 1), folder()], folder(), { suites: [{ suite: counting([]), data: DATA }] }),
    );
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['not-a-repository']);
    expect(reports).toHaveLength(1);
    expect(empty).toEqual([]);
  });
});
