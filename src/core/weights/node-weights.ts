import type { AbsenceKind } from '#core/absence/scenario.ts';

export const MAP_SIZES = ['demand', 'files', 'bytes'] as const;
export type MapSize = (typeof MAP_SIZES)[number];

export const MAP_COLOURS = ['cover', 'factor', 'demand', 'ai'] as const;
export type MapColour = (typeof MAP_COLOURS)[number];

/** Share of a node that did not exist at the moment shown. */
export const ABSENT = -1;

/** What a colour shows: a share per node on its scale, and the figure behind it. */
export interface NodeWeights {
  readonly colour: MapColour;
  /** 0–1; NaN = not judged; ABSENT = not there at that moment. */
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
