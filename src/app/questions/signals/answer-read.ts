import { answerSignals, type SignalRow, type SignalsToTell, type SignalsValue } from '#core/noticed/answer-signals.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { nearest } from '#core/terms/nearest.ts';
import { refusal } from '#core/terms/refusals.ts';
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

/** Refuses what is no signal, with the one that may be meant. */
export function refuseUnknownSignal(id: string): void {
  if (signalOf(id) !== undefined) return;
  const [meant] = nearest(
    id,
    SIGNALS.map((one) => one.id),
    1,
  );
  throw refusal('signal-not-known', { signal: id, hint: meant === undefined ? '' : ` Did you mean "${meant}"?` });
}

/** Refuses a place of which the newest look knows nothing, with the one that may be meant. Where nothing was looked at, every word is as good. */
export async function refuseUnknownPlace(database: Database, reader: SignalsReader, word: string): Promise<void> {
  const { look } = await signalsRead(database, reader);
  if (look === null || word === 'whole') return;
  const places = [...look.areas, ...look.teams];
  if (places.some(({ id, name }) => id === word || name === word)) return;
  // People leave out the repository that an area stands in.
  const names = new Map(places.flatMap(({ name }) => [[name, name] as const, [name.replace(/^.*?: /, ''), name] as const]));
  const [near] = nearest(word, [...names.keys()], 1);
  const meant = near === undefined ? undefined : names.get(near);
  throw refusal('signal-place', { place: word, hint: meant === undefined ? '' : ` Did you mean "${meant}"?` });
}
