import { counted } from '#core/terms/figures.ts';
import type { Point } from '#web/map/find-node.ts';
import { MapCanvas } from '#web/map/map-canvas.tsx';
import { isLeaf, type MapTree, stepTowards } from '#core/board/map-tree.ts';
import css from './atlas-page.module.css';
import { HoverCard } from './hover-card.tsx';
import type { MapChoice } from './read-map-address.ts';
import { kindText, nodeSentence, pathText } from './say-node.ts';
import type { DrawnMap } from './use-map.ts';

/** The node that is pointed at, and where the pointer is; `x` 0 when the outline points. */
export interface Hover extends Point {
  readonly row: number;
}
export const NO_HOVER: Hover = { row: -1, x: 0, y: 0 };

export interface AtlasPictureProps {
  readonly map: DrawnMap;
  readonly choice: MapChoice;
  readonly focus: number;
  readonly hover: Hover;
  readonly onHover: (hover: Hover) => void;
  readonly onEnter: (row: number) => void;
}

/** The canvas with its hover card. */
export function AtlasPicture({ map, choice, focus, hover, onHover, onEnter }: AtlasPictureProps) {
  const { tree, layout, colours, palette, verdictOf, onSize, facts } = map;
  return (
    <section className={css['picture']} aria-label="Map">
      {tree === null || colours === null ? (
        <output className={css['wait']}>Drawing the map …</output>
      ) : (
        <MapCanvas
          tree={tree}
          layout={layout}
          colours={colours}
          palette={palette}
          markOf={verdictOf}
          focus={focus}
          marked={hover.row}
          label={`Map of ${counted(tree.files[0]!, 'file')} in ${counted(facts.areas.length, 'area')}. The outline beside it says the same in words.`}
          zoomable
          onSize={onSize}
          onHover={(row, at) => onHover({ row, ...at })}
          onPick={(row) => onEnter(pickedFrom(tree, focus, row))}
        />
      )}
      {tree !== null && hover.row > 0 && hover.x > 0 ? <NodeCard map={map} tree={tree} choice={choice} hover={hover} /> : null}
    </section>
  );
}

function NodeCard({ map, tree, choice, hover }: Pick<AtlasPictureProps, 'map' | 'choice' | 'hover'> & { readonly tree: MapTree }) {
  const { row, x, y } = hover;
  const area = tree.area[row]!;
  return (
    <HoverCard
      x={x}
      y={y}
      title={pathText(tree, row)}
      kind={kindText(tree, row)}
      say={nodeSentence(map.weights.result, { colour: choice.colour, row, days: map.facts.absenceDays })}
      verdict={area >= 0 ? map.verdictOf(area) : null}
    />
  );
}

/** A click goes one step further in than the focus, however deep the file under the pointer lies; outside of it, to that area. */
function pickedFrom(tree: MapTree, focus: number, row: number): number {
  if (row === focus || isLeaf(tree, focus)) return row;
  return stepTowards(tree, row > focus && row < tree.end[focus]! ? focus : 0, row);
}
