import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { plotFile, writeEvaluationPage } from '#core/report/evaluation-page.ts';
import { joinRecords } from '#core/report/joined-record.ts';
import { writePlotSvg } from '#core/report/plot-svg.ts';
import type { EvaluationRecord } from '#core/terms/evaluation-record.ts';
import { refusal } from '#core/terms/refusals.ts';
import { writeFile } from './write-out.ts';

/**
 * Writes evaluation.md, its twin evaluation.json and a picture for each plot into a folder. Where only some suites were named (`some`), the
 * others stay as the record in the folder has them.
 */
export function writeEvaluation(folder: string, given: EvaluationRecord, { some }: { readonly some: boolean }): void {
  const before = some ? recordIn(folder) : undefined;
  const record = tidied(before === undefined ? given : joinRecords(before, given));
  makeFolder(join(folder, 'evaluation'));
  for (const file of readdirSync(join(folder, 'evaluation'))) if (file.endsWith('.svg')) rmSync(join(folder, 'evaluation', file));
  for (const { suite, plots } of record.reports)
    for (const plot of plots) writeFile(join(folder, plotFile(suite, plot.key)), writePlotSvg(plot));
  writeFile(join(folder, 'evaluation.json'), `${JSON.stringify(record, null, 2)}\n`);
  writeFile(join(folder, 'evaluation.md'), writeEvaluationPage(record));
}

/** What an earlier run wrote there, if it is of this shape. */
function recordIn(folder: string): EvaluationRecord | undefined {
  const path = join(folder, 'evaluation.json');
  if (!existsSync(path)) return undefined;
  const record = JSON.parse(readFileSync(path, 'utf8')) as EvaluationRecord;
  return record.schema === 'understudy/evaluation-record/1' ? record : undefined;
}

/** Six significant digits: more would only repeat the machine's rounding. */
function tidied(record: EvaluationRecord): EvaluationRecord {
  const tidy = (_key: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
  return JSON.parse(JSON.stringify(record, tidy)) as EvaluationRecord;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (problem) {
    throw refusal('cannot-write', { path, reason: (problem as NodeJS.ErrnoException).code ?? 'unknown' });
  }
}
