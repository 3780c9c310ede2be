import { SegmentedControl } from '@mantine/core';
import { counted } from '#core/terms/figures.ts';
import { readMapAddress } from '#web/atlas/read-map-address.ts';
import { useMap } from '#web/atlas/use-map.ts';
import type { ScenarioInput } from '#web/data/protocol.ts';
import { MapCanvas } from '#web/map/map-canvas.tsx';
import { useEased } from './use-eased.ts';
import css from './lab-page.module.css';

const CHOICE = readMapAddress({});

/** The map with everybody here, and during the absence; the colours move from one to the other. */
export function LabMap({
  at,
  scenario,
  ready,
  after,
  onAfter,
}: {
  readonly at: number | null;
  readonly scenario: ScenarioInput;
  readonly ready: boolean;
  readonly after: boolean;
  readonly onAfter: (after: boolean) => void;
}) {
  const map = useMap({ choice: CHOICE, at, scenario });
  const { tree, layout, palette, facts, weights } = map;
  const colours = useEased(weights.result, palette);
  return (
    <section className={css['mapBox']} aria-label="Map before and during the absence">
      <div className={css['switch']}>
        <SegmentedControl
          size="xs"
          aria-label="Show the map"
          value={after && ready ? 'after' : 'before'}
          disabled={!ready}
          onChange={(value) => onAfter(value === 'after')}
          data={[
            { value: 'before', label: 'Everybody here' },
            { value: 'after', label: 'During the absence' },
          ]}
        />
      </div>
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
            label={`Map of ${counted(tree.files[0]!, 'file')} in ${counted(facts.areas.length, 'area')} ${ready && after ? 'during the absence' : 'with everybody here'}. The list of areas says the same in words.`}
            zoomable={false}
            onSize={map.onSize}
            onHover={nothing}
            onPick={nothing}
          />
        )}
      </div>
    </section>
  );
}

function noMark(): string {
  return '';
}

function nothing(): void {}
