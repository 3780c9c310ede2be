import { useEffect, useMemo, useRef, useState } from 'react';
import { visible } from '#core/report/visible.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import type { MapTree } from '#web/map/map-tree.ts';
import { childrenOf, isLeaf, KIND, trailOf } from '#web/map/map-tree.ts';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import css from './outline-tree.module.css';

export interface OutlineProps {
  readonly tree: MapTree;
  readonly focus: number;
  readonly verdictOf: (area: number) => Verdict | null;
  readonly figureOf: (row: number) => string;
  /** Orders siblings: those that need a look first. */
  readonly heavyOf: (row: number) => number;
  readonly lit: Uint8Array | null;
  readonly onMark: (row: number) => void;
  readonly onEnter: (row: number) => void;
  readonly onClimb: () => void;
}

interface Line {
  readonly row: number;
  readonly level: number;
  readonly more: number;
  readonly place: number;
  readonly of: number;
}

const MOST_CHILDREN = 120;

/** The map as a tree of words: what a keyboard or a screen reader walks instead of the picture. */
export function OutlineTree(props: OutlineProps) {
  const { tree, focus } = props;
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set([0]));
  const [at, setAt] = useState(focus);
  const box = useRef<HTMLUListElement>(null);
  useEffect(() => {
    setAt(focus);
    setOpen((before) => new Set([...before, ...trailOf(tree, focus)]));
  }, [tree, focus]);
  const lines = useMemo(() => linesOf(props, open), [tree, open, props.heavyOf, props.lit]);
  const here = lines.some(({ row }) => row === at) ? at : (lines[0]?.row ?? 0);
  const to = (row: number): void => {
    setAt(row);
    props.onMark(row);
    box.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
  };
  const toggle = (row: number, wanted: boolean): void =>
    setOpen((before) => (wanted ? new Set([...before, row]) : new Set([...before].filter((other) => other !== row))));
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const index = lines.findIndex(({ row }) => row === here);
    const act: Readonly<Record<string, () => void>> = {
      ArrowDown: () => to(lines[Math.min(lines.length - 1, index + 1)]!.row),
      ArrowUp: () => to(lines[Math.max(0, index - 1)]!.row),
      ArrowRight: () =>
        isLeaf(tree, here) ? undefined : open.has(here) ? to(lines[Math.min(lines.length - 1, index + 1)]!.row) : toggle(here, true),
      ArrowLeft: () => (open.has(here) && !isLeaf(tree, here) && here !== 0 ? toggle(here, false) : to(Math.max(0, tree.parent[here]!))),
      Home: () => to(lines[0]!.row),
      End: () => to(lines[lines.length - 1]!.row),
      Enter: () => props.onEnter(here),
      ' ': () => props.onEnter(here),
      Escape: () => props.onClimb(),
    };
    if (act[event.key] === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act[event.key]!();
  };
  return (
    <ul
      ref={box}
      role="tree"
      aria-label="Outline of the map"
      className={css['tree']}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onMark(-1);
      }}
    >
      {lines.map((line) => (
        <OutlineLine
          key={line.row}
          line={line}
          props={props}
          open={open.has(line.row)}
          here={line.row === here}
          onToggle={toggle}
          onTo={setAt}
        />
      ))}
    </ul>
  );
}

interface OutlineLineProps {
  readonly line: Line;
  readonly props: OutlineProps;
  readonly open: boolean;
  readonly here: boolean;
  readonly onToggle: (row: number, open: boolean) => void;
  readonly onTo: (row: number) => void;
}

function OutlineLine({ line: { row, level, more, place, of }, props, open, here, onToggle, onTo }: OutlineLineProps) {
  const { tree } = props;
  const leaf = isLeaf(tree, row);
  const area = tree.kind[row] === KIND.area ? props.verdictOf(tree.area[row]!) : null;
  const name = row === 0 ? 'Everything' : visible(tree.name[row]!);
  return (
    // Keys are handled once, by the tree around the lines.
    <li
      role="treeitem"
      data-row={row}
      aria-level={level + 1}
      aria-setsize={of}
      aria-posinset={place}
      {...(leaf ? {} : { 'aria-expanded': open })}
      aria-selected={row === props.focus}
      tabIndex={here ? 0 : -1}
      className={css['line']}
      style={{ paddingLeft: 8 + level * 14 }}
      onFocus={() => {
        onTo(row);
        props.onMark(row);
      }}
      onPointerEnter={() => props.onMark(row)}
      onPointerLeave={() => props.onMark(-1)}
      onClick={() => {
        if (!leaf && !open) onToggle(row, true);
        props.onEnter(row);
      }}
    >
      <span
        className={css['twist']}
        data-leaf={leaf}
        data-open={open}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          if (!leaf) onToggle(row, !open);
        }}
      />
      {area === null ? null : <VerdictMark verdict={area} word={false} />}
      <span className={css['name']} data-file={tree.kind[row] === KIND.file}>
        {name}
        {more > 0 ? <em> and {more} more inside</em> : null}
      </span>
      <span className={css['figure']}>{props.figureOf(row)}</span>
    </li>
  );
}

function linesOf({ tree, heavyOf, lit }: OutlineProps, open: ReadonlySet<number>): Line[] {
  const lines: Line[] = [];
  const walk = (row: number, level: number, place: number, of: number): void => {
    const children = open.has(row)
      ? childrenOf(tree, row)
          .filter((child) => lit === null || lit[child] === 1)
          .sort((a, b) => heavyOf(b) - heavyOf(a) || a - b)
      : [];
    const shown = children.slice(0, MOST_CHILDREN);
    lines.push({ row, level, more: children.length - shown.length, place, of });
    shown.forEach((child, index) => walk(child, level + 1, index + 1, shown.length));
  };
  walk(0, 0, 1, 1);
  return lines;
}
