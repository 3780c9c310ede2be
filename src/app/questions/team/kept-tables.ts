import type { Answer, Row } from '#core/terms/answer.ts';
import { counted, countOf } from '#core/terms/figures.ts';
import type { TableDigest } from '#store/backup/digest.ts';

export interface KeptTables {
  readonly question: string;
  /** What was done, as the beginning of a sentence that says how much. */
  readonly done: string;
  readonly tables: readonly TableDigest[];
  readonly problems?: readonly string[];
  /** Milliseconds since epoch. */
  readonly now: number;
}

interface KeptRow extends Row {
  readonly table: string;
}

/** What a team's database holds, with checksums that are the same on both engines. */
export function answerKept({ question, done, tables, problems = [], now }: KeptTables): Answer<{ readonly rows: number }, KeptRow> {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const trouble = problems.length === 0 ? '' : ` ${counted(problems.length, 'problem')}: ${problems.join(' ')}`;
  return {
    schema: 'understudy/kept/1',
    question,
    value: { rows },
    reading: `${done} ${countOf(rows)} rows in ${counted(tables.length, 'table')}.${trouble}`,
    columns: COLUMNS,
    rows: tables.map(({ table, rows: count, sum }) => ({ table, rows: count, sum })),
    because: [],
    method: { name: 'SHA-256 over every row in order of its key', version: '1', settings: {} },
    asOf: { at: new Date(now).toISOString(), heads: [] },
    leftOut: [],
    notJudged: [],
  };
}

const COLUMNS: Answer['columns'] = [
  { key: 'table', label: 'Table', kind: 'text', meaning: 'Name of the table.' },
  { key: 'rows', label: 'Rows', kind: 'count', meaning: 'Rows in it.' },
  { key: 'sum', label: 'Checksum', kind: 'text', meaning: 'Of all its rows: equal in two databases exactly when their rows are.' },
];
