import { createContext, useContext } from 'react';
import type { Asker } from './asker.ts';
import type { WorldFacts } from '#core/board/facts-of.ts';

export interface LoadedWorld {
  readonly ask: Asker;
  /** The same answers from a second worker, for long work that nobody waits for. */
  readonly askBehind: Asker;
  readonly facts: WorldFacts;
  /** True when a local server gave the page: commits' subjects can then be asked for. */
  readonly served: boolean;
}

export const WorldContext = createContext<LoadedWorld | null>(null);

export function useWorld(): LoadedWorld {
  const world = useContext(WorldContext);
  if (world === null) throw new Error('a page was drawn before its world was loaded');
  return world;
}
