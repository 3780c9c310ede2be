import { useEffect, useState } from 'react';
import type { Answer } from '#core/terms/answer.ts';
import type { CallName, Calls } from './calls.ts';
import { keepAnswer } from './answers-on-page.ts';
import type { AnswerOf, InputOf, PageQuestion } from '#web/worker/questions.ts';
import { useWorld } from './world-context.ts';

export interface Called<T> {
  /** The last result; stays on screen while the next one is computed. */
  readonly result: T | null;
  readonly waiting: boolean;
  readonly problem: Error | null;
}

/** Asks again whenever the input changes; what is no longer wanted is given up, and results that arrive out of turn are dropped. `undefined` asks nothing. */
export function useCall<N extends CallName>(
  name: N,
  input: Calls[N]['input'] | undefined,
  whom: 'ask' | 'askBehind' = 'ask',
): Called<Calls[N]['output']> {
  const { [whom]: ask } = useWorld();
  const [state, setState] = useState<Called<Calls[N]['output']>>({ result: null, waiting: true, problem: null });
  // Equal inputs ask once, however often the page draws: the text stands for the input.
  const key = input === undefined ? null : JSON.stringify(input);
  useEffect(() => {
    if (key === null) return;
    const wanted = new AbortController();
    const settle = (change: Partial<typeof state>): void => {
      if (!wanted.signal.aborted) setState((before) => ({ ...before, waiting: false, ...change }));
    };
    setState((before) => ({ ...before, waiting: true }));
    ask(name, JSON.parse(key) as Calls[N]['input'], { signal: wanted.signal }).then(
      (result) => settle({ result, problem: null }),
      (problem: unknown) => settle({ problem: problem instanceof Error ? problem : new Error(String(problem)) }),
    );
    return () => wanted.abort();
  }, [ask, name, key]);
  return state;
}

/** An answer of core, kept where the because panel finds it. `undefined` asks nothing. */
export function useAnswer<Q extends PageQuestion>(question: Q, input: InputOf<Q> | undefined, at: number | null): Called<AnswerOf<Q>> {
  return useAsked({ question, input, at }, 'ask');
}

/** The same from the second worker: for answers that take a while and that nobody waits for. */
export function useSlowAnswer<Q extends PageQuestion>(question: Q, input: InputOf<Q> | undefined, at: number | null): Called<AnswerOf<Q>> {
  return useAsked({ question, input, at }, 'askBehind');
}

interface Asked<Q extends PageQuestion> {
  readonly question: Q;
  readonly input: InputOf<Q> | undefined;
  readonly at: number | null;
}

/** The one place where what comes over from the worker is taken for the answer of its question. */
function useAsked<Q extends PageQuestion>({ question, input, at }: Asked<Q>, whom: 'ask' | 'askBehind'): Called<AnswerOf<Q>> {
  const called = useCall('ask', input === undefined ? undefined : { question, input, at }, whom);
  return useKept(question, called as unknown as Called<AnswerOf<Q>>);
}

/** The trend as core answers it, once every moment of it is judged; of one area, or of the whole. */
export function useTrendAnswer(area: string | null, isReady: boolean): void {
  useKept('trend', useCall('trendSoFar', isReady ? { area } : undefined, 'askBehind'));
}

function useKept<Kept extends Answer>(question: string, called: Called<Kept>): Called<Kept> {
  useEffect(() => {
    if (called.result !== null) keepAnswer(question, called.result);
  }, [question, called.result]);
  return called;
}
