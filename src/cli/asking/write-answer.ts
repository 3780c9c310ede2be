import { writeCsv } from '#core/report/csv.ts';
import { writeJson } from '#core/report/json.ts';
import { writeMarkdown } from '#core/report/markdown.ts';
import { writeText } from '#core/report/text.ts';
import type { Released } from '#core/terms/released.ts';
import type { CommonOptions, Run } from '#cli/verb.ts';
import { writeOut } from './write-out.ts';

/** Prints one answer in the format that was asked for. */
export function writeAnswer(answer: Released, run: Pick<Run, 'door' | 'common'>): void {
  writeOut(answerText(answer, run.common), run);
}

export function answerText(answer: Released, common: Pick<CommonOptions, 'format' | 'width' | 'palette' | 'explain' | 'mostRows'>): string {
  if (common.format === 'json') return writeJson(answer);
  if (common.format === 'csv') return writeCsv(answer);
  if (common.format === 'md') return writeMarkdown(answer);
  return writeText(answer, common);
}
