import { amountOf, amountWithBand, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import { BandChart } from '#web/charts/band-chart.tsx';
import type { ChartPoint } from '#web/charts/chart-point.ts';
import { useTrendAnswer } from '#web/data/use-call.ts';
import { useSeries } from '#web/data/use-series.ts';
import { useWorld } from '#web/data/world-context.ts';
import { useAddress } from '#web/shell/address.ts';
import css from './area-page.module.css';

/** Cover and demand of one area, side by side over the same time. */
export function AreaOverTime({ row }: { readonly row: number }) {
  const { facts } = useWorld();
  const [, change] = useAddress();
  const { carried, expected, span, whole, problem } = useSeries(row);
  useTrendAnswer(facts.areas[row]?.id ?? null, whole && row >= 0);
  if (row < 0 || problem !== null) return null;
  const pick = (at: number): void => change({ at: dateOf(at) });
  const turns = [
    { at: facts.stopsBelow, word: 'stops below' },
    { at: facts.movesFrom, word: 'moves from' },
  ];
  return (
    <div className={css['charts']} aria-busy={!whole}>
      <section>
        <h2>Still carried in the worst single absence</h2>
        <BandChart
          title="Still carried in the worst single absence"
          points={carried}
          span={span}
          top={1}
          write={percentOf}
          say={sayCarried}
          turns={turns}
          onPick={pick}
          whyOf={whyOf}
        />
      </section>
      <section>
        <h2>Changes expected in {facts.absenceDays} days</h2>
        <BandChart
          title={`Changes expected in ${facts.absenceDays} days`}
          points={expected}
          span={span}
          top={4}
          write={amountOf}
          say={sayExpected}
          onPick={pick}
          whyOf={whyOf}
        />
      </section>
    </div>
  );
}

function whyOf({ at }: ChartPoint): string {
  return `trend:${dateOf(at)}`;
}

function sayCarried(point: ChartPoint): string {
  return `${percentWithBand({ ...point, level: 0.9 })} would still have been carried.`;
}

function sayExpected(point: ChartPoint): string {
  return `${amountWithBand({ ...point, level: 0.9 })} changes were expected.`;
}
