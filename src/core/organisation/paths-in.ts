import type { Draw } from '#core/chance/draw.ts';
import type { InventedArea } from './founding/company.ts';

const FOLDERS = ['api', 'model', 'store', 'jobs'];
const FILES = 24;

/** So many different files of an area; a few are touched far more often than the rest. */
export function pathsIn({ slug }: InventedArea, count: number, draw: Draw): readonly string[] {
  const paths = new Set<string>();
  while (paths.size < count) {
    const often = Math.floor(FILES * draw.uniform() ** 2);
    paths.add(`${slug}/${FOLDERS[draw.index(FOLDERS.length)]!}/part-${often}.ts`);
  }
  return [...paths];
}

export function runbookOf({ slug }: InventedArea): string {
  return `docs/runbooks/${slug}-slow.md`;
}
