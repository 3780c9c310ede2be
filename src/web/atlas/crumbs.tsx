import { visible } from '#core/report/visible.ts';
import { Icon } from '#web/look/icons.tsx';
import type { MapTree } from '#core/board/map-tree.ts';
import { trailOf } from '#core/board/map-tree.ts';
import css from './crumbs.module.css';

/** Where the map is: every step above is one click away, Escape climbs one. */
export function Crumbs({
  tree,
  focus,
  onEnter,
}: {
  readonly tree: MapTree;
  readonly focus: number;
  readonly onEnter: (row: number) => void;
}) {
  const trail = trailOf(tree, focus);
  return (
    <nav className={css['crumbs']} aria-label="Where the map is">
      <ol>
        {trail.map((row, index) => {
          const name = row === 0 ? 'Everything' : visible(tree.name[row]!);
          return (
            <li key={row}>
              {index > 0 ? <Icon name="right" size={12} /> : null}
              {row === focus ? (
                <span aria-current="true">{name}</span>
              ) : (
                <button type="button" onClick={() => onEnter(row)}>
                  {name}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
