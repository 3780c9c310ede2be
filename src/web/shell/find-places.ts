import type { WorldFacts } from '#core/board/facts-of.ts';
import { ACTS, holdsAll, type Place, wordsOf } from '#web/finder/place.ts';
import { areaPath } from './page-link.tsx';
import type { Page } from './pages.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { addressOf, KIND, trailOf } from '#core/board/map-tree.ts';

const MOST = { area: 8, path: 12 };

interface Searched {
  readonly facts: WorldFacts;
  readonly tree: MapTree | null;
  readonly pages: readonly Page[];
}

/** Pages, acts, areas and paths whose text contains every word asked for; areas before paths, short before long. */
export function findPlaces(text: string, { facts, tree, pages: standing }: Searched): readonly Place[] {
  const words = wordsOf(text);
  const fits = (label: string): boolean => holdsAll(label, words);
  const fixed = [...standing.map(({ to, label, note }): Place => ({ kind: 'page', label, note, to })), ...ACTS];
  const pages = fixed.filter(({ label, note }) => fits(`${label} ${note}`));
  const areas = facts.areas
    .filter(({ name }) => fits(name))
    .sort((a, b) => a.name.length - b.name.length)
    .slice(0, MOST.area)
    .map(({ id, name }): Place => ({ kind: 'area', label: name, note: 'Area', to: areaPath(id) }));
  return words.length === 0 ? [...pages, ...areas] : [...areas, ...pathsIn(tree, words), ...pages];
}

function pathsIn(tree: MapTree | null, words: readonly string[]): Place[] {
  if (tree === null) return [];
  const last = words[words.length - 1]!;
  const found: { readonly row: number; readonly length: number }[] = [];
  for (let row = 1; row < tree.count && found.length < 400; row++) {
    if (tree.kind[row]! < KIND.folder || !tree.name[row]!.toLowerCase().includes(last)) continue;
    const path = pathOf(tree, row).toLowerCase();
    if (words.every((word) => path.includes(word))) found.push({ row, length: path.length });
  }
  return found
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST.path)
    .map(
      ({ row }): Place => ({
        kind: tree.kind[row] === KIND.file ? 'file' : 'folder',
        label: tree.name[row]!,
        note: pathOf(tree, tree.parent[row]!),
        to: '/map',
        in: addressOf(tree, row),
      }),
    );
}

function pathOf(tree: MapTree, row: number): string {
  return trailOf(tree, row)
    .slice(1)
    .map((node) => tree.name[node]!.replace(/\/$/, ''))
    .join('/');
}
