import { useEffect } from 'react';
import type { ReplyOf, SentTo } from '#contract/operations.ts';
import type { Answer } from '#core/terms/answer.ts';
import { keepAnswer } from '#web/data/answers-on-page.ts';
import { type Asked, useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';

/** Facets of a repository, or of one of its areas; kept where the because panel finds them. */
export function useFacets(source: string, area?: string): Asked<ReplyOf<'answer-facets'>> {
  const { sees } = useMe();
  const query = area === undefined ? {} : { area };
  return useKept('facets', useServer('answer-facets', sees.includes('areas') ? { params: { source }, query } : undefined));
}

/** Its CODEOWNERS against fact, for whoever sees paths. */
export function useCodeowners(source: string, query: SentTo<'answer-owners'>['query'], as = 'owners'): Asked<ReplyOf<'answer-owners'>> {
  const { sees } = useMe();
  return useKept(as, useServer('answer-owners', sees.includes('paths') ? { params: { source }, query } : undefined));
}

function useKept<Kept extends ReplyOf<'answer-facets'> | ReplyOf<'answer-owners'>>(question: string, asked: Asked<Kept>): Asked<Kept> {
  const { result } = asked;
  useEffect(() => {
    if (result !== null) keepAnswer(question, result as unknown as Answer);
  }, [question, result]);
  return asked;
}
