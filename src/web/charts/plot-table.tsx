import type { Plot } from '#core/terms/plot.ts';
import { visible } from '#core/report/visible.ts';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import css from './plot-chart.module.css';
import { writeOn } from './plot-scales.ts';

/** The plot's twin for keyboard, screen reader and spreadsheet: every point that is drawn. */
export function PlotTable({ plot }: { readonly plot: Plot }) {
  return (
    <details className={css['twin']}>
      <summary>As a table</summary>
      <ScrollBox label={`${plot.title}, as a table`} className={css['scroll']!}>
        <table>
          <thead>
            <tr>
              <th scope="col">Series</th>
              <th scope="col">{plot.x.label}</th>
              <th scope="col">{plot.y.label}</th>
              <th scope="col">Interval</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {plot.series.flatMap(({ name, points }) =>
              points.map(({ x, y, low, high, note }) => (
                <tr key={`${name} ${x} ${y}`}>
                  <th scope="row">{visible(name)}</th>
                  <td>{writeOn(plot.x, x)}</td>
                  <td>{writeOn(plot.y, y)}</td>
                  <td>{low === undefined || high === undefined ? '' : `${writeOn(plot.y, low)}–${writeOn(plot.y, high)}`}</td>
                  <td>{note === undefined ? '' : visible(note)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
