import { useCallback, useMemo } from 'react';
import type { NodeWeights } from '#core/weights/node-weights.ts';
import { KIND, type MapTree } from '#core/board/map-tree.ts';
import css from './atlas-page.module.css';
import { OutlineTree } from './outline-tree.tsx';
import type { MapChoice } from './read-map-address.ts';
import { figureText } from './say-node.ts';
import type { DrawnMap } from './use-map.ts';

export interface AtlasOutlineProps {
  readonly map: DrawnMap;
  readonly choice: MapChoice;
  readonly focus: number;
  readonly onMark: (row: number) => void;
  readonly onEnter: (row: number) => void;
  readonly onClimb: () => void;
}

/** The outline with the figures of the chosen colour. */
export function AtlasOutline({ map, choice, focus, onMark, onEnter, onClimb }: AtlasOutlineProps) {
  const { tree, weights, verdictOf, lit } = map;
  const figureOf = useCallback((row: number) => figureText(weights.result, choice.colour, row), [weights.result, choice.colour]);
  const heavyOf = useMemo(() => needsLook({ tree, weights: weights.result, verdictOf }), [tree, weights.result, verdictOf]);
  return (
    <aside className={css['outline']} aria-label="Outline">
      {tree === null ? null : (
        <OutlineTree
          tree={tree}
          focus={focus}
          verdictOf={verdictOf}
          figureOf={figureOf}
          heavyOf={heavyOf}
          lit={lit}
          onMark={onMark}
          onEnter={onEnter}
          onClimb={onClimb}
        />
      )}
    </aside>
  );
}

const RANK: Readonly<Record<string, number>> = { stops: 3, degrades: 2, moves: 1 };

interface Look {
  readonly tree: MapTree | null;
  readonly weights: NodeWeights | null;
  readonly verdictOf: (area: number) => string | null;
}

/** Siblings in the outline: areas that stop before those that move; folders before files; the larger and thinner first. */
function needsLook({ tree, weights, verdictOf }: Look): (row: number) => number {
  return (row) => {
    if (tree === null) return 0;
    if (tree.kind[row] === KIND.area) return (RANK[verdictOf(tree.area[row]!) ?? ''] ?? 0) * 1e9 + tree.files[row]!;
    const share = weights?.share[row] ?? Number.NaN;
    return (tree.kind[row] === KIND.file ? 0 : 1e6) + tree.files[row]! + (Number.isNaN(share) ? 0 : 1 - share);
  };
}
