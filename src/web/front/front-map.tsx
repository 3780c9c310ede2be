import { useNavigate } from '@tanstack/react-router';
import { counted } from '#core/terms/figures.ts';
import { readMapAddress } from '#web/atlas/read-map-address.ts';
import { useMap } from '#web/atlas/use-map.ts';
import { Legend } from '#web/map/legend.tsx';
import { MapCanvas } from '#web/map/map-canvas.tsx';
import { addressOf, stepTowards } from '#core/board/map-tree.ts';
import { useWorld } from '#web/data/world-context.ts';
import { keepDate } from '#web/shell/address.ts';
import { addressUnder } from '#web/shell/address-under.ts';
import css from './front-page.module.css';

const CHOICE = readMapAddress({});

/** The picture of the answer; a click leads to the same place on the map's own page. */
export function FrontMap({ at }: { readonly at: number | null }) {
  const { tree, colours, layout, palette, verdictOf, onSize, facts } = useMap({ choice: CHOICE, at });
  const { base } = useWorld();
  const navigate = useNavigate();
  const pick = (row: number): void => {
    if (tree === null) return;
    const place = row === 0 ? {} : { in: addressOf(tree, stepTowards(tree, 0, row)) };
    void navigate({ to: addressUnder(base, '/map'), search: (before) => ({ ...keepDate(before), ...place }) });
  };
  const drawn = tree !== null && colours !== null;
  return (
    <section className={css['map']} aria-label="Map">
      <div className={css['canvas']}>
        {drawn ? (
          <MapCanvas
            tree={tree}
            layout={layout}
            colours={colours}
            palette={palette}
            markOf={verdictOf}
            focus={0}
            marked={-1}
            label={`Map of ${counted(tree.files[0]!, 'file')} in ${counted(facts.areas.length, 'area')}, coloured by how much would still be carried. The cards say the same in words; the map’s own page has an outline.`}
            zoomable={false}
            onSize={onSize}
            onPick={pick}
          />
        ) : null}
      </div>
      <Legend colour="cover" />
    </section>
  );
}
