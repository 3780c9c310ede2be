import { useCallback } from 'react';
import { useTree } from '#web/data/use-tree.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Finder } from '#web/finder/finder.tsx';
import { findPlaces } from './find-places.ts';
import { pagesOf } from './pages.ts';

export interface OpenedProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Leads to pages, areas, folders and files of the repository that is looked at. */
export function RepositoryFinder(opened: OpenedProps) {
  const { facts, base, hasSignals } = useWorld();
  const tree = useTree();
  const find = useCallback((text: string) => findPlaces(text, { facts, tree, pages: pagesOf({ hasSignals }) }), [facts, tree, hasSignals]);
  return (
    <Finder
      {...opened}
      title="Find a page, an area or a file"
      searched="Areas, folders and files of the tree at the last commit are searched."
      find={find}
      base={base}
    />
  );
}
