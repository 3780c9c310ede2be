import { isLeaf, type MapTree } from '#core/board/map-tree.ts';
import type { OutlineLine } from './outline-lines.ts';

/** What a key does in the outline (WAI-ARIA tree pattern; Escape climbs out of what the map is filled with). */
export type OutlineStep =
  | { readonly kind: 'to'; readonly row: number }
  | { readonly kind: 'fold'; readonly row: number; readonly open: boolean }
  | { readonly kind: 'enter'; readonly row: number }
  | { readonly kind: 'climb' };

export interface OutlinePlace {
  readonly tree: MapTree;
  readonly lines: readonly OutlineLine[];
  readonly open: ReadonlySet<number>;
  readonly here: number;
}

export function outlineStep(key: string, { tree, lines, open, here }: OutlinePlace): OutlineStep | null {
  const index = lines.findIndex(({ row }) => row === here);
  const to = (at: number): OutlineStep => ({ kind: 'to', row: lines[Math.max(0, Math.min(lines.length - 1, at))]!.row });
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(lines.length - 1);
    case 'ArrowRight':
      if (isLeaf(tree, here)) return to(index);
      return open.has(here) ? to(index + 1) : { kind: 'fold', row: here, open: true };
    case 'ArrowLeft':
      return open.has(here) && here !== 0 && !isLeaf(tree, here)
        ? { kind: 'fold', row: here, open: false }
        : { kind: 'to', row: Math.max(0, tree.parent[here]!) };
    case 'Enter':
    case ' ':
      return { kind: 'enter', row: here };
    case 'Escape':
      return { kind: 'climb' };
    default:
      return null;
  }
}
