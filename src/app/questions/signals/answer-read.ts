import { answerSignals, type SignalRow, type SignalsToTell, type SignalsValue } from '#core/noticed/answer-signals.ts';
import { signalOf } from '#core/noticed/noticed-now.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Database } from '#store/database/database.ts';
import { type SignalsReader, signalsRead } from './signals-read.ts';

export type SignalsAsked = Pick<SignalsToTell, 'all' | 'area' | 'signal'>;

/** What somebody may be told of signals, from the newest look. */
export async function answerSignalsRead(
  database: Database,
  reader: SignalsReader,
  asked: SignalsAsked = {},
): Promise<Answer<SignalsValue, SignalRow>> {
  return answerSignals({ ...(await signalsRead(database, reader)), ...asked });
}

/** The same of what concerns the one who asks, and of nothing else. */
export async function answerOwnSignals(database: Database, reader: SignalsReader): Promise<Answer<SignalsValue, SignalRow>> {
  const answer = answerSignals(await signalsRead(database, reader, true));
  return {
    ...answer,
    schema: 'understudy/my-signals/1',
    question: 'Which signals concern you?',
    notJudged: [],
    reading: ownReading(answer.rows),
  };
}

function ownReading(rows: readonly SignalRow[]): string {
  if (rows.length === 0) return 'No signal concerns you.';
  return rows.length === 1 ? 'One signal concerns you: you look first.' : `${rows.length} signals concern you: you look first.`;
}

export function signalKnown(id: string): boolean {
  return signalOf(id) !== undefined;
}
