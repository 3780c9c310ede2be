import { visible } from '#core/report/visible.ts';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import type { Need } from './need.ts';

/** Nothing is read yet, or something could not be. */
export function useSourceNeeds(): readonly Need[] {
  const administers = useMe().may.includes('configure');
  const sources = useServer('list-sources', administers ? {} : undefined).result;
  if (sources === null) return [];
  if (sources.rows.length === 0) return [{ key: 'none', say: 'Nothing is read yet.', to: '/sources', go: 'Read the first repository' }];
  return sources.rows
    .filter(({ trouble }) => trouble !== '')
    .map(({ id, source, trouble }) => ({
      key: id,
      say: `${visible(source)} could not be read: ${visible(trouble)}`,
      to: '/sources',
      go: 'See sources',
    }));
}
