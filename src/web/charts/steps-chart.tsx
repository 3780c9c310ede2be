import { useElementSize } from '@mantine/hooks';
import css from './band-chart.module.css';
import { ChartAxes } from './chart-axes.tsx';
import { areaPath, linePath } from './chart-paths.ts';
import type { ChartPoint } from './chart-point.ts';
import { type ChartScales, scalesOf } from './chart-scales.ts';

export interface StepsChartProps {
  readonly label: string;
  /** `at` counts steps from 0. */
  readonly average: readonly ChartPoint[];
  readonly worst: readonly ChartPoint[];
  readonly write: (value: number) => string;
  /** What is counted below, e.g. `people away`. */
  readonly steps: string;
}

const HEIGHT = 190;
const GAP = 14;

/** Two shares over whole steps: the usual course with its band, and the worst, each with its name at its end. */
export function StepsChart({ label, average, worst, write, steps }: StepsChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const last = Math.max(1, average.length - 1);
  const scales = scalesOf(average, {
    span: { from: 0, to: last },
    width: Math.max(240, width),
    height: HEIGHT,
    top: 1,
    endLabel: 'on average 00 %',
  });
  // The last mark carries a word; the one before it makes room.
  const marks = average
    .filter(({ at }) => at !== last - 1 || last < 2)
    .map(({ at }) => ({ at, text: at === last ? `${at} ${steps}` : String(at) }));
  return (
    <figure className={css['chart']} ref={ref}>
      <svg width={scales.width} height={HEIGHT} role="img" aria-label={label}>
        <ChartAxes scales={{ ...scales, years: marks }} height={HEIGHT} write={write} turns={[]} />
        <path className={css['area']} d={areaPath(average, scales)} />
        <path className={css['line']} d={linePath(average, scales)} />
        <path className={css['worst']} d={linePath(worst, scales)} />
        {worst.map((point) => (
          <circle key={point.at} className={css['worstPoint']} cx={scales.x(point.at)} cy={scales.y(point.value)} r={2.5} />
        ))}
        <EndNames scales={scales} average={average.at(-1)} worst={worst.at(-1)} write={write} />
      </svg>
    </figure>
  );
}

interface EndNamesProps {
  readonly scales: ChartScales;
  readonly average: ChartPoint | undefined;
  readonly worst: ChartPoint | undefined;
  readonly write: (value: number) => string;
}

/** Names at the ends of the two lines, never one over the other. */
function EndNames({ scales: { x, y }, average, worst, write }: EndNamesProps) {
  if (average === undefined || worst === undefined) return null;
  const upper = Math.min(y(average.value), y(worst.value) - GAP);
  return (
    <>
      <text className={css['name']} x={x(average.at) + 9} y={upper + 4}>
        on average {write(average.value)}
      </text>
      <text className={css['name']} data-worst="true" x={x(worst.at) + 9} y={y(worst.value) + 4}>
        at worst {write(worst.value)}
      </text>
    </>
  );
}
