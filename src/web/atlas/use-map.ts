import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Verdict } from '#core/terms/verdict.ts';
import { useAreas } from '#web/data/area-answer.ts';
import type { NodeWeights, ScenarioInput } from '#core/weights/node-weights.ts';
import { useCall } from '#web/data/use-call.ts';
import { useTree } from '#web/data/use-tree.ts';
import { useWorld } from '#web/data/world-context.ts';
import { PALETTES } from '#web/look/palettes.ts';
import { colourNodes } from '#web/map/node-colours.ts';
import { lightUp } from './light-up.ts';
import type { MapChoice } from './read-map-address.ts';

export interface MapQuestion {
  readonly choice: MapChoice;
  readonly at: number | null;
  readonly scenario?: ScenarioInput | null;
}

export type DrawnMap = ReturnType<typeof useMap>;

/** Everything a drawn map needs, asked from the worker piece by piece; old pieces stay until the new ones arrive. */
export function useMap({ choice, at, scenario = null }: MapQuestion) {
  const { facts, from, ask } = useWorld();
  const palette = PALETTES[useComputedColorScheme('light', { getInitialValueInEffect: false })];
  const tree = useTree();
  const areas = useAreas(at);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const onSize = useCallback(
    (width: number, height: number) =>
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height })),
    [],
  );
  const layout = useCall('layOut', size === null ? undefined : { shape: choice.shape, size: choice.size, ...size });
  const weights = useCall('weigh', { colour: choice.colour, at, scenario });
  const verdictOfId = useMemo(() => new Map<string, Verdict>([...areas.byId].map(([id, row]) => [id, row.verdict])), [areas.byId]);
  const verdictOf = useCallback(
    (area: number): Verdict | null => verdictOfId.get(facts.areas[area]?.id ?? '') ?? null,
    [verdictOfId, facts],
  );
  const { find, source, verdict } = choice;
  const lit = useMemo(
    () => (tree === null ? null : lightUp(tree, { find, source, verdict }, { areas: facts.areas, verdictOf: verdictOfId })),
    [tree, find, source, verdict, facts, verdictOfId],
  );
  const colours = useMemo(
    () => (weights.result === null ? null : colourNodes({ share: weights.result.share, scale: scaleOf(weights.result), lit }, palette)),
    [weights.result, lit, palette],
  );
  const { colour } = choice;
  /** What the slider will show next, where that has to travel: nobody waits for it, and a failure shows when it is really asked. */
  const fetchAhead = useCallback(
    (moment: number | null): void => {
      if (from !== 'server') return;
      for (const asked of [ask('weigh', { colour, at: moment, scenario }), ask('ask', { question: 'areas', input: {}, at: moment })])
        asked.catch(() => {});
    },
    [from, ask, colour, scenario],
  );
  return { fetchAhead, facts, palette, tree, areas, layout: layout.result, weights, colours, lit, verdictOf, onSize };
}

function scaleOf({ colour }: NodeWeights): 'cover' | 'amount' {
  return colour === 'demand' || colour === 'ai' ? 'amount' : 'cover';
}
