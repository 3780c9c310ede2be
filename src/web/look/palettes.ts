import type { Theme } from './cover-scale.ts';
import { coverPixels, pixel, SCALE_STEPS } from './cover-scale.ts';

/** What the canvas needs of the two themes; the same values as tokens.css, as numbers and texts. */
export interface Palette {
  readonly theme: Theme;
  readonly ground: string;
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly accent: string;
  readonly line: string;
  readonly groundPixel: number;
  readonly hatchPixel: number;
  readonly hatchGroundPixel: number;
  readonly nestPixels: readonly [number, number];
  readonly cover: Uint32Array;
  /** Neutral amounts (demand, AI share): slate, so that they never read as cover. */
  readonly amount: Uint32Array;
}

const LIGHT = {
  ground: '#f8f6f1',
  surface: '#fffefb',
  ink: '#1d2426',
  ink2: '#4c5759',
  accent: '#0e5a62',
  line: '#e3ded3',
  hatch: '#d3cdbf',
  hatchGround: '#efece4',
  nest: ['#efece4', '#e6e2d8'],
  amount: ['#ebe7f0', '#8d86b8', '#2f2a5e'],
} as const;
const DARK = {
  ground: '#12181a',
  surface: '#192123',
  ink: '#ece8df',
  ink2: '#b4bcba',
  accent: '#7cc7c6',
  line: '#283235',
  hatch: '#333d40',
  hatchGround: '#1b2325',
  nest: ['#1b2426', '#232d30'],
  amount: ['#262638', '#6f6aa3', '#cfc9f5'],
} as const;

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: paletteOf('light', LIGHT), dark: paletteOf('dark', DARK) };

function paletteOf(theme: Theme, from: typeof LIGHT | typeof DARK): Palette {
  return {
    theme,
    ground: from.ground,
    surface: from.surface,
    ink: from.ink,
    ink2: from.ink2,
    accent: from.accent,
    line: from.line,
    groundPixel: pixelOf(from.ground),
    hatchPixel: pixelOf(from.hatch),
    hatchGroundPixel: pixelOf(from.hatchGround),
    nestPixels: [pixelOf(from.nest[0]), pixelOf(from.nest[1])],
    cover: coverPixels(theme),
    amount: Uint32Array.from({ length: SCALE_STEPS }, (_, step) => pixel(amountColour(from.amount, step / (SCALE_STEPS - 1)))),
  };
}

function pixelOf(hex: string): number {
  return pixel(channels(hex));
}

function channels(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function amountColour(stops: readonly [string, string, string], share: number): readonly [number, number, number] {
  const [from, to] = share < 0.5 ? [channels(stops[0]), channels(stops[1])] : [channels(stops[1]), channels(stops[2])];
  const t = share < 0.5 ? share * 2 : share * 2 - 1;
  return [0, 1, 2].map((c) => Math.round(from[c]! + (to[c]! - from[c]!) * t)) as unknown as readonly [number, number, number];
}
