import type { ReplyOf } from '#contract/operations.ts';

export type LogRecord = ReplyOf<'read-access-log'>['records'][number];

/** The same asked by the same, several times in a row. */
export interface LogRun {
  readonly first: LogRecord;
  readonly last: LogRecord;
  readonly count: number;
}

/** Records newest first, as runs newest first. Nothing is joined that differs in anything but its time. */
export function runsOf(records: readonly LogRecord[]): readonly LogRun[] {
  const runs: LogRun[] = [];
  for (const record of records) {
    const run = runs.at(-1);
    if (run !== undefined && matterOf(run.first) === matterOf(record))
      runs[runs.length - 1] = { ...run, first: record, count: run.count + 1 };
    else runs.push({ first: record, last: record, count: 1 });
  }
  return runs;
}

function matterOf({ by, through, question, topics, subjects, outcome, sight, reason }: LogRecord): string {
  return JSON.stringify([by, through ?? null, question, topics, subjects, outcome, sight, reason ?? null]);
}
