import type { MapLayout, MapTree } from './map-tree.ts';
import { KIND } from './map-tree.ts';
import { blend } from './blend.ts';
import type { View } from './view.ts';

/** Pixels being painted, little-endian ABGR, and how they relate to the screen. */
export interface Sheet {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Device pixels per screen pixel. */
  readonly density: number;
}

export interface Inks {
  /** One colour per node; HATCHED where nothing can be judged, BLANK where there is nothing to show. */
  readonly ofNode: Uint32Array;
  readonly ground: number;
  readonly hatch: number;
  readonly hatchGround: number;
  /** Ground of folders in a packing, by depth. */
  readonly nest: readonly [number, number];
}

export const BLANK = 0;
export const HATCHED = 1;
/** Not judged and dimmed by a filter. */
export const FAINT_HATCH = 2;

/** Below this many device pixels a folder is drawn as one patch in its own mixed colour. */
const FINEST = 2.5;

export interface Scene {
  readonly tree: MapTree;
  readonly layout: MapLayout;
  readonly view: View;
  readonly inks: Inks;
}

/**
 * Paints the visible part of a treemap straight into pixels. Written for 100,000 files: one pass over the rows in
 * pre-order, whole branches skipped when they are off screen or too small, no object made (so it mutates its sheet).
 * Returns how many patches were painted.
 */
export function paintTreemap(sheet: Sheet, scene: Scene): number {
  const { tree, layout, inks } = scene;
  const scale = scene.view.k * sheet.density;
  const dx = scene.view.x * scale;
  const dy = scene.view.y * scale;
  sheet.pixels.fill(inks.ground);
  let painted = 0;
  let row = 0;
  while (row < tree.count) {
    const left = layout.x0[row]! * scale - dx;
    const top = layout.y0[row]! * scale - dy;
    const right = layout.x1[row]! * scale - dx;
    const bottom = layout.y1[row]! * scale - dy;
    const end = tree.end[row]!;
    if (right <= 0 || bottom <= 0 || left >= sheet.width || top >= sheet.height || right <= left) row = end;
    else if (end === row + 1 || right - left < FINEST || bottom - top < FINEST) {
      patch(sheet, inks, row, left, top, right, bottom);
      painted++;
      row = end;
    } else row++;
  }
  frames(sheet, scene, scale);
  return painted;
}

/** Gaps between neighbours appear only once both are wide enough to spare a pixel. */
const ROOM_FOR_GAP = 5;

function patch(sheet: Sheet, inks: Inks, row: number, left: number, top: number, right: number, bottom: number): void {
  const ink = inks.ofNode[row]!;
  if (ink === BLANK) return;
  let xb = Math.round(right);
  let yb = Math.round(bottom);
  const xa = Math.round(left);
  const ya = Math.round(top);
  if (xb - xa >= ROOM_FOR_GAP && yb - ya >= ROOM_FOR_GAP) {
    if (ink > FAINT_HATCH)
      fill(sheet, inks, seam(ink, inks.ground), Math.max(0, xa), Math.max(0, ya), Math.min(sheet.width, xb), Math.min(sheet.height, yb));
    xb -= 1;
    yb -= 1;
  } else {
    xb = Math.max(xb, xa + 1);
    yb = Math.max(yb, ya + 1);
  }
  fill(sheet, inks, ink, Math.max(0, xa), Math.max(0, ya), Math.min(sheet.width, xb), Math.min(sheet.height, yb));
}

/** Between two files: three parts of the file's colour and one of the ground, so that seams stay quieter than borders. */
function seam(ink: number, ground: number): number {
  return (((ink >>> 2) & 0x3f3f3f3f) * 3 + ((ground >>> 2) & 0x3f3f3f3f)) >>> 0;
}

/** From this width on, the built-in fill is faster than a loop. */
const WIDE = 32;

function fill(sheet: Sheet, inks: Inks, ink: number, xa: number, ya: number, xb: number, yb: number): void {
  const { pixels, width } = sheet;
  if (ink > FAINT_HATCH) {
    if (xb - xa > WIDE) for (let y = ya; y < yb; y++) pixels.fill(ink, y * width + xa, y * width + xb);
    else for (let y = ya; y < yb; y++) for (let x = y * width + xa, last = y * width + xb; x < last; x++) pixels[x] = ink;
    return;
  }
  const period = Math.round(6 * sheet.density);
  const stroke = Math.max(1, Math.round((ink === HATCHED ? 1.5 : 1) * sheet.density));
  for (let y = ya; y < yb; y++) {
    const at = y * width;
    for (let x = xa; x < xb; x++) pixels[at + x] = (x + y) % period < stroke ? inks.hatch : inks.hatchGround;
  }
}

/** Paper shows between repositories and areas, and more thinly between large folders. */
function frames(sheet: Sheet, { tree, layout, view, inks }: Scene, scale: number): void {
  const dx = view.x * scale;
  const dy = view.y * scale;
  let row = 0;
  while (row < tree.count) {
    const left = layout.x0[row]! * scale - dx;
    const top = layout.y0[row]! * scale - dy;
    const right = layout.x1[row]! * scale - dx;
    const bottom = layout.y1[row]! * scale - dy;
    const small = Math.min(right - left, bottom - top) < LEAST_FRAMED * sheet.density;
    if (small || right <= 0 || bottom <= 0 || left >= sheet.width || top >= sheet.height || tree.kind[row] === KIND.file)
      row = tree.end[row]!;
    else {
      const thick = tree.kind[row] === KIND.folder ? 1 : 2;
      if (row > 0)
        frame(
          sheet,
          { ink: inks.ground, share: tree.kind[row] === KIND.folder ? 0.5 : 1, band: Math.max(1, Math.round(thick * sheet.density)) },
          [left, top, right, bottom],
        );
      row++;
    }
  }
}

const LEAST_FRAMED = 14;

interface Border {
  readonly ink: number;
  /** Share of the ink over what is painted: borders of folders let their files shine through. */
  readonly share: number;
  readonly band: number;
}

function frame(sheet: Sheet, { ink, share, band }: Border, [left, top, right, bottom]: readonly [number, number, number, number]): void {
  const xa = clamp(Math.round(left), sheet.width);
  const ya = clamp(Math.round(top), sheet.height);
  const xb = clamp(Math.round(right), sheet.width);
  const yb = clamp(Math.round(bottom), sheet.height);
  const inner = Math.max(0, band - 1);
  const bars = [
    [xa, ya, xb, Math.min(yb, Math.round(top) + inner)],
    [xa, Math.max(ya, Math.round(bottom) - band), xb, yb],
    [xa, ya, Math.min(xb, Math.round(left) + inner), yb],
    [Math.max(xa, Math.round(right) - band), ya, xb, yb],
  ] as const;
  for (const [x0, y0, x1, y1] of bars)
    for (let y = y0; y < y1; y++)
      for (let at = y * sheet.width + x0, last = y * sheet.width + x1; at < last; at++)
        sheet.pixels[at] = share === 1 ? ink : blend(sheet.pixels[at]!, ink, share);
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
