import { createContext, type ReactNode, useContext } from 'react';
import type { WorldFacts } from '#core/board/facts-of.ts';
import type { MapColour, MapSize } from '#core/weights/node-weights.ts';
import type { Asker } from './asker.ts';

/** Where a page's answers come from, and what of it is known beforehand. */
export interface LoadedWorld {
  readonly ask: Asker;
  /** The same answers from a second worker, for long work that nobody waits for. */
  readonly askBehind: Asker;
  readonly facts: WorldFacts;
  /** `page`: worked out here, from the whole evidence. `server`: asked for one by one; nobody but the one who asks can be away. */
  readonly from: 'page' | 'server';
  /** What the map may be coloured and sized by. */
  readonly colours: readonly MapColour[];
  readonly sizes: readonly MapSize[];
  /** Before every address of a page: nothing, or the repository that is looked at (`/r/payments`). */
  readonly base: string;
  /** True when a local server gave the page: commits' subjects can then be asked for. */
  readonly served: boolean;
  /** What a team says beside an area; nothing on one's own machine. */
  readonly besideArea?: (props: { readonly area: string }) => ReactNode;
  /** What a team's term left of earlier years: of one area, or (null) of all. */
  readonly earlier?: (props: { readonly area: string | null }) => ReactNode;
  /** What sources beyond git tell: of one area, or (null) of all; and of days on which these people are away, by row: on a team's server the one who asks. Where a server can be asked. */
  readonly beyond?: (props: { readonly area: string | null }) => ReactNode;
  /** Of the whole, what is left to nobody or hangs on one. */
  readonly beyondFront?: () => ReactNode;
  /** True where sources beyond git tell something that signals can be looked for in. */
  readonly hasSignals?: boolean;
  readonly beyondAway?: (props: DaysAway) => ReactNode;
}

/** First and last day, as dates. */
export interface DaysAway {
  readonly people: readonly number[];
  readonly from: string;
  readonly to: string;
}

export const WorldContext = createContext<LoadedWorld | null>(null);

export function useWorld(): LoadedWorld {
  const world = useContext(WorldContext);
  if (world === null) throw new Error('a page was drawn before its world was loaded');
  return world;
}
