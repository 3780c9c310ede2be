import type { ReplyOf } from '#contract/operations.ts';
import { useMe } from '#web/team/me-context.ts';
import { type Asked, useServer } from './use-server.ts';

/** How every repository stands, for whoever may see areas; nothing for others. */
export function useRepositories(): Asked<ReplyOf<'answer-repositories'>> {
  const { sees } = useMe();
  return useServer('answer-repositories', sees.includes('areas') ? {} : undefined);
}
