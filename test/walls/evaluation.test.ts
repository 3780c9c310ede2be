import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plotFile, writeEvaluationPage } from '#core/report/evaluation-page.ts';
import { writePlotSvg } from '#core/report/plot-svg.ts';
import { SUITES } from '#core/suites/suites.ts';
import type { EvaluationRecord } from '#core/terms/evaluation-record.ts';
import { isHeld } from '#core/terms/suite-report.ts';
import { ROOT } from './source-files.ts';

const docs = (path: string): string => readFileSync(join(ROOT, 'docs', path), 'utf8');

/** `understudy evaluate … --write docs` writes all of it; nothing of it is edited by hand. */
describe('the published evaluation', () => {
  const record = JSON.parse(docs('evaluation.json')) as EvaluationRecord;
  const plots = record.reports.flatMap(({ suite, plots: own }) => own.map((plot) => ({ file: plotFile(suite, plot.key), plot })));

  it('says in words and pictures what its twin in JSON holds, and nothing else', () => {
    expect(docs('evaluation.md')).toBe(writeEvaluationPage(record));
    for (const { file, plot } of plots) expect(docs(file), file).toBe(writePlotSvg(plot));
    expect(readdirSync(join(ROOT, 'docs/evaluation')).toSorted()).toEqual(
      plots.map(({ file }) => file.replace('evaluation/', '')).toSorted(),
    );
  });

  it('asks every suite there is', () => {
    const told = new Set([...record.reports.map(({ suite }) => suite), ...record.unjudged.map(({ what }) => what)]);
    expect(SUITES.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
  });

  it('says why for every aim that is missed, and shows somebody else beside ours', () => {
    const missed = record.reports.flatMap(({ bars }) => bars.filter((bar) => bar.kind === 'aim' && !isHeld(bar)));
    expect(missed.filter(({ why }) => why === undefined || why.length < 20)).toEqual([]);
    expect(record.reports.filter(({ figures }) => figures.every(({ ours }) => ours)).map(({ suite }) => suite)).toEqual([]);
  });
});
