import type { MapLayout } from './map-layout.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import type { View } from './view.ts';

/** Pixels being painted, little-endian ABGR, and how they relate to the screen. */
export interface Sheet {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Device pixels per screen pixel. */
  readonly density: number;
  /** Speed before detail: small folders stand for what is in them. */
  readonly coarse: boolean;
}

export interface Inks {
  /** One colour per node; HATCHED where nothing can be judged, BLANK where there is nothing to show. */
  readonly ofNode: Uint32Array;
  readonly ground: number;
  readonly hatch: number;
  readonly hatchGround: number;
  /** Ground of areas and of folders in a packing. */
  readonly nest: readonly [number, number];
}

export const BLANK = 0;
export const HATCHED = 1;
/** Not judged and dimmed by a filter; from the next number on, an ink is a colour. */
export const FAINT_HATCH = 2;

/** What one frame shows. */
export interface Scene {
  readonly tree: MapTree;
  readonly layout: MapLayout;
  readonly view: View;
  readonly inks: Inks;
}

/** A rectangle in device pixels. Inner loops fill one and the same box again, so that painting makes no objects. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a node lies on the sheet, written into `box`; false when none of it is on the sheet. */
export function placeOn(sheet: Sheet, { layout, view }: Scene, box: PixelBox & { row: number }): boolean {
  const scale = view.k * sheet.density;
  box.left = (layout.x0[box.row]! - view.x) * scale;
  box.top = (layout.y0[box.row]! - view.y) * scale;
  box.right = (layout.x1[box.row]! - view.x) * scale;
  box.bottom = (layout.y1[box.row]! - view.y) * scale;
  return box.right > 0 && box.bottom > 0 && box.left < sheet.width && box.top < sheet.height && box.right > box.left;
}

const HATCH_PERIOD = 6;

/** Whether the pixel belongs to a stroke of the hatch; the rest of a hatched patch is its ground. */
export function isStroke(x: number, y: number, { ink, density }: { readonly ink: number; readonly density: number }): boolean {
  return (x + y) % Math.round(HATCH_PERIOD * density) < Math.max(1, Math.round((ink === HATCHED ? 1.5 : 1) * density));
}
