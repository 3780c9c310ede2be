import { useCallback } from 'react';
import { Finder } from '#web/finder/finder.tsx';
import { ACTS, holdsAll, type Place, wordsOf } from '#web/finder/place.ts';
import { useRepositories } from '#web/server/use-repositories.ts';
import type { OpenedProps } from '#web/shell/repository-finder.tsx';
import { useTelling } from './use-telling.ts';
import { useMe } from './me-context.ts';
import { placesFor } from './team-places.ts';

/** Leads to the pages of the team edition, and to every repository. */
export function TeamFinder(opened: OpenedProps) {
  const me = useMe();
  const { result } = useRepositories();
  const telling = useTelling();
  const find = useCallback(
    (text: string): readonly Place[] => {
      const words = wordsOf(text);
      const repositories = (result?.rows ?? []).map(
        ({ id, repository }): Place => ({ kind: 'repository', label: repository, note: '', to: `/r/${encodeURIComponent(id)}` }),
      );
      const pages = placesFor({ ...me, telling }).map(({ to, label, note }): Place => ({ kind: 'page', label, note, to }));
      return [...pages, ...repositories, ...ACTS].filter(({ label, note }) => holdsAll(`${label} ${note}`, words));
    },
    [result, me, telling],
  );
  return <Finder {...opened} title="Find a page or a repository" searched="Pages and repositories are searched." find={find} base="" />;
}
