import { isLeaf, KIND } from './map-tree.ts';
import { blend } from './blend.ts';
import type { Scene, Sheet } from './paint-treemap.ts';
import { BLANK, FAINT_HATCH, HATCHED } from './paint-treemap.ts';

/** Circles smaller than this many device pixels across stand for everything inside them. */
const FINEST = 3;

/** As paintTreemap, for nested circles: folders in a quiet ground tone, files in their colour, edges smoothed. */
export function paintPacking(sheet: Sheet, scene: Scene): number {
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
    const radius = ((layout.x1[row]! - layout.x0[row]!) * scale) / 2;
    if (left + 2 * radius <= 0 || top + 2 * radius <= 0 || left >= sheet.width || top >= sheet.height || radius <= 0) row = tree.end[row]!;
    else {
      const closed = isLeaf(tree, row) || 2 * radius < FINEST;
      if (row > 0) {
        const ink = closed ? inks.ofNode[row]! : inks.nest[tree.kind[row] === KIND.folder ? 1 : 0];
        disc(sheet, scene, ink, left + radius, top + radius, closed ? radius * 0.94 : radius);
      }
      painted++;
      row = closed ? tree.end[row]! : row + 1;
    }
  }
  return painted;
}

function disc(sheet: Sheet, { inks }: Scene, ink: number, cx: number, cy: number, radius: number): void {
  if (ink === BLANK) return;
  const { pixels, width, height } = sheet;
  if (radius < 0.8) {
    const x = Math.floor(cx);
    const y = Math.floor(cy);
    if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = ink > FAINT_HATCH ? ink : inks.hatch;
    return;
  }
  const last = Math.min(height - 1, Math.ceil(cy + radius));
  for (let y = Math.max(0, Math.floor(cy - radius)); y <= last; y++) {
    const dy = y + 0.5 - cy;
    const reach = radius * radius - dy * dy;
    if (reach <= 0) continue;
    const half = Math.sqrt(reach);
    row(sheet, inks, ink, y, cx - half, cx + half);
  }
}

function row(sheet: Sheet, inks: Scene['inks'], ink: number, y: number, from: number, to: number): void {
  const { pixels, width } = sheet;
  const first = Math.max(0, Math.ceil(from));
  const last = Math.min(width, Math.floor(to));
  const base = y * width;
  if (ink > FAINT_HATCH) {
    if (last > first) pixels.fill(ink, base + first, base + last);
    if (first - 1 >= 0 && first - 1 < width) pixels[base + first - 1] = blend(pixels[base + first - 1]!, ink, first - from);
    if (last >= 0 && last < width && last >= first) pixels[base + last] = blend(pixels[base + last]!, ink, to - last);
    return;
  }
  const period = Math.round(6 * sheet.density);
  const stroke = Math.max(1, Math.round((ink === HATCHED ? 1.5 : 1) * sheet.density));
  for (let x = first; x < last; x++) pixels[base + x] = (x + y) % period < stroke ? inks.hatch : inks.hatchGround;
}
