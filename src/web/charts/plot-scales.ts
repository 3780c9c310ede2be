import { amountOf, percentOf } from '#core/terms/figures.ts';
import type { Plot, PlotAxis, PlotPoint, PlotSeries } from '#core/terms/plot.ts';

/** Where a plot's figures lie on its sheet, in pixels. */
export interface PlotScales {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

export interface PlotRoom {
  readonly width: number;
  readonly height: number;
  /** Kept free at the right for names at the ends of lines. */
  readonly labels: number;
}

/** An axis shorter than this is one point. */
const NARROWEST = 1e-9;
const LEFT = 48;
const TOP = 12;
const BOTTOM = 44;
const RIGHT = 14;
/** A mark on the axis for about so many pixels. */
const PER_TICK = { x: 76, y: 48 };

export function plotScalesOf({ x, y, series }: Pick<Plot, 'x' | 'y' | 'series'>, { width, height, labels }: PlotRoom): PlotScales {
  const right = width - RIGHT - labels;
  const bottom = height - BOTTOM;
  return {
    width,
    height,
    left: LEFT,
    right,
    top: TOP,
    bottom,
    x: (value) => LEFT + shareOf(x, value) * (right - LEFT),
    y: (value) => bottom - shareOf(y, value) * (bottom - TOP),
    xTicks: ticksOf(x, (right - LEFT) / PER_TICK.x, isWhole(series)),
    yTicks: ticksOf(y, (bottom - TOP) / PER_TICK.y),
  };
}

function shareOf({ from, to }: PlotAxis, value: number): number {
  return to - from < NARROWEST ? 0.5 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** Whether the points stand at whole numbers only, as people do: then the marks do too. */
function isWhole(series: readonly PlotSeries[]): boolean {
  return series.every(({ points }) => points.every((point) => Number.isInteger(point.x)));
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round figures within the axis, no more than fit. */
export function ticksOf({ from, to }: PlotAxis, most: number, whole = false): readonly number[] {
  if (to - from < NARROWEST) return [from];
  const rough = (to - from) / Math.max(2, most);
  const tens = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(whole ? 1 : 0, (STEPS.find((times) => times * tens >= rough) ?? 10) * tens);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

export function writeOn({ unit }: PlotAxis, value: number): string {
  return unit === 'share' ? percentOf(value) : amountOf(value);
}

/** `31 % (24–39)` where the point has an interval. */
export function writeHeight(axis: PlotAxis, { y, low, high }: PlotPoint): string {
  const value = writeOn(axis, y);
  return low === undefined || high === undefined ? value : `${value} (${writeOn(axis, low)}–${writeOn(axis, high)})`;
}
