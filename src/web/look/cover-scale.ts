/**
 * One sequential scale for cover: amber (carried by one) through sage to deep teal (carried by several).
 * Lightness falls without a turn, and hue moves along the yellow–blue axis, so the order survives every common
 * form of colour blindness; shape (○ ◐ ●) and text say it a second and a third time.
 */
export type Theme = 'light' | 'dark';

interface Stop {
  readonly at: number;
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

const STOPS: Readonly<Record<Theme, readonly Stop[]>> = {
  light: [
    { at: 0, lightness: 0.79, chroma: 0.145, hue: 72 },
    { at: 0.25, lightness: 0.775, chroma: 0.1, hue: 86 },
    { at: 0.5, lightness: 0.7, chroma: 0.06, hue: 128 },
    { at: 0.75, lightness: 0.58, chroma: 0.066, hue: 185 },
    { at: 1, lightness: 0.43, chroma: 0.07, hue: 206 },
  ],
  dark: [
    { at: 0, lightness: 0.8, chroma: 0.14, hue: 74 },
    { at: 0.25, lightness: 0.71, chroma: 0.095, hue: 87 },
    { at: 0.5, lightness: 0.6, chroma: 0.058, hue: 130 },
    { at: 0.75, lightness: 0.48, chroma: 0.058, hue: 188 },
    { at: 1, lightness: 0.37, chroma: 0.056, hue: 210 },
  ],
};

export const SCALE_STEPS = 256;

/** 0–1 to `[red, green, blue]`, each 0–255. */
export function coverColour(value: number, theme: Theme): readonly [number, number, number] {
  const stops = STOPS[theme];
  const v = Math.min(1, Math.max(0, value));
  const next = Math.max(
    1,
    stops.findIndex((stop) => stop.at >= v),
  );
  const from = stops[next - 1]!;
  const to = stops[next]!;
  const t = (v - from.at) / (to.at - from.at);
  return fromOklch(mix(from.lightness, to.lightness, t), mix(from.chroma, to.chroma, t), mix(from.hue, to.hue, t));
}

/** The scale as little-endian pixels, one per step: what the map paints with. */
export function coverPixels(theme: Theme): Uint32Array {
  return Uint32Array.from({ length: SCALE_STEPS }, (_, step) => pixel(coverColour(step / (SCALE_STEPS - 1), theme)));
}

export function pixel([red, green, blue]: readonly [number, number, number]): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** Björn Ottosson's OKLCH to sRGB (2020), clipped to the gamut. */
function fromOklch(lightness: number, chroma: number, hue: number): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function encode(linear: number): number {
  const v = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
}
