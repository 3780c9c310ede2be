import { type Called, useAnswer } from '#web/data/use-call.ts';
import type { AnswerOf, RowOf } from '#web/worker/questions.ts';
import type { LabChoice } from './read-lab-address.ts';

export type AwayRow = RowOf<'away'>;
export type AwayAnswer = AnswerOf<'away'>;

/** What the chosen absence changes; nothing is asked while nobody is chosen or the dates are reversed. */
export function useAwayAnswer({ people, window, kind }: LabChoice, at: number | null): Called<AwayAnswer> {
  const asked = people.length > 0 && window !== null;
  const input = asked ? { who: [], people: people.map(({ id }) => id), from: window.from, to: window.to - 1, kind } : undefined;
  const called = useAnswer('away', input, at);
  return asked ? called : { result: null, waiting: false, problem: null };
}
