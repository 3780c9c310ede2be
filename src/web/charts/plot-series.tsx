import type { PlotPoint, PlotSeries } from '#core/terms/plot.ts';
import css from './plot-chart.module.css';
import type { PlotScales } from './plot-scales.ts';

interface SeriesProps {
  readonly series: PlotSeries;
  /** Sets what distinguishes it from others: ink and dashes. */
  readonly look: string;
  readonly scales: PlotScales;
}

/** One series: its band or bars of uncertainty, its line, and its points. */
export function PlotSeriesMarks({ series: { kind, points }, look, scales }: SeriesProps) {
  const sorted = points.toSorted((a, b) => a.x - b.x);
  const sure = sorted.filter(({ low, high }) => low !== undefined && high !== undefined);
  return (
    <g data-look={look}>
      {kind !== 'points' && sure.length > 1 ? <path className={css['band']} d={bandPath(sure, { kind, scales })} /> : null}
      {kind === 'points' ? null : <path className={css['line']} d={path(sorted, { kind, scales })} />}
      {kind === 'points' ? sure.map((point) => <Whisker key={`${point.x} ${point.y}`} point={point} scales={scales} />) : null}
      {sorted.map((point) => (
        <circle
          key={`${point.x} ${point.y}`}
          className={css['point']}
          cx={scales.x(point.x)}
          cy={scales.y(point.y)}
          r={kind === 'points' ? 4 : 2.5}
        />
      ))}
    </g>
  );
}

function Whisker({ point, scales: { x, y } }: { readonly point: PlotPoint; readonly scales: PlotScales }) {
  const at = x(point.x);
  const low = y(point.low!);
  const high = y(point.high!);
  return <path className={css['whisker']} d={`M${at} ${low}V${high}M${at - 3} ${low}h6M${at - 3} ${high}h6`} />;
}

interface Drawn {
  readonly kind: PlotSeries['kind'];
  readonly scales: PlotScales;
}

function path(points: readonly PlotPoint[], { kind, scales: { x, y } }: Drawn): string {
  return points
    .map((point, index) => {
      const to = `${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`;
      if (index === 0) return `M${to}`;
      return kind === 'steps' ? `H${x(point.x).toFixed(1)}V${y(point.y).toFixed(1)}` : `L${to}`;
    })
    .join('');
}

/** Between the lower and the upper ends of the intervals; steps keep their corners. */
function bandPath(points: readonly PlotPoint[], drawn: Drawn): string {
  const over = path(
    points.map(({ x, high }) => ({ x, y: high! })),
    drawn,
  );
  const { x, y } = drawn.scales;
  const under = points
    .map(({ x: at, low }, index) => ({ at, low: low!, before: points[index - 1]?.low }))
    .toReversed()
    .map(({ at, low, before }) => {
      const corner = drawn.kind === 'steps' && before !== undefined ? `L${x(at).toFixed(1)} ${y(before).toFixed(1)}` : '';
      return `L${x(at).toFixed(1)} ${y(low).toFixed(1)}${corner}`;
    })
    .join('');
  return `${over}${under}Z`;
}
