import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { NodeWeights } from '#core/weights/node-weights.ts';
import type { Palette } from '#web/look/palettes.ts';
import { colourNodes, shareBetween } from './node-colours.ts';

const MOVE_MS = 180;

/** Colours that move from the last weights to the new ones, so that the eye sees which areas changed. */
export function useEased(weights: NodeWeights | null, palette: Palette): Uint32Array | null {
  const [colours, setColours] = useState<Uint32Array | null>(null);
  const still = useReducedMotion();
  const shown = useRef<Float32Array | null>(null);
  useEffect(() => {
    if (weights === null) return;
    const from = shown.current;
    const paint = (t: number): void => {
      const share = from === null ? weights.share : shareBetween(from, weights.share, t);
      shown.current = share;
      setColours(colourNodes({ share, scale: 'cover', lit: null }, palette));
    };
    if (from === null || still) {
      paint(1);
      return;
    }
    const began = performance.now();
    let asked = requestAnimationFrame(function step(now) {
      const t = Math.min(1, Math.max(0, (now - began) / MOVE_MS));
      paint(1 - (1 - t) ** 2);
      if (t < 1) asked = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(asked);
  }, [weights, palette, still]);
  return colours;
}
