import { useId, useState } from 'react';
import type { Plot, PlotPoint, PlotSeries } from '#core/terms/plot.ts';
import { visible } from '#core/report/visible.ts';
import css from './plot-chart.module.css';
import { labelRoom, plotLabels } from './plot-labels.ts';
import { type PlotScales, plotScalesOf, writeHeight, writeOn } from './plot-scales.ts';
import { PlotSeriesMarks } from './plot-series.tsx';
import { PlotTable } from './plot-table.tsx';
import { useWidth } from './use-width.ts';

const HEIGHT = 300;
const LEAST_WIDTH = 260;
/** Farther from the pointer than this, nothing is pointed at. */
const REACH = 28;

/** A point under the pointer, and whose it is. */
interface Near {
  readonly series: PlotSeries;
  readonly point: PlotPoint;
}

export interface PlotChartProps {
  readonly plot: Plot;
  /** Of its heading. */
  readonly level?: 2 | 3;
  readonly height?: number;
}

/** Any plot of core, drawn: title, sentence, axes with their names, what it is about in colour and the rest beside it, and a table. */
export function PlotChart({ plot, level = 3, height = HEIGHT }: PlotChartProps) {
  const { ref, width: measured } = useWidth();
  const [near, setNear] = useState<Near | null>(null);
  const title = useId();
  const width = Math.max(LEAST_WIDTH, measured);
  const labels = labelRoom(plot.series, width);
  const scales = plotScalesOf(plot, { width, height, labels });
  const looks = looksOf(plot.series);
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <figure className={css['plot']} aria-labelledby={title}>
      <figcaption>
        <Title id={title}>{visible(plot.title)}</Title>
        <p>{visible(plot.says)}</p>
      </figcaption>
      {labels === 0 ? <Key plot={plot} looks={looks} /> : null}
      <div ref={ref} className={css['sheet']}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={`${plot.title}. ${plot.says}`}
          onPointerMove={(event) => setNear(nearestTo(event, plot, scales))}
          onPointerLeave={() => setNear(null)}
        >
          <Axes plot={plot} scales={scales} />
          {plot.series.map((series, row) => (
            <PlotSeriesMarks key={series.name} series={series} look={looks[row]!} scales={scales} />
          ))}
          {labels === 0
            ? null
            : plotLabels(plot.series, scales).map(({ row, text, x, y }) => (
                <text key={row} className={css['name']} data-look={looks[row]} x={x} y={y + 4}>
                  {visible(text)}
                </text>
              ))}
          {near === null ? null : <circle className={css['near']} cx={scales.x(near.point.x)} cy={scales.y(near.point.y)} r={6} />}
        </svg>
        {near === null ? null : <Tip near={near} plot={plot} scales={scales} />}
      </div>
      <PlotTable plot={plot} />
    </figure>
  );
}

/** The subject has its own ink; what it is compared with differs by ink and by dashes. */
function looksOf(series: readonly PlotSeries[]): readonly string[] {
  let mains = 0;
  let others = 0;
  return series.map(({ main }) => (main ? `main-${mains++ % 3}` : `other-${others++ % 5}`));
}

function Key({ plot, looks }: { readonly plot: Plot; readonly looks: readonly string[] }) {
  if (plot.series.length < 2) return null;
  return (
    <ul className={css['key']}>
      {plot.series.map(({ name, kind }, row) => (
        <li key={name} data-look={looks[row]}>
          <svg width="22" height="10" aria-hidden="true" focusable="false">
            {kind === 'points' ? <circle className={css['point']} cx={11} cy={5} r={4} /> : <path className={css['line']} d="M0 5H22" />}
          </svg>
          {visible(name)}
        </li>
      ))}
    </ul>
  );
}

function Axes({
  plot,
  scales: { x, y, left, right, top, bottom, xTicks, yTicks, height },
}: {
  readonly plot: Plot;
  readonly scales: PlotScales;
}) {
  const from = Math.max(plot.x.from, plot.y.from);
  const to = Math.min(plot.x.to, plot.y.to);
  return (
    <>
      {yTicks.map((tick) => (
        <g key={tick}>
          <line className={css['grid']} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text className={css['tick']} x={left - 8} y={y(tick) + 4} textAnchor="end">
            {writeOn(plot.y, tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <g key={tick}>
          <line className={css['mark']} x1={x(tick)} x2={x(tick)} y1={bottom} y2={bottom + 4} />
          <text className={css['tick']} x={x(tick)} y={bottom + 17} textAnchor="middle">
            {writeOn(plot.x, tick)}
          </text>
        </g>
      ))}
      <line className={css['mark']} x1={left} x2={right} y1={bottom} y2={bottom} />
      {plot.diagonal === true ? <line className={css['diagonal']} x1={x(from)} y1={y(from)} x2={x(to)} y2={y(to)} /> : null}
      <text className={css['axis']} x={right} y={height - 6} textAnchor="end">
        {plot.x.label}
      </text>
      <text className={css['axis']} x={left + 4} y={top + 2}>
        {plot.y.label}
      </text>
    </>
  );
}

function Tip({
  near: { series, point },
  plot,
  scales: { x, width },
}: {
  readonly near: Near;
  readonly plot: Plot;
  readonly scales: PlotScales;
}) {
  const at = x(point.x);
  const place = at > width / 2 ? { right: width - at + 14 } : { left: at + 14 };
  return (
    <div className={css['tip']} style={place} aria-hidden="true">
      <strong>{visible(series.name)}</strong>
      {plot.x.label}: {writeOn(plot.x, point.x)}
      <br />
      {plot.y.label}: {writeHeight(plot.y, point)}
      {point.note === undefined ? null : <p>{visible(point.note)}</p>}
    </div>
  );
}

function nearestTo(event: React.PointerEvent<SVGSVGElement>, plot: Plot, scales: PlotScales): Near | null {
  const edge = event.currentTarget.getBoundingClientRect();
  let best: Near | null = null;
  let least = REACH;
  for (const series of plot.series)
    for (const point of series.points) {
      const far = Math.hypot(scales.x(point.x) - (event.clientX - edge.left), scales.y(point.y) - (event.clientY - edge.top));
      if (far < least) {
        least = far;
        best = { series, point };
      }
    }
  return best;
}
