import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import type { ReplyOf } from '#contract/operations.ts';
import type { Answer } from '#core/terms/answer.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { keepAnswer } from '#web/data/answers-on-page.ts';

export interface BeyondAsked<Told> {
  readonly result: Told | null;
  readonly problem: Error | null;
}

export interface RulesAsked {
  readonly area?: string;
  /** Who is away, by row; on a team's server that is whoever asks. Absent: nobody. */
  readonly people?: readonly number[];
  readonly from?: string;
  readonly to?: string;
}

/** A question on its way: by which key it is known, and how it is asked. */
export interface Asking<Told> {
  readonly key: readonly unknown[];
  readonly read: (signal: AbortSignal) => Promise<Told>;
}

/** Whom to ask what sources beyond git tell: a team's server, or the one that gave the page on this machine. Undefined: not theirs to see. */
export interface Beyond {
  readonly facets: (area?: string) => Asking<ReplyOf<'answer-facets'>> | undefined;
  readonly rules: (asked: RulesAsked) => Asking<ReplyOf<'answer-owners'>> | undefined;
}

export const BeyondContext = createContext<Beyond | null>(null);

/** Facets of everything, or of one area; kept where the because panel finds them. */
export function useFacets(area?: string): BeyondAsked<ReplyOf<'answer-facets'>> {
  return useAsking('facets', useBeyond().facets(area));
}

/** CODEOWNERS against fact. `as`: under which word its reasons are found. */
export function useCodeowners(asked: RulesAsked, as = 'owners'): BeyondAsked<ReplyOf<'answer-owners'>> {
  return useAsking(as, useBeyond().rules(asked));
}

function useBeyond(): Beyond {
  const beyond = useContext(BeyondContext);
  if (beyond === null) throw new Error('asked beyond git where nobody can be asked');
  return beyond;
}

function useAsking<Told extends ReplyOf<'answer-facets'> | ReplyOf<'answer-owners'>>(
  question: string,
  asking: Asking<Told> | undefined,
): BeyondAsked<Told> {
  const { data, error } = useQuery<Told>({
    queryKey: asking?.key ?? ['nothing'],
    queryFn: async ({ signal }) => await asking!.read(signal),
    enabled: asking !== undefined,
    retry: (times, problem) => !(problem instanceof Refusal) && times < 2,
    placeholderData: (before) => before,
  });
  useEffect(() => {
    if (data !== undefined) keepAnswer(question, data as unknown as Answer);
  }, [question, data]);
  return { result: data ?? null, problem: error };
}
