import type { Partition } from '#core/areas/partition.ts';
import { fold, nearest } from '#core/terms/nearest.ts';
import { refusal } from '#core/terms/refusals.ts';

/** Row of the area that a word means: its id or name, with or without the closing slash, in any case. */
export function findArea(partition: Partition, asked: string): number {
  const wanted = bare(asked);
  const row = partition.areas.findIndex(
    (area) => bare(area.id) === wanted || bare(area.name) === wanted || area.paths.some((path) => bare(path) === wanted),
  );
  if (row >= 0) return row;
  const names = new Map(partition.areas.map((area) => [bare(area.name), area.name]));
  const meant = nearest(wanted, [...names.keys()], 1)[0];
  throw refusal('unknown-area', { name: asked, hint: meant ? ` Did you mean "${names.get(meant)}"?` : '' });
}

function bare(word: string): string {
  return fold(word)
    .replace(/^\.?\/+/, '')
    .replace(/[/*]+$/, '');
}
