import { describe, expect, it } from 'vitest';
import type { DataFile, SuiteInput } from '#core/evaluation/suite.ts';
import { historyOf } from '#test/history-of.ts';
import { TRUCK_FACTOR } from './truck-factor.ts';

const COMMITS = ['a', 'b', 'c'].map((letter) => letter.repeat(40));
const table = (rows: readonly string[]): DataFile => ({
  name: 'table.csv',
  sha256: '0',
  text: `repo_2015,repo_now,commit,tf_published\n${rows.join('\n')}\n`,
});
/** One person wrote everything: a factor of 1 by any count. */
const ALONE = historyOf([
  { day: 0, by: 'Ana Example <ana@example.org>', touches: ['A src/a.ts', 'A src/b.ts'] },
  { day: 9, by: 'Ana Example <ana@example.org>', touches: ['M src/a.ts'] },
]);
const input = (rows: readonly string[]): SuiteInput => ({
  projects: COMMITS.slice(0, 2).map((commit, i) => ({ name: `team${i}`, head: commit, holds: [commit] })),
  data: table(rows),
  seed: 1,
});

describe('agreement with published truck factors', () => {
  const rows = COMMITS.map((commit, i) => `old/r${i},now/r${i},${commit},${i + 1}`);
  const project = { name: 'team', history: ALONE, cleaning: {} };

  it('[suites.2] measures ours and every trivial answer on the same repositories', () => {
    const asked = input(rows.slice(0, 2));
    const pieces = TRUCK_FACTOR.steps(asked).map((step) => step.run(project));
    const { figures, bars } = TRUCK_FACTOR.conclude(pieces, asked);
    const of = (name: string) =>
      figures.filter((figure) => figure.name === name).map(({ by, estimate }) => [by, estimate.value, estimate.n]);
    expect(of('exact')).toEqual([
      ['truck factor by degree of authorship', 1, 2],
      ['always 1', 1, 2],
      ['always 2', 1, 2],
      ['fewest people with half of the commits', 1, 2],
    ]);
    expect(of('mae').map(([, value]) => value)).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(bars.map(({ kind, measured, bound }) => [kind, measured, bound])).toEqual([
      ['gate', 1, 2],
      ['gate', 2, 2],
      ['aim', 1, 2],
    ]);
  });

  it('[suites.3] leaves out rows without a full commit or a factor, and judges no bound while a repository is missing', () => {
    const asked = input([...rows, 'old/x,now/x,HEAD,2', `old/y,now/y,${'d'.repeat(40)},many`]);
    const steps = TRUCK_FACTOR.steps(asked);
    expect(steps.map(({ label, project: row, at }) => [label, row, at])).toEqual([
      ['now/r0', 0, COMMITS[0]],
      ['now/r1', 1, COMMITS[1]],
    ]);
    const report = TRUCK_FACTOR.conclude(
      steps.map((step) => step.run(project)),
      asked,
    );
    expect(report.leftOut.map(({ count }) => count)).toEqual([2]);
    expect(report.bars).toEqual([]);
    expect(report.notJudged.map(({ why }) => why)).toEqual(['No repository given holds the commits of now/r2.']);
  });
});
