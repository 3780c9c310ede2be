import { clockOf, whatOf } from '#web/names/opening-words.ts';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import type { Need } from './need.ts';

/** Requests for names that the council has to decide on, and names that are open to the one who looks. */
export function useOpeningNeeds(): readonly Need[] {
  const { mode, may, sees, accountId } = useMe();
  const here = mode === 'council';
  const all = useServer('list-openings', here && may.includes('agree to names') ? {} : undefined).result?.openings ?? [];
  const own = useServer('list-my-openings', here && sees.includes('ownLog') ? {} : undefined).result?.openings ?? [];
  const waiting = all.filter(({ state, askedBy, concernsMe }) => state === 'waiting' && askedBy !== accountId && !concernsMe);
  const open = own.filter(({ state, askedBy }) => state === 'open' && askedBy === accountId);
  return [
    ...waiting.map((one) => ({
      key: `names ${one.id}`,
      say: `Somebody asks for the names behind ${whatOf(one)}.`,
      to: '/names',
      go: 'Agree or refuse',
    })),
    ...open.map((one) => ({
      key: `names ${one.id}`,
      say: `Names behind ${whatOf(one)} are open to you until ${clockOf(one.until ?? one.askedAt)}.`,
      to: '/names',
      go: 'See them',
    })),
  ];
}
