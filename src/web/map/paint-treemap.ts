import { blend } from './blend.ts';
import { KIND } from '#core/board/map-tree.ts';
import { BLANK, FAINT_HATCH, isStroke, type PixelBox, placeOn, type Scene, type Sheet } from './sheet.ts';

/** Below this many device pixels a folder is drawn as one patch in its own mixed colour. */
const FINEST = 2.5;
const FINEST_COARSE = 12;
/** Gaps between neighbours appear only once both are wide enough to spare a pixel. */
const ROOM_FOR_GAP = 5;
/** From this width on, the built-in fill is faster than a loop. */
const WIDE = 32;
/** Areas and folders smaller than this many screen pixels get no border. */
const LEAST_FRAMED = 14;

/**
 * Paints the visible part of a treemap straight into pixels. Written for 100,000 files: one pass over the rows in
 * pre-order, whole branches skipped when they are off screen or too small, no object made (so it mutates its sheet).
 * Returns how many patches were painted.
 */
export function paintTreemap(sheet: Sheet, scene: Scene): number {
  const { tree, inks } = scene;
  const box = { row: 0, left: 0, top: 0, right: 0, bottom: 0 };
  const finest = sheet.coarse ? FINEST_COARSE : FINEST;
  sheet.pixels.fill(inks.ground);
  let painted = 0;
  while (box.row < tree.count) {
    const end = tree.end[box.row]!;
    if (!placeOn(sheet, scene, box)) box.row = end;
    else if (end === box.row + 1 || box.right - box.left < finest || box.bottom - box.top < finest) {
      patch(sheet, scene, box);
      painted++;
      box.row = end;
    } else box.row++;
  }
  frames(sheet, scene);
  return painted;
}

function patch(sheet: Sheet, { inks }: Scene, box: PixelBox & { row: number }): void {
  const ink = inks.ofNode[box.row]!;
  if (ink === BLANK) return;
  box.left = Math.round(box.left);
  box.top = Math.round(box.top);
  box.right = Math.max(box.left + 1, Math.round(box.right));
  box.bottom = Math.max(box.top + 1, Math.round(box.bottom));
  const gap = box.right - box.left >= ROOM_FOR_GAP && box.bottom - box.top >= ROOM_FOR_GAP;
  if (gap && ink > FAINT_HATCH) fill(sheet, seam(ink, inks.ground), box);
  if (gap) {
    box.right -= 1;
    box.bottom -= 1;
  }
  if (ink > FAINT_HATCH) fill(sheet, ink, box);
  else hatch(sheet, { ink, stroke: inks.hatch, ground: inks.hatchGround }, box);
}

/** Between two files: three parts of the file's colour and one of the ground, so that seams stay quieter than borders. */
function seam(ink: number, ground: number): number {
  return (0xff000000 | (((ink >>> 2) & 0x3f3f3f) * 3 + ((ground >>> 2) & 0x3f3f3f))) >>> 0;
}

function fill({ pixels, width, height }: Sheet, ink: number, box: PixelBox): void {
  const xa = Math.max(0, box.left);
  const xb = Math.min(width, box.right);
  const yb = Math.min(height, box.bottom);
  for (let y = Math.max(0, box.top); y < yb; y++) {
    const last = y * width + xb;
    if (xb - xa > WIDE) pixels.fill(ink, y * width + xa, last);
    else for (let at = y * width + xa; at < last; at++) pixels[at] = ink;
  }
}

interface HatchInk {
  readonly ink: number;
  readonly stroke: number;
  readonly ground: number;
}

function hatch(sheet: Sheet, inks: HatchInk, box: PixelBox): void {
  const style = { ink: inks.ink, density: sheet.density };
  const xb = Math.min(sheet.width, box.right);
  const yb = Math.min(sheet.height, box.bottom);
  for (let y = Math.max(0, box.top); y < yb; y++) {
    for (let x = Math.max(0, box.left); x < xb; x++) sheet.pixels[y * sheet.width + x] = isStroke(x, y, style) ? inks.stroke : inks.ground;
  }
}

/** Paper shows between repositories and areas, and more thinly between large folders. */
function frames(sheet: Sheet, scene: Scene): void {
  const { tree, inks } = scene;
  const least = LEAST_FRAMED * sheet.density;
  const box = { row: 1, left: 0, top: 0, right: 0, bottom: 0 };
  while (box.row < tree.count) {
    const row = box.row;
    if (tree.kind[row] === KIND.file || !placeOn(sheet, scene, box) || Math.min(box.right - box.left, box.bottom - box.top) < least)
      box.row = tree.end[row]!;
    else {
      const folder = tree.kind[row] === KIND.folder;
      frame(sheet, { ink: inks.ground, share: folder ? 0.5 : 1, band: Math.round((folder ? 1 : 2) * sheet.density) }, box);
      box.row++;
    }
  }
}

interface Border {
  readonly ink: number;
  /** Share of the ink over what is painted: borders of folders let their files shine through. */
  readonly share: number;
  readonly band: number;
}

function frame(sheet: Sheet, border: Border, box: PixelBox): void {
  const left = Math.round(box.left);
  const top = Math.round(box.top);
  const right = Math.round(box.right);
  const bottom = Math.round(box.bottom);
  const inner = border.band - 1;
  bar(sheet, border, { left, top, right, bottom: top + inner });
  bar(sheet, border, { left, top: bottom - border.band, right, bottom });
  bar(sheet, border, { left, top, right: left + inner, bottom });
  bar(sheet, border, { left: right - border.band, top, right, bottom });
}

function bar({ pixels, width, height }: Sheet, { ink, share }: Border, box: PixelBox): void {
  const xa = Math.max(0, box.left);
  const xb = Math.min(width, box.right);
  const yb = Math.min(height, box.bottom);
  for (let y = Math.max(0, box.top); y < yb; y++) {
    for (let at = y * width + xa; at < y * width + xb; at++) pixels[at] = share === 1 ? ink : blend(pixels[at]!, ink, share);
  }
}
