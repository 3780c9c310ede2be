import type { Landscape } from '#core/risk/landscape.ts';
import { expectedItems } from '#core/risk/landscape.ts';
import type { MapTree } from '#web/map/map-tree.ts';

/** Changes expected per day on each file, so that files of different areas can be added. 0 = not there at the moment judged. */
export function demandOfFiles(landscape: Landscape): Float64Array {
  const perDay = Float64Array.from(landscape.areas, (_, area) => expectedItems(landscape, area, 1));
  const out = new Float64Array(landscape.weight.length);
  for (let file = 0; file < out.length; file++)
    if (landscape.weight[file]! > 0) out[file] = landscape.weight[file]! * perDay[landscape.areaOfFile[file]!]!;
  return out;
}

/** Gives each file its value and each folder the sum of what is inside: parents stand before children, so one pass backwards is enough. */
export function sumUp(tree: MapTree, ofFile: (file: number) => number): Float64Array {
  const sums = new Float64Array(tree.count);
  for (let row = tree.count - 1; row >= 0; row--) {
    if (tree.file[row]! >= 0) sums[row] = ofFile(tree.file[row]!);
    if (row > 0) sums[tree.parent[row]!]! += sums[row]!;
  }
  return sums;
}
