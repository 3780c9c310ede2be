import type { HierarchyNode } from 'd3-hierarchy';
import { hierarchy, pack, treemap, treemapSquarify } from 'd3-hierarchy';
import type { MapLayout, MapShape } from '#web/map/map-layout.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { childrenOf } from '#core/board/map-tree.ts';

/** Places every node. `size` is given per node (a folder's is the sum of its files'); nodes of size 0 take no room. */
export function layOut(
  tree: MapTree,
  size: Float32Array,
  { shape, width, height }: { readonly shape: MapShape; readonly width: number; readonly height: number },
): MapLayout {
  const root = hierarchy<number>(0, (row) => (tree.end[row] === row + 1 ? null : childrenOf(tree, row)));
  root.eachAfter((node) => {
    set(node, size[node.data]!);
  });
  root.sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.data - b.data);
  const layout: MapLayout = {
    shape,
    width,
    height,
    x0: new Float32Array(tree.count),
    y0: new Float32Array(tree.count),
    x1: new Float32Array(tree.count),
    y1: new Float32Array(tree.count),
  };
  if (shape === 'treemap') boxes(root, layout);
  else circles(root, layout);
  return layout;
}

function set(node: HierarchyNode<number>, value: number): void {
  (node as { value?: number }).value = value;
}

function boxes(root: HierarchyNode<number>, layout: MapLayout): void {
  const placed = treemap<number>().size([layout.width, layout.height]).tile(treemapSquarify.ratio(1.35)).round(false)(root);
  placed.each((node) => put(layout, node.data, node));
}

function circles(root: HierarchyNode<number>, layout: MapLayout): void {
  const side = Math.min(layout.width, layout.height);
  const placed = pack<number>()
    .size([side, side])
    .padding((node) => (node.depth === 0 ? side / 160 : node.depth === 1 ? side / 600 : 0))(root);
  const left = (layout.width - side) / 2;
  const top = (layout.height - side) / 2;
  placed.each((node) => {
    const r = Number.isFinite(node.r) ? node.r : 0;
    put(layout, node.data, { x0: left + node.x - r, y0: top + node.y - r, x1: left + node.x + r, y1: top + node.y + r });
  });
}

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function put(layout: MapLayout, row: number, { x0, y0, x1, y1 }: Box): void {
  layout.x0[row] = x0;
  layout.y0[row] = y0;
  layout.x1[row] = x1;
  layout.y1[row] = y1;
}
