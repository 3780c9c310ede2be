/** Where each node lies, in units of the screen at zoom 1. Packing keeps its circles' bounding boxes here. */
export interface MapLayout {
  readonly shape: MapShape;
  readonly width: number;
  readonly height: number;
  readonly x0: Float32Array;
  readonly y0: Float32Array;
  readonly x1: Float32Array;
  readonly y1: Float32Array;
}

export const MAP_SHAPES = ['treemap', 'packing'] as const;
export type MapShape = (typeof MAP_SHAPES)[number];
