import type { AwayValue } from '#core/answers/away.ts';
import type { Answer, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { type Called, useAnswer } from '#web/data/use-call.ts';
import type { LabChoice } from './read-lab-address.ts';

/** A row of the away answer, as core/answers/away.ts writes it. */
export interface AwayRow extends Row {
  readonly area: string;
  readonly id: string;
  readonly before: Verdict;
  readonly verdict: Verdict;
  readonly carriedBefore: Estimate | null;
  readonly carried: Estimate | null;
  readonly stalled: Estimate | null;
  readonly atLeastOneStalls: number | null;
  readonly slows: number | null;
  readonly slowsUsually: number | null;
  readonly metBy: string | readonly string[];
  /** Verdict when whoever would be overloaded is swamped too. */
  readonly second: Verdict;
}
export type AwayAnswer = Omit<Answer<AwayValue>, 'rows'> & { readonly rows: readonly AwayRow[] };

/** What the chosen absence changes; nothing is asked while nobody is chosen or the dates are reversed. */
export function useAwayAnswer({ people, window, kind }: LabChoice, at: number | null): Called<AwayAnswer> {
  const asked = people.length > 0 && window !== null;
  const input = asked ? { who: [], people: people.map(({ id }) => id), from: window.from, to: window.to - 1, kind } : undefined;
  const called = useAnswer<AwayValue>('away', input, at) as unknown as Called<AwayAnswer>;
  return asked ? called : { result: null, waiting: false, problem: null };
}
