import type { PlaceLinkProps } from '#web/frame/navigation.tsx';
import { lastRepository } from '#web/repository/last-repository.ts';
import { useRepositories } from '#web/server/use-repositories.ts';
import { PAGES } from '#web/shell/pages.ts';
import { useMe } from './me-context.ts';
import { useTelling } from './use-telling.ts';
import { placesFor } from './team-places.ts';

/** Pages of a repository that stand in the navigation of the team too. */
const OF_A_REPOSITORY: ReadonlySet<string> = new Set(['/map', '/away', '/areas']);

/** Where one is led to from anywhere: map, lab and areas are those of the repository that was looked at last, else of the first. */
export function useTeamPlaces(): readonly PlaceLinkProps[] {
  const me = useMe();
  const { result } = useRepositories();
  const read = (result?.rows ?? []).filter(({ judged }) => judged !== null);
  const last = lastRepository();
  const id = read.find((row) => row.id === last)?.id ?? read[0]?.id;
  const pages = id === undefined ? [] : PAGES.filter(({ to }) => OF_A_REPOSITORY.has(to));
  const [today, ...rest] = placesFor({ ...me, telling: useTelling() });
  return [
    ...(today === undefined ? [] : [today]),
    ...pages.map(({ to, label, icon }) => ({ to: `/r/${encodeURIComponent(id!)}${to}`, label, icon })),
    ...rest,
  ];
}
