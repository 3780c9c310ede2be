import type { MapLayout } from './map-layout.ts';
import type { Scene } from './sheet.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The deepest node under a screen point, no deeper than what is large enough to be seen; 0 where there is only the ground.
 * The tree is its own quadtree: boxes of children lie inside their parent's, so each step discards all other branches.
 */
export function findNode({ tree, layout, view }: Pick<Scene, 'tree' | 'layout' | 'view'>, screen: Point): number {
  const at = { x: view.x + screen.x / view.k, y: view.y + screen.y / view.k };
  let found = 0;
  let row = 1;
  while (row < tree.end[found]!) {
    if (contains(layout, row, at)) {
      found = row;
      if (sideOf(layout, row) * view.k < SMALLEST_FOUND) break;
      row = found + 1;
    } else row = tree.end[row]!;
  }
  return found;
}

const SMALLEST_FOUND = 3;

function contains(layout: MapLayout, row: number, { x, y }: Point): boolean {
  const left = layout.x0[row]!;
  const top = layout.y0[row]!;
  const right = layout.x1[row]!;
  const bottom = layout.y1[row]!;
  if (x < left || x >= right || y < top || y >= bottom) return false;
  if (layout.shape === 'treemap') return true;
  const radius = (right - left) / 2;
  return (x - left - radius) ** 2 + (y - top - radius) ** 2 <= radius * radius;
}

function sideOf(layout: MapLayout, row: number): number {
  return Math.min(layout.x1[row]! - layout.x0[row]!, layout.y1[row]! - layout.y0[row]!);
}
