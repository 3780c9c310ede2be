import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import type { Need } from './need.ts';

/** One administrator alone is the carrier of the whole server. */
export function useAccountNeeds(): readonly Need[] {
  const administers = useMe().may.includes('configure');
  const accounts = useServer('list-accounts', administers ? {} : undefined).result;
  if (accounts?.secondAdministratorMissing !== true) return [];
  return [{ key: 'second', say: accounts.sentence, to: '/people', go: 'Make somebody the second one' }];
}
