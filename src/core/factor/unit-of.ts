import { NO_AREA } from '#core/areas/partition.ts';
import type { Unit } from './crew.ts';
import { expectedItems, tierWeight } from '#core/risk/landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';

/** The files that pass, each with its share of their work: tier of the area × changes expected there × share of the area. */
export function unitOf(landscape: Landscape, passes: (file: number) => boolean = () => true): Unit {
  const perArea = landscape.areas.map((area, a) => tierWeight(area) * expectedItems(landscape, a, 1));
  const files: number[] = [];
  const share: number[] = [];
  let total = 0;
  for (let file = 0; file < landscape.weight.length; file++) {
    const area = landscape.areaOfFile[file]!,
      weight = landscape.weight[file]!;
    if (weight === 0 || area === NO_AREA || !passes(file)) continue;
    files.push(file);
    share.push(weight * perArea[area]!);
    total += weight * perArea[area]!;
  }
  return { files: Uint32Array.from(files), share: Float64Array.from(share, (s) => s / total) };
}
