import { useElementSize } from '@mantine/hooks';
import { useId, useState } from 'react';
import { dateOf } from '#core/terms/moment.ts';
import css from './band-chart.module.css';
import { scalesOf } from './chart-scales.ts';
import { areaPath, linePath } from './chart-paths.ts';
import { SeriesTable } from './series-table.tsx';

export interface ChartPoint {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ChartNote {
  readonly at: number;
  readonly text: string;
}

export interface BandChartProps {
  readonly points: readonly ChartPoint[];
  /** What the line is, as a title and for screen readers. */
  readonly title: string;
  /** Smallest top of the axis; it grows with the data. Shares use 1. */
  readonly top: number;
  readonly write: (value: number) => string;
  /** The sentence for one point: tooltips repeat it, not only the figure. */
  readonly say: (point: ChartPoint) => string;
  /** Levels at which a verdict turns. */
  readonly turns?: readonly { readonly at: number; readonly word: string }[];
  readonly notes?: readonly ChartNote[];
  readonly height?: number;
  readonly onPick?: (at: number) => void;
}

/** A line with its interval over time. Axes start at zero; labels stand at the line; a table says the same. */
export function BandChart({ points, title, top, write, say, turns = [], notes = [], height = 190, onPick }: BandChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [near, setNear] = useState<number | null>(null);
  const clip = useId();
  const scales = scalesOf(points, {
    width: Math.max(240, width),
    height,
    top,
    endLabel: points.length > 0 ? write(points[points.length - 1]!.value) : '',
  });
  const { x, y, ticks, years } = scales;
  const last = points[points.length - 1];
  const shown = near === null ? null : points[near]!;
  const nearestTo = (event: React.PointerEvent<SVGSVGElement>): number => {
    const px = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return points.reduce((best, point, index) => (Math.abs(x(point.at) - px) < Math.abs(x(points[best]!.at) - px) ? index : best), 0);
  };
  return (
    <figure className={css['chart']} ref={ref}>
      <svg
        width={scales.width}
        height={height}
        role="img"
        aria-label={last === undefined ? title : `${title}. ${say(last)}`}
        data-pick={onPick !== undefined}
        onPointerMove={(event) => setNear(nearestTo(event))}
        onPointerLeave={() => setNear(null)}
        onClick={() => {
          if (shown !== null) onPick?.(shown.at);
        }}
      >
        <clipPath id={clip}>
          <rect x={scales.left} y={0} width={scales.right - scales.left} height={scales.bottom} />
        </clipPath>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={css['grid']} x1={scales.left} x2={scales.right} y1={y(tick)} y2={y(tick)} />
            <text className={css['tick']} x={scales.left - 8} y={y(tick) + 4} textAnchor="end">
              {write(tick)}
            </text>
          </g>
        ))}
        {turns.map(({ at, word }) => (
          <g key={word}>
            <line className={css['turn']} x1={scales.left} x2={scales.right} y1={y(at)} y2={y(at)} />
            <text className={css['word']} x={scales.left + 4} y={y(at) - 4}>
              {word}
            </text>
          </g>
        ))}
        {years.map(({ at, text }) => (
          <text key={at} className={css['tick']} x={x(at)} y={height - 4} textAnchor="middle">
            {text}
          </text>
        ))}
        <g clipPath={`url(#${clip})`}>
          <path className={css['area']} d={areaPath(points, x, y)} />
          <path className={css['line']} d={linePath(points, x, y)} />
        </g>
        {notes.map((note) => (
          <g key={note.at} className={css['note']}>
            <line x1={x(note.at)} x2={x(note.at)} y1={6} y2={scales.bottom} />
            <text x={Math.min(x(note.at) + 5, scales.right - 90)} y={14}>
              {note.text}
            </text>
          </g>
        ))}
        {last === undefined ? null : (
          <>
            <circle className={css['end']} cx={x(last.at)} cy={y(last.value)} r={4} />
            <text className={css['label']} x={x(last.at) + 9} y={y(last.value) + 4}>
              {write(last.value)}
            </text>
          </>
        )}
        {shown === null ? null : (
          <g className={css['near']}>
            <line x1={x(shown.at)} x2={x(shown.at)} y1={4} y2={scales.bottom} />
            <circle cx={x(shown.at)} cy={y(shown.value)} r={4} />
          </g>
        )}
      </svg>
      {shown === null ? null : (
        <div
          className={css['tip']}
          style={x(shown.at) > scales.width / 2 ? { right: scales.width - x(shown.at) + 12 } : { left: x(shown.at) + 12 }}
        >
          <strong>{dateOf(shown.at)}</strong> {say(shown)}
        </div>
      )}
      <SeriesTable title={title} points={points} write={write} />
    </figure>
  );
}
