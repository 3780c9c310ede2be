import { useId, useState } from 'react';
import { dateOf } from '#core/terms/moment.ts';
import css from './band-chart.module.css';
import { ChartAxes } from './chart-axes.tsx';
import { areaPath, linePath } from './chart-paths.ts';
import type { ChartPoint } from './chart-point.ts';
import { type ChartScales, scalesOf } from './chart-scales.ts';
import { SeriesTable } from './series-table.tsx';
import { useWidth } from './use-width.ts';

export interface BandChartProps {
  readonly points: readonly ChartPoint[];
  /** The stretch of time that is drawn, also while points are still missing. */
  readonly span: { readonly from: number; readonly to: number };
  /** What the line is, as a title and for screen readers. */
  readonly title: string;
  /** Smallest top of the axis; it grows with the data. Shares use 1. */
  readonly top: number;
  readonly write: (value: number) => string;
  /** The sentence for one point: tooltips repeat it, not only the figure. */
  readonly say: (point: ChartPoint) => string;
  /** Levels at which a verdict turns. */
  readonly turns?: readonly { readonly at: number; readonly word: string }[];
  readonly onPick?: (at: number) => void;
  /** Which because explains a point, in the table beside the line. */
  readonly whyOf?: (point: ChartPoint) => string;
}

const HEIGHT = 190;
const NO_TURNS: NonNullable<BandChartProps['turns']> = [];

/** A line with its interval over time. Axes start at zero; labels stand at the line; a table says the same. */
export function BandChart({ points, span, title, top, write, say, turns = NO_TURNS, onPick, whyOf }: BandChartProps) {
  const { ref, width } = useWidth();
  const [near, setNear] = useState<number | null>(null);
  const last = points.at(-1);
  const scales = scalesOf(points, {
    span,
    width: Math.max(240, width),
    height: HEIGHT,
    top,
    endLabel: last === undefined ? '' : write(last.value),
  });
  const shown = near === null ? undefined : points[near];
  return (
    <figure className={css['chart']} ref={ref}>
      <svg
        width={scales.width}
        height={HEIGHT}
        role="img"
        aria-label={last === undefined ? title : `${title}. ${say(last)}`}
        data-pick={onPick !== undefined}
        onPointerMove={(event) => setNear(nearestTo(event, points, scales))}
        onPointerLeave={() => setNear(null)}
        onClick={() => shown !== undefined && onPick?.(shown.at)}
      >
        <ChartAxes scales={scales} height={HEIGHT} write={write} turns={turns} />
        <Line points={points} scales={scales} />
        {last === undefined ? null : <End point={last} scales={scales} text={write(last.value)} />}
        {shown === undefined ? null : <Near point={shown} scales={scales} />}
      </svg>
      {shown === undefined ? null : <Tip point={shown} scales={scales} say={say} />}
      <SeriesTable title={title} points={points} write={write} {...(whyOf === undefined ? {} : { whyOf })} />
    </figure>
  );
}

function nearestTo(event: React.PointerEvent<SVGSVGElement>, points: readonly ChartPoint[], { x }: ChartScales): number {
  const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
  return points.reduce((best, point, index) => (Math.abs(x(point.at) - at) < Math.abs(x(points[best]!.at) - at) ? index : best), 0);
}

interface PartProps {
  readonly scales: ChartScales;
  readonly point: ChartPoint;
}

function Line({ points, scales }: { readonly points: readonly ChartPoint[]; readonly scales: ChartScales }) {
  const clip = useId();
  return (
    <g clipPath={`url(#${clip})`}>
      <clipPath id={clip}>
        <rect x={scales.left} y={0} width={scales.right - scales.left + 1} height={scales.bottom} />
      </clipPath>
      <path className={css['area']} d={areaPath(points, scales)} />
      <path className={css['line']} d={linePath(points, scales)} />
    </g>
  );
}

function End({ point, scales: { x, y }, text }: PartProps & { readonly text: string }) {
  if (Number.isNaN(point.value)) return null;
  return (
    <>
      <circle className={css['end']} cx={x(point.at)} cy={y(point.value)} r={4} />
      <text className={css['label']} x={x(point.at) + 9} y={y(point.value) + 4}>
        {text}
      </text>
    </>
  );
}

function Near({ point, scales: { x, y, bottom } }: PartProps) {
  return (
    <g className={css['near']}>
      <line x1={x(point.at)} x2={x(point.at)} y1={4} y2={bottom} />
      {Number.isNaN(point.value) ? null : <circle cx={x(point.at)} cy={y(point.value)} r={4} />}
    </g>
  );
}

function Tip({ point, scales: { x, width }, say }: PartProps & { readonly say: (point: ChartPoint) => string }) {
  const place = x(point.at) > width / 2 ? { right: width - x(point.at) + 12 } : { left: x(point.at) + 12 };
  return (
    <div className={css['tip']} style={place}>
      <strong>{dateOf(point.at)}</strong> {Number.isNaN(point.value) ? 'Not judged: too little history then.' : say(point)}
    </div>
  );
}
