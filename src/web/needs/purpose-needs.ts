import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import type { Need } from './need.ts';

/** Nobody who sets this up has said yet what it is for, and what not. */
export function usePurposeNeeds(): readonly Need[] {
  const administers = useMe().may.includes('configure');
  const { result } = useServer('read-settings', administers ? {} : undefined);
  if (result?.purposeAcknowledged !== false) return [];
  return [
    {
      key: 'purpose',
      say: 'Nobody has acknowledged yet what this is for, and which mode holds.',
      to: '/installation',
      go: 'See how this runs',
    },
  ];
}
