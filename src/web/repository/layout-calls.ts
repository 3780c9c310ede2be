import type { MapTree } from '#core/board/map-tree.ts';
import type { MapSize } from '#core/weights/node-weights.ts';
import type { Calls } from '#web/data/calls.ts';

/** What the layout worker is asked: the places once, then pictures of them. */
export interface LayoutCalls {
  readonly plant: {
    readonly input: { readonly tree: MapTree; readonly room: Readonly<Partial<Record<MapSize, readonly number[]>>> };
    readonly output: null;
  };
  readonly layOut: Calls['layOut'];
}

export type LayoutCall = {
  readonly [N in keyof LayoutCalls]: { readonly id: number; readonly name: N; readonly input: LayoutCalls[N]['input'] };
}[keyof LayoutCalls];
