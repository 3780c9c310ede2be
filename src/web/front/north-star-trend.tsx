import { visible } from '#core/report/visible.ts';
import { percentOf, percentWithBand } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import { BandChart } from '#web/charts/band-chart.tsx';
import type { ChartPoint } from '#web/charts/chart-point.ts';
import { useTrendAnswer } from '#web/data/use-call.ts';
import { type Series, useSeries } from '#web/data/use-series.ts';
import { useWorld } from '#web/data/world-context.ts';
import { useAddress } from '#web/shell/address.ts';
import css from './notes.module.css';

/** Fewer points than this are no line. */
const LEAST_POINTS = 3;

/** The north star over time, and what moved it most in the last year. */
export function NorthStarTrend() {
  const [, change] = useAddress();
  const { earlier: Earlier } = useWorld();
  const series = useSeries(null);
  useTrendAnswer(null, series.whole);
  return (
    <section className={css['notes']}>
      <h2>How it came to be</h2>
      {series.carried.length < LEAST_POINTS ? (
        <Unready series={series} />
      ) : (
        <>
          <BandChart
            title="Work still carried in the worst single absence, over time"
            points={series.carried}
            span={series.span}
            top={1}
            write={percentOf}
            say={say}
            onPick={(at) => change({ at: dateOf(at) })}
            whyOf={whyOf}
          />
          <ul className={css['moved']}>
            {series.moved.map((sentence) => (
              <li key={sentence}>{visible(sentence)}</li>
            ))}
          </ul>
        </>
      )}
      {Earlier === undefined ? null : <Earlier area={null} />}
    </section>
  );
}

function Unready({ series: { problem, whole } }: { readonly series: Series }) {
  if (problem !== null) return <p className={css['none']}>{problem.message}</p>;
  return (
    <output className={css['none']}>
      {whole ? 'The history is too short for a trend: it takes three months at least.' : 'Reading the months before …'}
    </output>
  );
}

function whyOf({ at }: ChartPoint): string {
  return `trend:${dateOf(at)}`;
}

function say(point: ChartPoint): string {
  return `${percentWithBand({ ...point, level: 0.9 })} would still be carried in the worst single absence.`;
}
