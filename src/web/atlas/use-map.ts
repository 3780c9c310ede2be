import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Verdict } from '#core/terms/verdict.ts';
import { useAreas } from '#web/data/area-answer.ts';
import type { ScenarioInput } from '#web/data/protocol.ts';
import { useCall } from '#web/data/use-call.ts';
import { useTree } from '#web/data/use-tree.ts';
import { useWorld } from '#web/data/world-context.ts';
import { PALETTES } from '#web/look/inks.ts';
import { colourNodes } from '#web/map/node-colours.ts';
import { shapeText } from '#web/parts/verdict-mark.tsx';
import { lightUp } from './light-up.ts';
import type { MapChoice } from './read-map-address.ts';

export interface MapQuestion {
  readonly choice: MapChoice;
  readonly at: number | null;
  readonly scenario?: ScenarioInput | null;
}

/** Everything a drawn map needs, asked from the worker piece by piece; old pieces stay until the new ones arrive. */
export function useMap({ choice, at, scenario = null }: MapQuestion) {
  const { facts } = useWorld();
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
  const markOf = useCallback(
    (area: number): string => {
      const verdict = verdictOf(area);
      return verdict === null ? '' : shapeText(verdict);
    },
    [verdictOf],
  );
  const lit = useMemo(
    () => (tree === null ? null : lightUp(tree, choice, facts, verdictOfId)),
    [tree, choice.find, choice.source, choice.verdict, facts, verdictOfId],
  );
  const scale = choice.colour === 'demand' || choice.colour === 'ai' ? 'amount' : 'cover';
  const colours = useMemo(
    () => (weights.result === null ? null : colourNodes({ share: weights.result.share, scale, lit }, palette)),
    [weights.result, scale, lit, palette],
  );
  return { facts, palette, tree, areas, layout: layout.result, weights, colours, lit, verdictOf, markOf, onSize };
}
