import type { ChartPoint } from './band-chart.tsx';

export interface Scales {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly years: readonly { readonly at: number; readonly text: string }[];
}

const LEFT = 44;
const TOP = 10;
const BOTTOM = 24;

/** Time to pixels and values to pixels; the value axis starts at zero and ends at a round figure. */
export function scalesOf(
  points: readonly ChartPoint[],
  { width, height, top, endLabel }: { readonly width: number; readonly height: number; readonly top: number; readonly endLabel: string },
): Scales {
  const from = points[0]?.at ?? 0;
  const to = Math.max(from + 1, points[points.length - 1]?.at ?? 1);
  const most = roundUp(Math.max(top, ...points.map(({ high }) => (top === 1 ? Math.min(1, high) : high))));
  const right = width - (endLabel.length * 8 + 12);
  const bottom = height - BOTTOM;
  const x = (at: number): number => LEFT + ((at - from) / (to - from)) * (right - LEFT);
  return {
    width,
    left: LEFT,
    right,
    bottom,
    x,
    y: (value) => TOP + (1 - Math.min(most, Math.max(0, value)) / most) * (bottom - TOP),
    ticks: [0, 0.25, 0.5, 0.75, 1]
      .filter((share) => height > 150 || share === 0 || share === 1 || share === 0.5)
      .map((share) => share * most),
    years: yearsBetween(from, to, (right - LEFT) / 64).filter(({ at }) => x(at) > LEFT + 8 && x(at) < right - 8),
  };
}

function roundUp(value: number): number {
  if (value <= 1) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 8, 10].map((factor) => factor * step).find((candidate) => candidate >= value) ?? value;
}

/** Starts of years (or of months in a short history), no more than fit. */
function yearsBetween(from: number, to: number, most: number): { at: number; text: string }[] {
  const first = new Date(from * 1000);
  const months = Math.max(1, Math.round((to - from) / 2_629_800));
  const step = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((every) => months / every <= most) ?? 240;
  const marks: { at: number; text: string }[] = [];
  for (let month = 0; month <= months + 12; month++) {
    const date = new Date(Date.UTC(first.getUTCFullYear(), month, 1));
    const at = date.getTime() / 1000;
    if (at < from || at > to || date.getUTCMonth() % Math.min(12, step) !== 0 || (step > 12 && date.getUTCFullYear() % (step / 12) !== 0))
      continue;
    marks.push({
      at,
      text:
        step >= 12 || date.getUTCMonth() === 0
          ? String(date.getUTCFullYear())
          : date.toLocaleString('en', { month: 'short', timeZone: 'UTC' }),
    });
  }
  return marks;
}
