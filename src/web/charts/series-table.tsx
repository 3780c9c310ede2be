import { dateOf } from '#core/terms/moment.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import type { ChartPoint } from './chart-point.ts';
import css from './band-chart.module.css';

export interface SeriesTableProps {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  readonly write: (value: number) => string;
  /** Which because explains a point; without it figures cannot be opened. */
  readonly whyOf?: (point: ChartPoint) => string;
}

/** The chart's twin for keyboard and screen reader, newest first. */
export function SeriesTable({ title, points, write, whyOf }: SeriesTableProps) {
  return (
    <details className={css['twin']}>
      <summary>As a table</summary>
      <ScrollBox label={`${title}, as a table`} className={css['scroll']!}>
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Value</th>
              <th scope="col">Interval</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={point.at}>
                <th scope="row">{dateOf(point.at)}</th>
                <td>
                  {Number.isNaN(point.value) ? (
                    'not judged'
                  ) : whyOf === undefined ? (
                    write(point.value)
                  ) : (
                    <NumberButton why={whyOf(point)}>{write(point.value)}</NumberButton>
                  )}
                </td>
                <td>{Number.isNaN(point.value) ? '' : `${write(point.low)}–${write(point.high)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
