import type { Palette } from '#web/look/palettes.ts';
import { SCALE_STEPS } from '#web/look/cover-scale.ts';
import { BLANK, FAINT_HATCH, HATCHED } from './sheet.ts';
import { blend } from './blend.ts';

export interface Colouring {
  /** 0–1 per node on the chosen scale; NaN = not judged; ABSENT = nothing there yet. */
  readonly share: Float32Array;
  readonly scale: 'cover' | 'amount';
  /** 1 = matches the search and filters; null = everything does. */
  readonly lit: Uint8Array | null;
}

/** What stays visible of a node that a search or filter leaves out. */
const DIMMED = 0.14;

export function colourNodes({ share, scale, lit }: Colouring, palette: Palette): Uint32Array {
  const steps = palette[scale];
  const faint = steps.map((ink) => blend(palette.groundPixel, ink, DIMMED));
  const out = new Uint32Array(share.length);
  for (let row = 0; row < share.length; row++) {
    const value = share[row]!;
    const dim = lit !== null && lit[row] === 0;
    if (Number.isNaN(value)) out[row] = dim ? FAINT_HATCH : HATCHED;
    else if (value < 0) out[row] = BLANK;
    else out[row] = (dim ? faint : steps)[Math.round(Math.min(1, value) * (SCALE_STEPS - 1))]!;
  }
  return out;
}

/** Between two colourings of the same nodes (before → after an absence). */
export function shareBetween(before: Float32Array, after: Float32Array, t: number): Float32Array {
  if (t <= 0) return before;
  if (t >= 1) return after;
  return before.map((value, row) => (value < 0 || Number.isNaN(value) ? after[row]! : value + (after[row]! - value) * t));
}
