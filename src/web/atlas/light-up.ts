import type { Verdict } from '#core/terms/verdict.ts';
import type { WorldFacts } from '#core/board/facts-of.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { isLeaf } from '#core/board/map-tree.ts';
import type { MapChoice } from './read-map-address.ts';

export type LightChoice = Pick<MapChoice, 'find' | 'source' | 'verdict'>;

export interface LightSources {
  readonly areas: WorldFacts['areas'];
  readonly verdictOf: ReadonlyMap<string, Verdict>;
}

/**
 * Which nodes match the search and the filters (1), or null when there is none. A node is lit when its own path
 * matches, and so is everything inside a folder that matches; a folder with a lit descendant is lit as well.
 */
export function lightUp(tree: MapTree, choice: LightChoice, { areas, verdictOf }: LightSources): Uint8Array | null {
  const words = choice.find.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && choice.source === null && choice.verdict === null) return null;
  const areaLit = areas.map(
    (area) => sourceFits(area.source, choice.source) && (choice.verdict === null || verdictOf.get(area.id) === choice.verdict),
  );
  const lit = new Uint8Array(tree.count);
  const path: string[] = [];
  const until: number[] = [];
  for (let row = 0; row < tree.count; row++) {
    while (until.length > 0 && until[until.length - 1]! <= row) {
      until.pop();
      path.pop();
    }
    until.push(tree.end[row]!);
    path.push(row === 0 ? '' : `${path[path.length - 1]!}/${tree.name[row]!.toLowerCase()}`);
    const own = words.every((word) => path[path.length - 1]!.includes(word));
    if (own && tree.area[row]! >= 0 && areaLit[tree.area[row]!]) lit[row] = 1;
  }
  for (let row = tree.count - 1; row > 0; row--) if (lit[row] === 1) lit[tree.parent[row]!] = 1;
  return lit;
}

export function litFiles(tree: MapTree, lit: Uint8Array): number {
  let files = 0;
  for (let row = 0; row < tree.count; row++) if (lit[row] === 1 && isLeaf(tree, row)) files += tree.files[row]!;
  return files;
}

function sourceFits(source: string, wanted: MapChoice['source']): boolean {
  if (wanted === null) return true;
  return wanted === 'undeclared' ? source === 'tree' || source === 'workspace' : source === wanted;
}
