import { visible } from '#core/report/visible.ts';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import type { Need } from './need.ts';

/** Somebody says who they are in the history, and waits for an administrator; nobody decides on their own claim. */
export function useClaimNeeds(): readonly Need[] {
  const administers = useMe().may.includes('configure');
  const { result } = useServer('list-claims', administers ? {} : undefined);
  return (result?.claims ?? [])
    .filter(({ isOwn }) => !isOwn)
    .map(({ id, name, spelling }) => ({
      key: `claim ${id}`,
      say: `${visible(name)} says: ${visible(spelling)} in the history is me.`,
      to: `/claims/${encodeURIComponent(id)}`,
      go: 'Confirm or refuse it',
    }));
}

/** Until it is known who somebody is in the history, nothing can be said to them about themself. */
export function useOwnClaimNeeds(): readonly Need[] {
  const { kind } = useMe();
  const { result } = useServer('my-belongings', kind === 'person' ? {} : undefined);
  if (result === null || result.claims.some(({ state }) => state === 'confirmed')) return [];
  if (result.claims.some(({ state }) => state === 'proposed'))
    return [
      { key: 'me', say: 'What you said you are in the history waits for somebody else’s word.', to: '/settings', go: 'Ask somebody' },
    ];
  return [
    {
      key: 'me',
      say: 'It is not known yet which person of the history you are. Until then nothing here is about you.',
      to: '/settings',
      go: 'Say who you are',
    },
  ];
}

/** Somebody proposes who is one person, and the word of the one who looks is missing. */
export function useMergeNeeds(): readonly Need[] {
  const { kind } = useMe();
  const { result } = useServer('list-merges', kind === 'person' ? {} : undefined);
  const { merges = [] } = result ?? {};
  return merges
    .filter(({ state, isOwn, hasSaid }) => state === 'proposed' && !isOwn && !hasSaid)
    .map((merge) => ({
      key: `merge ${merge.id}`,
      say: `Somebody proposes that ${merge.spellings.map(visible).join(' and ')} are ${merge.kind === 'same' ? 'one person' : 'different persons'}.`,
      to: '/settings',
      go: 'Say whether that is so',
    }));
}
