import { percentOf, percentWithBand } from '#core/terms/figures.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { visible } from '#core/report/visible.ts';
import { BandChart } from '#web/charts/band-chart.tsx';
import { useTrend } from '#web/data/trend-answer.ts';
import { useAddress } from '#web/shell/address.ts';
import css from './closing-notes.module.css';

/** The north star month by month, and what moved it most. */
export function NorthStarTrend() {
  const [, change] = useAddress();
  const { points, moved, waiting, problem } = useTrend(null);
  return (
    <section className={css['notes']}>
      <h2>How it came to be</h2>
      {problem !== null ? (
        <p className={css['none']}>{problem.message}</p>
      ) : points.length < 3 ? (
        <p className={css['none']} role="status">
          {waiting ? 'Reading the months before …' : 'The history is too short for a trend: three months are the least.'}
        </p>
      ) : (
        <>
          <BandChart
            title="Work still carried in the worst single absence, by month"
            points={points}
            top={1}
            write={percentOf}
            say={(point) => `${percentWithBand({ ...point, level: 0.9 })} would still be carried in the worst single absence.`}
            onPick={(at) => change({ at: dateOf(at - DAY) })}
          />
          <ul className={css['moved']}>
            {moved.map((sentence) => (
              <li key={sentence}>{visible(sentence)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
