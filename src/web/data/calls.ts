import type { MomentFigures } from '#core/board/moment-figures.ts';
import type { WorldFacts } from '#core/board/facts-of.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { MapLayout, MapShape } from '#web/map/map-layout.ts';
import type { MapSize, NodeWeights } from '#core/weights/node-weights.ts';
import type { WeighInput } from '#core/weights/weigh.ts';
import type { MapTree } from '#core/board/map-tree.ts';

/** Everything the page may ask its worker: name → what it sends → what it gets back. */
export interface Calls {
  readonly load: { readonly input: { readonly bytes: Uint8Array; readonly me: number | null }; readonly output: WorldFacts };
  readonly ask: {
    readonly input: { readonly question: string; readonly input: unknown; readonly at: number | null };
    readonly output: Answer;
  };
  readonly tree: { readonly input: null; readonly output: MapTree };
  readonly layOut: {
    readonly input: { readonly shape: MapShape; readonly size: MapSize; readonly width: number; readonly height: number };
    readonly output: MapLayout;
  };
  readonly weigh: {
    readonly input: WeighInput & { readonly at: number | null };
    readonly output: NodeWeights;
  };
  readonly people: { readonly input: null; readonly output: readonly PersonChoice[] };
  readonly trendTimes: { readonly input: null; readonly output: readonly number[] };
  readonly trendSoFar: { readonly input: { readonly area: string | null }; readonly output: Answer };
  readonly judgeMoment: { readonly input: { readonly at: number }; readonly output: MomentFigures };
}
export type CallName = keyof Calls;

/** One call as it travels; the reply carries the same id. */
export interface Call<N extends CallName = CallName> {
  readonly id: number;
  readonly name: N;
  readonly input: Calls[N]['input'];
}

export type CallReply =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly refusal: { readonly code: string; readonly message: string; readonly remedy: string } }
  | { readonly id: number; readonly bug: string };

/** One line of the people picker: a name only where this viewer may see it. */
export interface PersonChoice {
  readonly id: number;
  readonly label: string;
  /** Survives rescans; what the address holds. */
  readonly key: string;
  readonly lastSeen: number;
  /** An AI agent: not somebody, but work may depend on it. */
  readonly isAgent: boolean;
}
