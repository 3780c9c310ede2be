import { visible } from '#core/report/visible.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { isLeaf, KIND, type MapTree } from '#core/board/map-tree.ts';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import type { OutlineLine } from './outline-lines.ts';
import css from './outline-tree.module.css';

export interface OutlineProps {
  readonly tree: MapTree;
  readonly focus: number;
  readonly verdictOf: (area: number) => Verdict | null;
  readonly figureOf: (row: number) => string;
  readonly heavyOf: (row: number) => number;
  readonly lit: Uint8Array | null;
  readonly onMark: (row: number) => void;
  readonly onEnter: (row: number) => void;
  readonly onClimb: () => void;
}

export interface OutlineItemProps {
  readonly line: OutlineLine;
  readonly outline: Pick<OutlineProps, 'tree' | 'focus' | 'verdictOf' | 'figureOf' | 'onMark' | 'onEnter'>;
  readonly isOpen: boolean;
  readonly isHere: boolean;
  readonly onFold: (row: number, open: boolean) => void;
  readonly onTo: (row: number) => void;
}

const STEP = 14;

/** One line of the outline: mark, name and figure. Keys are handled once, by the tree around it. */
export function OutlineItem({ line: { row, level, more, place, of }, outline, isOpen, isHere, onFold, onTo }: OutlineItemProps) {
  const { tree, focus, verdictOf, figureOf, onMark, onEnter } = outline;
  const leaf = isLeaf(tree, row);
  const verdict = tree.kind[row] === KIND.area ? verdictOf(tree.area[row]!) : null;
  return (
    <div
      role="treeitem"
      data-row={row}
      aria-level={level + 1}
      aria-setsize={of}
      aria-posinset={place}
      aria-expanded={leaf ? undefined : isOpen}
      aria-selected={row === focus}
      tabIndex={isHere ? 0 : -1}
      className={css['line']}
      style={{ paddingLeft: 8 + level * STEP }}
      onFocus={() => {
        onTo(row);
        onMark(row);
      }}
      onPointerEnter={() => onMark(row)}
      onPointerLeave={() => onMark(-1)}
      onClick={() => onEnter(row)}
    >
      <Twist leaf={leaf} isOpen={isOpen} onTwist={() => onFold(row, !isOpen)} />
      {verdict === null ? null : <VerdictMark verdict={verdict} word={false} />}
      <span className={css['name']} data-file={tree.kind[row] === KIND.file}>
        {row === 0 ? 'Everything' : visible(tree.name[row]!)}
        {more > 0 ? <em> and {more} more inside</em> : null}
      </span>
      <span className={css['figure']}>{figureOf(row)}</span>
    </div>
  );
}

function Twist({ leaf, isOpen, onTwist }: { readonly leaf: boolean; readonly isOpen: boolean; readonly onTwist: () => void }) {
  const twist = (event: React.MouseEvent): void => {
    if (leaf) return;
    event.stopPropagation();
    onTwist();
  };
  return <span className={css['twist']} data-leaf={leaf} data-open={isOpen} aria-hidden="true" onClick={twist} />;
}
