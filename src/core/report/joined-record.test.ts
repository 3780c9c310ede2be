import { describe, expect, it } from 'vitest';
import type { EvaluationRecord } from '#core/terms/evaluation-record.ts';
import type { SuiteName, SuiteReport } from '#core/terms/suite-report.ts';
import { writeEvaluationPage } from './evaluation-page.ts';
import { joinRecords } from './joined-record.ts';

const report = (suite: SuiteName, reading: string): SuiteReport => ({
  suite,
  reading,
  figures: [],
  bars: [],
  plots: [],
  negative: [],
  leftOut: [],
  notJudged: [],
  method: [],
});
const record = (on: string, reports: readonly SuiteReport[]): EvaluationRecord => ({
  schema: 'understudy/evaluation-record/1',
  on,
  version: '0.1.0',
  seed: 1,
  heads: [{ repository: `seen-${on}`, head: 'a'.repeat(40) }],
  data: [],
  reports,
  unjudged: [],
});

describe('a record of several runs', () => {
  const first = record('2026-01-01', [report('calibration', 'old'), report('successors', 'old'), report('plan', 'old')]);
  const second = joinRecords(first, record('2026-02-02', [report('successors', 'newer')]));
  const third = joinRecords(second, record('2026-03-03', [report('plan', 'newest')]));

  it('[report.12] holds each suite as its last run found it, in the order of the suites, and says which run that was', () => {
    expect(third.reports.map(({ suite, reading }) => [suite, reading])).toEqual([
      ['calibration', 'old'],
      ['successors', 'newer'],
      ['plan', 'newest'],
    ]);
    expect([third.on, ...third.earlier!.map(({ on, suites }) => [on, ...suites])]).toEqual([
      '2026-03-03',
      ['2026-02-02', 'successors'],
      ['2026-01-01', 'calibration'],
    ]);
    expect(joinRecords(third, first).earlier).toBeUndefined();
  });

  it('[report.12] tells on the page what was not run again, on which repositories', () => {
    const page = writeEvaluationPage(second);
    expect(page).toContain('Not run again: calibration and plan, as found on 2026-01-01');
    expect(page).toContain('| seen-2026-01-01 |');
    expect(page).toContain('| seen-2026-02-02 |');
  });
});
