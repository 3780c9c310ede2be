import type { Answer, Row } from '#core/terms/answer.ts';
import { counted, countOf } from '#core/terms/figures.ts';

export interface FileImported {
  readonly file: string;
  readonly kind: string;
  readonly connection: string;
  readonly fresh: number;
  readonly known: number;
  readonly skipped: number;
  readonly problems: readonly { readonly what: string; readonly why: string }[];
}

interface ImportedRow extends Row {
  readonly file: string;
}

/** Told of all files together; each file's row counts the rest. */
const MOST_PROBLEMS = 5;

/** What came of files that somebody gave. */
export function answerImported({
  files,
  passed,
  now,
}: {
  readonly files: readonly FileImported[];
  readonly passed: readonly string[];
  readonly now: number;
}): Answer<{ readonly fresh: number; readonly known: number; readonly skipped: number; readonly passed: number }, ImportedRow> {
  const sum = (count: (file: FileImported) => number): number => files.reduce((all, file) => all + count(file), 0);
  const value = {
    fresh: sum((one) => one.fresh),
    known: sum((one) => one.known),
    skipped: sum((one) => one.skipped),
    passed: passed.length,
  };
  return {
    schema: 'understudy/imported/1',
    question: 'What was imported?',
    value,
    reading: `${[counted(value.fresh, 'new fact'), `${countOf(value.known)} known already`, `${countOf(value.skipped)} skipped`].join(', ')}, from ${counted(files.length, 'file')}.${said(files)}`,
    columns: COLUMNS,
    rows: files.map(({ problems, ...rest }) => ({ ...rest, problem: problems.map(({ what, why }) => `${what}: ${why}`).join('; ') })),
    because: [],
    method: { name: 'facts, each kept once by its reference', version: '1', settings: {} },
    asOf: { at: new Date(now).toISOString(), heads: [] },
    leftOut:
      passed.length === 0
        ? []
        : [{ what: 'files that nothing here reads', count: passed.length, unit: 'files', why: 'no connector recognises them' }],
    notJudged: [],
  };
}

function said(files: readonly FileImported[]): string {
  const problems = files.flatMap(({ file, problems: found }) => found.map((one) => ({ file, ...one })));
  if (problems.length === 0) return '';
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ what, why }) => `${what}: ${why}`);
  return ` Skipped, for example: ${shown.join('; ')}.`;
}

const COLUMNS: Answer['columns'] = [
  { key: 'file', label: 'File', kind: 'text', meaning: 'What was read.' },
  { key: 'kind', label: 'Read as', kind: 'text', meaning: 'Which reader recognised it.' },
  { key: 'connection', label: 'Connection', kind: 'text', meaning: 'Which connection its facts belong to.' },
  { key: 'fresh', label: 'New', kind: 'count', meaning: 'Facts that were not there before.' },
  { key: 'known', label: 'Known', kind: 'count', meaning: 'Facts that were there already.' },
  { key: 'skipped', label: 'Skipped', kind: 'count', meaning: 'Records that could not be understood, and facts that may not be kept.' },
  { key: 'problem', label: 'Why', kind: 'text', wraps: true, meaning: 'The first records that were skipped, and why.', detail: true },
];
