import { childrenOf, type MapTree } from '#core/board/map-tree.ts';

/** One visible line of the outline. */
export interface OutlineLine {
  readonly row: number;
  readonly level: number;
  /** Its children that are not listed, because there are too many. */
  readonly more: number;
  /** Its place among its siblings, from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
}

export interface OutlineQuestion {
  readonly tree: MapTree;
  readonly open: ReadonlySet<number>;
  /** Orders siblings: those that need a look first. */
  readonly heavyOf: (row: number) => number;
  readonly lit: Uint8Array | null;
}

const MOST_CHILDREN = 120;

/** What of the tree is unfolded, as lines from top to bottom. */
export function outlineLines({ tree, open, heavyOf, lit }: OutlineQuestion): readonly OutlineLine[] {
  const lines: OutlineLine[] = [];
  const walk = (row: number, level: number, among: { readonly place: number; readonly of: number }): void => {
    const children = open.has(row) ? childrenOf(tree, row).filter((child) => lit === null || lit[child] === 1) : [];
    const shown = children.sort((a, b) => heavyOf(b) - heavyOf(a) || a - b).slice(0, MOST_CHILDREN);
    lines.push({ row, level, more: children.length - shown.length, ...among });
    shown.forEach((child, index) => walk(child, level + 1, { place: index + 1, of: shown.length }));
  };
  walk(0, 0, { place: 1, of: 1 });
  return lines;
}
