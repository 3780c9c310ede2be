import { dateOf } from '#core/terms/moment.ts';
import type { ChartPoint } from './band-chart.tsx';
import css from './band-chart.module.css';

const MOST_ROWS = 60;

/** The chart's twin for keyboard and screen reader. */
export function SeriesTable({
  title,
  points,
  write,
}: {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  readonly write: (value: number) => string;
}) {
  const shown = points.slice(-MOST_ROWS);
  return (
    <details className={css['twin']}>
      <summary>As a table</summary>
      <div className={css['scroll']} tabIndex={0} role="region" aria-label={`${title}, as a table`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Value</th>
              <th scope="col">Interval</th>
            </tr>
          </thead>
          <tbody>
            {[...shown].reverse().map((point) => (
              <tr key={point.at}>
                <th scope="row">{dateOf(point.at)}</th>
                <td>{Number.isNaN(point.value) ? 'not judged' : write(point.value)}</td>
                <td>{Number.isNaN(point.value) ? '' : `${write(point.low)}–${write(point.high)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
