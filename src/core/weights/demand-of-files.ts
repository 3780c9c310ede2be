import type { Landscape } from '#core/risk/landscape.ts';
import { expectedItems } from '#core/risk/landscape.ts';

/** Changes expected per day on each file, so that files of different areas can be added. 0 = not there at the moment judged. */
export function demandOfFiles(landscape: Landscape): Float64Array {
  const perDay = landscape.areas.map((_, area) => expectedItems(landscape, area, 1));
  const demand = new Float64Array(landscape.weight.length);
  landscape.weight.forEach((weight, file) => {
    if (weight > 0) demand[file] = weight * perDay[landscape.areaOfFile[file]!]!;
  });
  return demand;
}
