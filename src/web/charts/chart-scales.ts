import type { ChartPoint } from './chart-point.ts';

export interface ChartScales {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly years: readonly YearMark[];
}

interface YearMark {
  readonly at: number;
  readonly text: string;
}

export interface ScaleWishes {
  readonly span: { readonly from: number; readonly to: number };
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly endLabel: string;
}

const LEFT = 44;
const TOP = 10;
const BOTTOM = 24;
const TICK_SHARES = [0, 0.25, 0.5, 0.75, 1];

/** Time to pixels and values to pixels; the value axis starts at zero and ends at a round figure. */
export function scalesOf(points: readonly ChartPoint[], { span, width, height, top, endLabel }: ScaleWishes): ChartScales {
  const most = roundUp(
    Math.max(top, ...points.filter(({ high }) => !Number.isNaN(high)).map(({ high }) => (top === 1 ? Math.min(1, high) : high))),
  );
  const right = width - (endLabel.length * 8 + 12);
  const bottom = height - BOTTOM;
  const length = Math.max(1, span.to - span.from);
  const x = (at: number): number => LEFT + ((at - span.from) / length) * (right - LEFT);
  return {
    width,
    left: LEFT,
    right,
    bottom,
    x,
    y: (value) => TOP + (1 - Math.min(most, Math.max(0, value)) / most) * (bottom - TOP),
    ticks: TICK_SHARES.map((share) => share * most),
    years: yearMarks(span, (right - LEFT) / 64).filter(({ at }) => x(at) > LEFT + 8 && x(at) < right - 8),
  };
}

/** Tops of a value axis whose quarters are whole numbers. */
const TOPS = [4, 8, 12, 16, 20, 24, 32, 40, 60, 80, 100];

function roundUp(value: number): number {
  if (value <= 1) return 1;
  const tens = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return (TOPS.find((top) => top * tens >= value) ?? 100) * tens;
}

const MONTH = 2_629_800;

/** Starts of years (or of months in a short history), no more than fit. */
function yearMarks({ from, to }: ScaleWishes['span'], most: number): YearMark[] {
  const first = new Date(from * 1000).getUTCFullYear();
  const months = Math.max(1, Math.round((to - from) / MONTH));
  const step = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((every) => months / every <= most) ?? 240;
  const starts = Array.from({ length: months + 13 }, (_, month) => new Date(Date.UTC(first, month, 1)));
  return starts
    .filter((date) => isMark(date, step) && date.getTime() >= from * 1000 && date.getTime() <= to * 1000)
    .map((date) => ({ at: date.getTime() / 1000, text: markText(date, step) }));
}

function isMark(date: Date, step: number): boolean {
  return step > 12 ? date.getUTCMonth() === 0 && date.getUTCFullYear() % (step / 12) === 0 : date.getUTCMonth() % step === 0;
}

function markText(date: Date, step: number): string {
  return step >= 12 || date.getUTCMonth() === 0
    ? String(date.getUTCFullYear())
    : date.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
}
