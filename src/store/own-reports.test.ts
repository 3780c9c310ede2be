import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { OwnReport } from '#core/terms/evaluation-record.ts';
import type { SuiteName } from '#core/terms/suite-report.ts';
import { OwnReports } from './own-reports.ts';

const own = (suite: SuiteName, on: string): OwnReport => ({
  on,
  heads: [{ repository: 'api', head: 'a'.repeat(40) }],
  report: { suite, reading: on, figures: [], bars: [], plots: [], negative: [], leftOut: [], notJudged: [], method: [] },
});

it('keeps the newest report of each suite for exactly the same repositories, in any order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-own-reports-'));
  try {
    const both = new OwnReports(folder, ['/b', '/a']);
    both.keep(own('forecast', '2026-01-01'), 1);
    both.keep(own('forecast', '2026-02-01'), 2);
    both.keep(own('successors', '2026-01-05'), 3);
    both.close();
    const same = new OwnReports(folder, ['/a', '/b']);
    expect(same.newest().map(({ report, on }) => [report.suite, on])).toEqual([
      ['successors', '2026-01-05'],
      ['forecast', '2026-02-01'],
    ]);
    same.close();
    const one = new OwnReports(folder, ['/a']);
    expect(one.newest()).toEqual([]);
    one.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
