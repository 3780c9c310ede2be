import { createHash } from 'node:crypto';
import type { Answer } from '#core/terms/answer.ts';
import type { Database } from '#store/database/database.ts';
import { lookMark } from '#store/signals/look-mark.ts';

interface LookAsked {
  readonly question: 'signals' | 'my-signals';
  readonly scope: string;
  /** Milliseconds since epoch. */
  readonly now: number;
}

/** What whoever listens is told of signals: that they may be others than before, and nothing of what they say. */
export async function lookFeed(database: Database, { question, scope, now }: LookAsked): Promise<Answer> {
  const mark = createHash('sha256')
    .update(await lookMark(database, scope, now))
    .digest('base64url');
  return {
    schema: `understudy/${question}/1`,
    question: 'Has anything changed?',
    value: null,
    reading: '',
    columns: [],
    rows: [{ id: 'look', mark: mark.slice(0, 16) }],
    because: [],
    method: { name: 'mark of the newest look', version: '1', settings: {} },
    asOf: { at: new Date(now).toISOString(), heads: [] },
    leftOut: [],
    notJudged: [],
  };
}
