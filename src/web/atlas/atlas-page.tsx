import { useCallback, useMemo, useState } from 'react';
import { counted } from '#core/terms/figures.ts';
import { momentOf, useAddress } from '#web/shell/address.ts';
import { Legend } from '#web/map/legend.tsx';
import { MapCanvas } from '#web/map/map-canvas.tsx';
import { addressOf, isLeaf, KIND, nodeAt, stepTowards } from '#web/map/map-tree.ts';
import type { MapTree } from '#web/map/map-tree.ts';
import { Problem } from '#web/parts/notice.tsx';
import css from './atlas-page.module.css';
import { AreaCard } from './area-card.tsx';
import { Crumbs } from './crumbs.tsx';
import { HoverCard } from './hover-card.tsx';
import { litFiles } from './light-up.ts';
import { MapControls } from './map-controls.tsx';
import { OutlineTree } from './outline-tree.tsx';
import { readMapAddress } from './read-map-address.ts';
import { figureText, kindText, nodeSentence, pathText } from './say-node.ts';
import { TimeSlider } from './time-slider.tsx';
import { useMap } from './use-map.ts';

/** The map of everything: picture in the middle, its words to the left, the chosen place to the right, time below. */
export function AtlasPage() {
  const [address, change] = useAddress();
  const choice = readMapAddress(address);
  const map = useMap({ choice, at: momentOf(address.at) });
  const { tree, weights, facts } = map;
  const [hover, setHover] = useState<{ readonly row: number; readonly x: number; readonly y: number }>({ row: -1, x: 0, y: 0 });
  const focus = useMemo(() => (tree === null ? 0 : nodeAt(tree, address.in ?? '')), [tree, address.in]);
  const enter = useCallback(
    (row: number) => {
      if (tree !== null) change({ in: row === 0 ? undefined : addressOf(tree, row) });
    },
    [tree, change],
  );
  const climb = useCallback(() => {
    if (tree !== null && focus > 0) enter(tree.parent[focus]!);
  }, [tree, focus, enter]);
  const onHover = useCallback((row: number, at: { readonly x: number; readonly y: number }) => setHover({ row, ...at }), []);
  const heavyOf = useMemo(
    () => heavyFirst(tree, map.weights.result?.share ?? null, map.verdictOf),
    [tree, map.weights.result, map.verdictOf],
  );
  const figureOf = useCallback((row: number) => figureText(weights.result, choice.colour, row), [weights.result, choice.colour]);
  const problem = weights.problem ?? map.areas.problem;
  if (problem !== null)
    return (
      <div className={css['problem']}>
        <Problem problem={problem} />
      </div>
    );
  const pick = (row: number): void => {
    if (tree !== null) enter(pickedFrom(tree, focus, row));
  };
  const area = tree !== null && tree.area[focus]! >= 0 ? facts.areas[tree.area[focus]!]! : null;
  return (
    <div
      className={css['atlas']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') climb();
      }}
    >
      <div className={css['bar']}>
        {tree === null ? <span /> : <Crumbs tree={tree} focus={focus} onEnter={enter} />}
        <MapControls choice={choice} found={map.lit === null || tree === null ? null : counted(litFiles(tree, map.lit), 'file')} />
      </div>
      <aside className={css['outline']} aria-label="Outline">
        {tree === null ? null : (
          <OutlineTree
            tree={tree}
            focus={focus}
            verdictOf={map.verdictOf}
            figureOf={figureOf}
            heavyOf={heavyOf}
            lit={map.lit}
            onMark={(row) => setHover({ row, x: 0, y: 0 })}
            onEnter={enter}
            onClimb={climb}
          />
        )}
      </aside>
      <section className={css['picture']} aria-label="Map">
        {tree === null || map.colours === null ? (
          <div className={css['wait']} role="status">
            Drawing the map …
          </div>
        ) : (
          <MapCanvas
            tree={tree}
            layout={map.layout}
            colours={map.colours}
            palette={map.palette}
            markOf={map.markOf}
            focus={focus}
            marked={hover.row}
            label={`Map of ${counted(tree.files[0]!, 'file')} in ${counted(facts.areas.length, 'area')}. The outline beside it says the same in words.`}
            zoomable
            onSize={map.onSize}
            onHover={onHover}
            onPick={pick}
          />
        )}
        {tree !== null && hover.row > 0 && hover.x > 0 ? (
          <HoverCard
            x={hover.x}
            y={hover.y}
            title={pathText(tree, hover.row)}
            kind={kindText(tree, hover.row)}
            say={nodeSentence(weights.result, choice.colour, hover.row, 14)}
            verdict={tree.area[hover.row]! >= 0 ? map.verdictOf(tree.area[hover.row]!) : null}
          />
        ) : null}
      </section>
      {area === null ? null : <AreaCard area={area} row={map.areas.byId.get(area.id) ?? null} onClose={() => enter(0)} />}
      <div className={css['foot']}>
        <Legend colour={choice.colour} />
        <TimeSlider facts={facts} busy={weights.waiting} />
      </div>
    </div>
  );
}

/** A click goes one step further in than the focus, however deep the file under the pointer lies; on a file it stays beside it. */
function pickedFrom(tree: MapTree, focus: number, row: number): number {
  if (row <= focus || row >= tree.end[focus]!) return row === focus ? focus : stepTowards(tree, 0, row);
  const next = stepTowards(tree, focus, row);
  return isLeaf(tree, next) && tree.kind[next] === KIND.file && tree.kind[focus] === KIND.file ? focus : next;
}

/** Siblings in the outline: areas that stop before those that move, then the larger ones. */
function heavyFirst(tree: MapTree | null, share: Float32Array | null, verdictOf: (area: number) => string | null): (row: number) => number {
  const rank: Readonly<Record<string, number>> = { stops: 3, degrades: 2, moves: 1 };
  return (row) => {
    if (tree === null) return 0;
    if (tree.kind[row] === KIND.area) return (rank[verdictOf(tree.area[row]!) ?? ''] ?? 0) * 1e9 + tree.files[row]!;
    return (
      (tree.kind[row] === KIND.file ? 0 : 1e6) + tree.files[row]! + (share === null || Number.isNaN(share[row]!) ? 0 : 1 - share[row]!)
    );
  };
}
