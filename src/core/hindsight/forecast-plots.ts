import { shareQuantile } from '#core/chance/beta.ts';
import { isWarned, type JudgedCase } from './judged-cases.ts';
import { BEFORE_CALIBRATION, OURS, TO_BEAT, type WayToWarn } from './ways-to-warn.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import type { Plot, PlotPoint } from '#core/terms/plot.ts';

const BINS = 10;
const LEVEL = 0.9;
const SHARE = { from: 0, to: 1, unit: 'share' } as const;
const AXES = { x: { label: 'said', ...SHARE }, y: { label: 'came true', ...SHARE }, diagonal: true } as const;

/** What was said against what came, for ours and for what it is compared with. */
export function reliabilityPlot(cases: readonly JudgedCase[]): Plot {
  const warned = cases.filter(isWarned);
  return {
    key: 'forecast-reliability',
    title: 'Slowdowns: said and came true',
    says: 'A point on the line came true as often as it was said; its interval holds nine of ten, as if all areas were independent.',
    ...AXES,
    series: [OURS, BEFORE_CALIBRATION, ...TO_BEAT].map((way) => ({
      name: way.by,
      kind: 'points' as const,
      main: way.ours,
      points: pointsOf(warned, way),
    })),
  };
}

function pointsOf(cases: readonly JudgedCase[], way: WayToWarn): PlotPoint[] {
  const bins = Map.groupBy(cases, (one) => Math.min(BINS - 1, Math.floor(way.says(one) * BINS)));
  return [...bins].sort(([a], [b]) => a - b).map(([, inside]) => pointOf(inside, way, counted(inside.length, 'area')));
}

function pointOf(inside: readonly JudgedCase[], way: WayToWarn, note: string): PlotPoint {
  const { value, low, high } = cameTrue(inside);
  return { x: inside.reduce((sum, one) => sum + way.says(one), 0) / inside.length, y: value, low, high, note };
}

/** How many of these slowed, as a share, with the interval of a Beta(k + ½, n − k + ½) (Jeffreys). */
export function cameTrue(cases: readonly JudgedCase[]): Estimate {
  const n = cases.length,
    k = cases.reduce((sum, one) => sum + one.slowed, 0);
  const mean = (k + 0.5) / (n + 1);
  const share = { mean, variance: (mean * (1 - mean)) / (n + 2) };
  const value = n === 0 ? 0 : k / n;
  return {
    value,
    low: Math.min(value, shareQuantile(share, (1 - LEVEL) / 2)),
    high: Math.max(value, shareQuantile(share, (1 + LEVEL) / 2)),
    level: LEVEL,
    n,
  };
}

/** Kinds of area that may fare differently, each with its opposite. */
const KINDS: readonly { readonly name: string; readonly holds: (one: JudgedCase) => boolean }[] = [
  { name: 'led by the absent', holds: ({ part }) => part === 'led' },
  { name: 'only shared in', holds: ({ part }) => part === 'shared' },
  { name: 'hangs on them alone', holds: ({ factor }) => factor === 1 },
  { name: 'does not', holds: ({ factor }) => factor === 0 },
  { name: 'fewer than 20 files', holds: ({ files }) => files < 20 },
  { name: '20 files or more', holds: ({ files }) => files >= 20 },
  { name: 'fewer than 6 changes expected', holds: ({ expected }) => expected < 6 },
  { name: '6 changes or more', holds: ({ expected }) => expected >= 6 },
];

export interface KindOfArea {
  readonly kind: string;
  readonly n: number;
  /** Said and came true. */
  readonly point: PlotPoint;
}

/** The same warnings by kind of area. */
export function kindsOfArea(cases: readonly JudgedCase[]): readonly KindOfArea[] {
  const warned = cases.filter(isWarned);
  return KINDS.map(({ name, holds }) => ({ kind: name, inside: warned.filter(holds) }))
    .filter(({ inside }) => inside.length > 0)
    .map(({ kind, inside }) => ({
      kind,
      n: inside.length,
      point: pointOf(inside, OURS, `${kind}: ${counted(inside.length, 'area')}, ${percentOf(cameTrue(inside).value)} slowed`),
    }));
}

export function kindsPlot(cases: readonly JudgedCase[]): Plot {
  return {
    key: 'forecast-kinds',
    title: 'Slowdowns by kind of area',
    says: 'Each point is a kind of area; above the line more came true than was said.',
    ...AXES,
    series: [{ name: 'kinds of area', kind: 'points', main: true, points: kindsOfArea(cases).map(({ point }) => point) }],
  };
}
