import type { AbsenceKind } from '#core/absence/scenario.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { MapLayout, MapShape, MapTree } from '#web/map/map-tree.ts';

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
    readonly input: { readonly colour: MapColour; readonly at: number | null; readonly scenario: ScenarioInput | null };
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

export const MAP_SIZES = ['demand', 'files', 'bytes'] as const;
export type MapSize = (typeof MAP_SIZES)[number];

export const MAP_COLOURS = ['cover', 'factor', 'demand', 'ai'] as const;
export type MapColour = (typeof MAP_COLOURS)[number];

/** What a colour shows: a share per node on its scale, and the figure behind it. */
export interface NodeWeights {
  readonly colour: MapColour;
  /** 0–1; NaN = not judged; -1 = not there at that moment. */
  readonly share: Float32Array;
  /** The figure in its own unit (carriers, changes, share), for texts. */
  readonly figure: Float32Array;
  readonly at: number;
}

/** An absence as the lab puts it: people as rows of the evidence, a half-open window in seconds. */
export interface ScenarioInput {
  readonly people: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly kind: AbsenceKind;
}

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

/** The figures of one moment, for series over time; columns by area row, NaN where not judged. */
export interface MomentFigures {
  readonly at: number;
  readonly northStar: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly carried: FigureColumns;
  readonly expected: FigureColumns;
}

export interface FigureColumns {
  readonly value: Float32Array;
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** What is true of the loaded world whatever is asked. */
export interface WorldFacts {
  readonly title: string;
  readonly at: number;
  readonly firstAt: number;
  readonly mode: 'solo' | 'team' | 'council';
  /** Row of the person who looks, where the local server knows them by the address git signs with. */
  readonly me: number | null;
  readonly absenceDays: number;
  readonly movesFrom: number;
  readonly stopsBelow: number;
  readonly repositories: readonly string[];
  readonly areas: readonly AreaFacts[];
  readonly files: number;
  readonly commits: number;
  /** Commits per month from the first to the last, for the time slider. */
  readonly rhythm: readonly number[];
}

export interface AreaFacts {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly repository: number;
  readonly paths: readonly string[];
}
