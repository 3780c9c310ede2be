import type { Answer, Row } from '#core/terms/answer.ts';
import { counted, countOf } from '#core/terms/figures.ts';

interface ToldConnection {
  readonly name: string;
  readonly kind: string;
  readonly host: string;
  readonly state: string;
  readonly facts: readonly { readonly kind: string; readonly count: number }[];
  readonly judges: readonly { readonly family: string }[];
  readonly waiting: number;
  readonly lastAt: number | null;
  readonly trouble: string;
}

interface ConnectionSeen extends Row {
  readonly connection: string;
}

export interface ConnectionsSeen {
  readonly told: readonly ToldConnection[];
  readonly kinds: readonly { readonly kind: string; readonly name: string; readonly judges: readonly { readonly family: string }[] }[];
  /** Milliseconds since epoch. */
  readonly now: number;
}

/** What is connected beyond git and what could be, with what each lets us judge. */
export function answerConnections({ told, kinds, now }: ConnectionsSeen): Answer<{ readonly connections: number }, ConnectionSeen> {
  const connected = new Set(told.map(({ kind }) => kind));
  const rows = told.map((one) => ({
    connection: one.name,
    kind: one.kind,
    state: one.state === 'off' ? 'takes nothing' : one.waiting > 0 ? `${countOf(one.waiting)} wait for a worker` : 'connected',
    facts: one.facts.reduce((sum, { count }) => sum + count, 0),
    judges: one.judges.map(({ family }) => family).join(', '),
    last: one.lastAt === null ? '' : new Date(one.lastAt).toISOString().slice(0, 16).replace('T', ' '),
    trouble: one.trouble,
  }));
  const others = kinds
    .filter(({ kind }) => !connected.has(kind))
    .map(({ kind, name, judges }) => ({
      connection: name,
      kind,
      state: 'not connected',
      facts: 0,
      judges: judges.map(({ family }) => family).join(', '),
      last: '',
      trouble: '',
    }));
  return {
    schema: 'understudy/connections/1',
    question: 'What is connected beyond git?',
    value: { connections: rows.length },
    reading: `${counted(rows.length, 'connection')}; ${countOf(others.length)} more could be made: \`understudy connect KIND\`, or \`understudy import FILE\`.`,
    columns: COLUMNS,
    rows: [...rows, ...others],
    because: [],
    method: { name: 'list of connections', version: '1', settings: {} },
    asOf: { at: new Date(now).toISOString(), heads: [] },
    leftOut: [],
    notJudged: [],
  };
}

const COLUMNS: Answer['columns'] = [
  { key: 'connection', label: 'Connection', kind: 'text', meaning: 'What people call it.' },
  { key: 'kind', label: 'Kind', kind: 'text', meaning: 'The word that connects it.' },
  { key: 'state', label: 'State', kind: 'text', meaning: 'Whether it is connected, and what waits.' },
  { key: 'facts', label: 'Facts', kind: 'count', meaning: 'Facts that it has told.' },
  { key: 'judges', label: 'Lets us judge', kind: 'text', wraps: true, meaning: 'Families of facts that it gives, or would give.' },
  { key: 'last', label: 'Last (UTC)', kind: 'text', meaning: 'When something came last.' },
  {
    key: 'trouble',
    label: 'In the way',
    kind: 'text',
    wraps: true,
    meaning: 'The last thing that could not be read; empty where there is none.',
    detail: true,
  },
];
