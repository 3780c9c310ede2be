import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import type { Need } from './need.ts';

/** Somebody asked to be erased, and waits for another who administers. */
export function useErasureNeeds(): readonly Need[] {
  const { may, accountId } = useMe();
  const { result } = useServer('list-erasures', may.includes('configure') ? {} : undefined);
  const others = (result?.erasures ?? []).filter(({ account }) => account !== accountId);
  if (others.length === 0) return [];
  const say = others.length === 1 ? 'Somebody asked to be erased.' : `${others.length} people asked to be erased.`;
  return [{ key: 'erasures', say, to: '/installation', go: 'See who, and confirm it' }];
}
