import css from './band-chart.module.css';
import type { ChartScales } from './chart-scales.ts';

export interface ChartAxesProps {
  readonly scales: ChartScales;
  readonly height: number;
  readonly write: (value: number) => string;
  readonly turns: readonly { readonly at: number; readonly word: string }[];
}

/** Quiet lines behind a chart: values, years, and the levels at which a verdict turns. */
export function ChartAxes({ scales: { x, y, ticks, years, left, right }, height, write, turns }: ChartAxesProps) {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={css['grid']} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text className={css['tick']} x={left - 8} y={y(tick) + 4} textAnchor="end">
            {write(tick)}
          </text>
        </g>
      ))}
      {turns.map(({ at, word }) => (
        <g key={word}>
          <line className={css['turn']} x1={left} x2={right} y1={y(at)} y2={y(at)} />
          <text className={css['word']} x={left + 4} y={y(at) - 4}>
            {word}
          </text>
        </g>
      ))}
      {years.map(({ at, text }) => (
        <text key={at} className={css['tick']} x={x(at)} y={height - 4} textAnchor="middle">
          {text}
        </text>
      ))}
    </>
  );
}
