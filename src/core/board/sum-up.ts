import type { MapTree } from './map-tree.ts';

/** Gives each file its value and each folder the sum of what is inside: parents stand before children, so one pass backwards is enough. */
export function sumUp(tree: MapTree, ofFile: (file: number) => number): Float64Array {
  const sums = new Float64Array(tree.count);
  for (let row = tree.count - 1; row >= 0; row--) {
    if (tree.file[row]! >= 0) sums[row] = ofFile(tree.file[row]!);
    if (row > 0) sums[tree.parent[row]!]! += sums[row]!;
  }
  return sums;
}
