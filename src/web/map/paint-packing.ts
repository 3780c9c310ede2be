import { blend } from './blend.ts';
import { isLeaf, KIND } from '#core/board/map-tree.ts';
import { BLANK, FAINT_HATCH, isStroke, placeOn, type Scene, type Sheet } from './sheet.ts';

/** Circles smaller than this many device pixels across stand for everything inside them. */
const FINEST = 3;
const FINEST_COARSE = 9;
/** A circle this small is one pixel. */
const SPECK = 0.8;
/** What a file's circle leaves free around it. */
const FILLING = 0.94;

/** As paintTreemap, for nested circles: folders in a quiet ground tone, files in their colour, edges smoothed. */
export function paintPacking(sheet: Sheet, scene: Scene): number {
  const { tree, inks } = scene;
  const box = { row: 0, left: 0, top: 0, right: 0, bottom: 0 };
  const finest = sheet.coarse ? FINEST_COARSE : FINEST;
  sheet.pixels.fill(inks.ground);
  let painted = 0;
  while (box.row < tree.count) {
    const row = box.row;
    if (!placeOn(sheet, scene, box)) {
      box.row = tree.end[row]!;
      continue;
    }
    const radius = (box.right - box.left) / 2;
    const closed = isLeaf(tree, row) || 2 * radius < finest;
    const ink = closed ? inks.ofNode[row]! : inks.nest[tree.kind[row] === KIND.folder ? 1 : 0];
    if (row > 0) disc(sheet, scene, { ink, x: box.left + radius, y: box.top + radius, radius: closed ? radius * FILLING : radius });
    painted++;
    box.row = closed ? tree.end[row]! : row + 1;
  }
  return painted;
}

interface Disc {
  readonly ink: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function disc(sheet: Sheet, { inks }: Scene, { ink, x, y, radius }: Disc): void {
  if (ink === BLANK) return;
  if (radius < SPECK) {
    speck(sheet, { x: Math.floor(x), y: Math.floor(y), ink: ink > FAINT_HATCH ? ink : inks.hatch });
    return;
  }
  const last = Math.min(sheet.height - 1, Math.ceil(y + radius));
  for (let line = Math.max(0, Math.floor(y - radius)); line <= last; line++) {
    const reach = radius * radius - (line + 0.5 - y) ** 2;
    if (reach <= 0) continue;
    const half = Math.sqrt(reach);
    const run = { line, ink, from: x - half, to: x + half };
    if (ink > FAINT_HATCH) paintRun(sheet, run);
    else hatchRun(sheet, run, inks);
  }
}

function speck({ pixels, width, height }: Sheet, { x, y, ink }: { readonly x: number; readonly y: number; readonly ink: number }): void {
  if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = ink;
}

interface Run {
  readonly line: number;
  readonly ink: number;
  readonly from: number;
  readonly to: number;
}

/** One line of a disc; its two end pixels are mixed with what lies below. */
function paintRun({ pixels, width }: Sheet, { line, ink, from, to }: Run): void {
  const first = Math.max(0, Math.ceil(from));
  const last = Math.min(width, Math.floor(to));
  const base = line * width;
  if (last > first) pixels.fill(ink, base + first, base + last);
  if (first >= 1 && first <= width) pixels[base + first - 1] = blend(pixels[base + first - 1]!, ink, first - from);
  if (last >= first && last < width) pixels[base + last] = blend(pixels[base + last]!, ink, to - last);
}

function hatchRun({ pixels, width, density }: Sheet, { line, ink, from, to }: Run, { hatch, hatchGround }: Scene['inks']): void {
  const last = Math.min(width, Math.floor(to));
  for (let x = Math.max(0, Math.ceil(from)); x < last; x++)
    pixels[line * width + x] = isStroke(x, line, { ink, density }) ? hatch : hatchGround;
}
