import type { NoticedReading } from './noticed.ts';
import type { LookTaken, NoticedPast, StoodThen } from './noticed-now.ts';

/** What is kept of looks, row by row; times in milliseconds, but for the moments judged. */
export interface LookRows {
  readonly looks: readonly { readonly number: number; readonly at: number; readonly taken_at: number }[];
  /** By key and look, ascending; of each key the last one is whole. */
  readonly readings: readonly { readonly key: string; readonly look: number; readonly body: string | null }[];
  readonly words: readonly {
    readonly key: string;
    readonly at: number;
    readonly said: 'explained' | 'acted';
    readonly words: string;
    readonly link: string | null;
  }[];
}

const SECOND = 1000;

/** The past of every signal in every place, as core speaks of it: in seconds. */
export function pastsOf({ readings, words }: LookRows): readonly NoticedPast[] {
  const said = Map.groupBy(words, ({ key }) => key);
  return [...Map.groupBy(readings, ({ key }) => key)].map(([key, rows]) => ({
    readings: rows.map(({ look, body }) => ({ look, reading: parsed<StoodThen>(body) })),
    newest: parsed<NoticedReading>(rows.at(-1)!.body),
    words: (said.get(key) ?? []).map(({ at, said: what, words: text, link }) => ({ at: Math.floor(at / SECOND), said: what, text, link })),
  }));
}

export function looksTaken({ looks }: LookRows): readonly LookTaken[] {
  return looks.map(({ number, at, taken_at }) => ({ number, at, takenAt: taken_at / SECOND }));
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it says what the text was made from
function parsed<Kept>(body: string | null): Kept | null {
  return body === null ? null : (JSON.parse(body) as Kept);
}
