import { counted } from '#core/terms/figures.ts';
import { readMapAddress } from '#web/atlas/read-map-address.ts';
import { useMap } from '#web/atlas/use-map.ts';
import type { ScenarioInput } from '#core/weights/node-weights.ts';
import { Legend } from '#web/map/legend.tsx';
import { MapCanvas } from '#web/map/map-canvas.tsx';
import css from './lab-page.module.css';
import { Segments } from '#web/parts/segments.tsx';
import { useEased } from '#web/map/use-eased.ts';

const CHOICE = readMapAddress({});
const SIDES = [
  { value: 'before', label: 'Everybody here' },
  { value: 'after', label: 'During the absence' },
];

export interface LabMapProps {
  readonly at: number | null;
  readonly scenario: ScenarioInput | null;
  readonly ready: boolean;
  readonly after: boolean;
  readonly onAfter: (after: boolean) => void;
}

/** The map with everybody here, and during the absence; the colours move from one to the other. */
export function LabMap({ at, scenario, ready, after, onAfter }: LabMapProps) {
  const { tree, layout, palette, facts, weights, onSize } = useMap({ choice: CHOICE, at, scenario });
  const colours = useEased(weights.result, palette);
  const during = ready && after;
  return (
    <section className={css['mapBox']} aria-label="Map before and during the absence">
      {scenario === null ? null : (
        <Segments
          label="Show the map"
          value={during ? 'after' : 'before'}
          disabled={!ready}
          onChange={(value) => onAfter(value === 'after')}
          options={SIDES}
        />
      )}
      <div className={css['canvas']}>
        {tree === null || colours === null ? null : (
          <MapCanvas
            tree={tree}
            layout={layout}
            colours={colours}
            palette={palette}
            markOf={noMark}
            focus={0}
            marked={-1}
            label={`Map of ${counted(tree.files[0]!, 'file')} in ${counted(facts.areas.length, 'area')} ${scenario === null ? 'without the one person each leans on most' : during ? 'during the absence' : 'with everybody here'}. The list of areas says the same in words.`}
            zoomable={false}
            onSize={onSize}
          />
        )}
      </div>
      {scenario === null ? <Legend colour="cover" /> : <Legend colour="cover" title="Expected work that somebody present knows" />}
    </section>
  );
}

function noMark(): null {
  return null;
}
