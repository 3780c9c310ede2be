import { useServer } from '#web/server/use-server.ts';
import { useMe } from './me-context.ts';

/** Connections that have told something, for whoever sees signals: without one there is nothing to lead to. */
export function useTelling(): number {
  const { sees } = useMe();
  return useServer('count-connections', sees.includes('signals') ? {} : undefined).result?.telling ?? 0;
}
