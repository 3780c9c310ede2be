import type { Answer, Row } from '#core/terms/answer.ts';
import { counted, countOf } from '#core/terms/figures.ts';

/** One repository after a scan, as the action tells it. */
export interface ReadRepository {
  readonly name: string;
  readonly head: string;
  readonly commits: number;
  readonly fresh: number;
  readonly files: number;
  readonly touches: number;
  readonly milliseconds: number;
  readonly notes: readonly { readonly sentence: string }[];
}

interface ReadRow extends Row {
  readonly repository: string;
}

/** What a scan read, as an answer like any other. `now` in milliseconds. */
export function answerScan(
  read: readonly ReadRepository[],
  now: number,
): Answer<{ readonly commits: number; readonly fresh: number }, ReadRow> {
  const sum = (of: (one: ReadRepository) => number): number => read.reduce((total, one) => total + of(one), 0);
  const value = { commits: sum((one) => one.commits), fresh: sum((one) => one.fresh) };
  return {
    schema: 'understudy/scan/1',
    question: 'What was read?',
    value,
    reading: `${counted(value.commits, 'commit')} in ${counted(read.length, 'repository', 'repositories')}; ${countOf(value.fresh)} of them new since the last scan.`,
    columns: COLUMNS,
    rows: read.map((one) => ({
      repository: one.name,
      commits: one.commits,
      fresh: one.fresh,
      files: one.files,
      touches: one.touches,
      milliseconds: Math.round(one.milliseconds),
      head: one.head.slice(0, 12),
      notes: one.notes.map((note) => note.sentence),
    })),
    because: [],
    method: { name: 'git log', version: '1', settings: {} },
    asOf: { at: new Date(now).toISOString(), heads: read.map((one) => ({ repository: one.name, head: one.head })) },
    leftOut: [],
    notJudged: [],
  };
}

const COLUMNS: Answer['columns'] = [
  { key: 'repository', label: 'Repository', kind: 'text', meaning: 'Name of its folder.' },
  { key: 'commits', label: 'Commits', kind: 'count', meaning: 'Commits known now.' },
  { key: 'fresh', label: 'New', kind: 'count', meaning: 'Commits read in this scan.' },
  { key: 'files', label: 'Files', kind: 'count', meaning: 'Files in the tree at HEAD.' },
  { key: 'touches', label: 'File changes', kind: 'count', meaning: 'Pairs of commit and file.', detail: true },
  { key: 'milliseconds', label: 'ms', kind: 'count', meaning: 'How long it took.', detail: true },
  { key: 'head', label: 'Head', kind: 'text', meaning: 'Commit at HEAD.' },
  { key: 'notes', label: 'Notes', kind: 'list', meaning: 'What is worth knowing about this reading.', detail: true },
];
