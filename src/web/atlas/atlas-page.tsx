import { useHotkeys } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { addressOf, nodeAt } from '#core/board/map-tree.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Legend } from '#web/map/legend.tsx';
import { HeldNotice } from '#web/parts/held-notice.tsx';
import { ProblemPage } from '#web/parts/problem-page.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import { AreaCard } from './area-card.tsx';
import { AtlasPicture, type Hover, NO_HOVER } from './atlas-picture.tsx';
import css from './atlas-page.module.css';
import { AtlasOutline } from './atlas-outline.tsx';
import { Crumbs } from './crumbs.tsx';
import { MapControls } from './map-controls.tsx';
import { readMapAddress } from './read-map-address.ts';
import { TimeSlider } from './time-slider.tsx';
import { useMap } from './use-map.ts';

/** The map of everything: picture in the middle, its words to the left, the chosen place to the right, time below. */
export function AtlasPage() {
  const [address, change] = useAddress();
  const world = useWorld();
  const choice = readMapAddress(address, world);
  const map = useMap({ choice, at: momentOf(address.at) });
  const { tree, facts } = map;
  const [hover, setHover] = useState<Hover>(NO_HOVER);
  const focus = useMemo(() => (tree === null ? 0 : nodeAt(tree, address.in ?? '')), [tree, address.in]);
  const mark = useCallback((row: number) => setHover({ ...NO_HOVER, row }), []);
  const enter = useCallback((row: number) => tree !== null && change({ in: row === 0 ? undefined : addressOf(tree, row) }), [tree, change]);
  const climb = useCallback(() => tree !== null && focus > 0 && enter(tree.parent[focus]!), [tree, focus, enter]);
  useHotkeys([['Escape', () => address.why === undefined && climb(), { preventDefault: false }]]);
  const problem = map.weights.problem ?? map.areas.problem;
  if (problem !== null) return <ProblemPage problem={problem} />;
  const area = tree !== null && tree.area[focus]! >= 0 ? facts.areas[tree.area[focus]!]! : null;
  return (
    <div className={css['atlas']}>
      <h1 className="away-from-eyes">Map of {facts.title}</h1>
      <div className={css['bar']}>
        {tree === null ? <span /> : <Crumbs tree={tree} focus={focus} onEnter={enter} />}
        <MapControls choice={choice} tree={tree} lit={map.lit} />
        <HeldNotice leftOut={map.areas.result?.leftOut ?? []} />
      </div>
      <AtlasOutline map={map} choice={choice} focus={focus} onMark={mark} onEnter={enter} onClimb={climb} />
      <AtlasPicture map={map} choice={choice} focus={focus} hover={hover} onHover={setHover} onEnter={enter} />
      {area === null ? null : <AreaCard area={area} row={map.areas.byId.get(area.id) ?? null} onClose={() => enter(0)} />}
      <div className={css['foot']}>
        <Legend colour={choice.colour} />
        <TimeSlider facts={facts} busy={map.weights.waiting} onAhead={map.fetchAhead} />
      </div>
    </div>
  );
}
