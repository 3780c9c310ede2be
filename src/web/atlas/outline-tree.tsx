import { useCallback, useMemo, useRef, useState } from 'react';
import type { MapTree } from '#core/board/map-tree.ts';
import { trailOf } from '#core/board/map-tree.ts';
import { OutlineItem, type OutlineProps } from './outline-item.tsx';
import { outlineLines } from './outline-lines.ts';
import { outlineStep } from './outline-step.ts';
import css from './outline-tree.module.css';

/** The map as a tree of words: what a keyboard or a screen reader walks instead of the picture. */
export function OutlineTree(props: OutlineProps) {
  const { tree, focus, heavyOf, lit, onMark, onEnter, onClimb } = props;
  const { open, fold, at, setAt } = useUnfolded(tree, focus);
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => outlineLines({ tree, open, heavyOf, lit }), [tree, open, heavyOf, lit]);
  const here = lines.some(({ row }) => row === at) ? at : 0;
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? null : outlineStep(event.key, { tree, lines, open, here });
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.kind === 'to') {
      setAt(step.row);
      box.current?.querySelector<HTMLElement>(`[data-row="${step.row}"]`)?.focus();
    } else if (step.kind === 'fold') fold(step.row, step.open);
    else if (step.kind === 'enter') onEnter(step.row);
    else onClimb();
  };
  const onBlur = (event: React.FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) onMark(-1);
  };
  return (
    <div ref={box} role="tree" tabIndex={-1} aria-label="Outline of the map" className={css['tree']} onKeyDown={onKeyDown} onBlur={onBlur}>
      {lines.map((line) => (
        <OutlineItem
          key={line.row}
          line={line}
          outline={props}
          isOpen={open.has(line.row)}
          isHere={line.row === here}
          onFold={fold}
          onTo={setAt}
        />
      ))}
    </div>
  );
}

/** Which branches are unfolded, and where the keyboard stands. A new focus unfolds the way to it. */
function useUnfolded(tree: MapTree, focus: number) {
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set(trailOf(tree, focus)));
  const [at, setAt] = useState(focus);
  const [known, setKnown] = useState(focus);
  if (known !== focus) {
    setKnown(focus);
    setAt(focus);
    setOpen(new Set([...open, ...trailOf(tree, focus)]));
  }
  const fold = useCallback((row: number, wanted: boolean): void => {
    setOpen((before) => (wanted ? new Set([...before, row]) : new Set([...before].filter((other) => other !== row))));
  }, []);
  return { open, fold, at, setAt };
}
