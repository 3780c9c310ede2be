import { useState } from 'react';
import { countOf, percentOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import { useSlowAnswer } from '#web/data/use-call.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import type { RowOf } from '#web/worker/questions.ts';
import css from './leavers.module.css';

/** The same loss by who really left, by past absences over again, and by lot. Past moments are judged anew, so it is asked for only when opened. */
export function Leavers({ at }: { readonly at: number | null }) {
  const [opened, setOpened] = useState(false);
  const { result, problem } = useSlowAnswer('leavers', opened ? {} : undefined, at);
  return (
    <details className={css['leavers']} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>By those who really left, by past absences over again, and by lot</summary>
      {problem === null ? null : <p>{problem.message}</p>}
      {!opened || problem !== null ? null : result === null ? (
        <output>Judging past half-years from what was known then …</output>
      ) : (
        <LeaversTable rows={result.rows} />
      )}
    </details>
  );
}

function LeaversTable({ rows }: { readonly rows: readonly RowOf<'leavers'>[] }) {
  if (rows.length === 0) return <p>There is no case of any of them yet.</p>;
  return (
    <ScrollBox label="What leavers would cost" className={css['scroll']!}>
      <table>
        <thead>
          <tr>
            <th scope="col">Whose leaving</th>
            <th scope="col">Cases</th>
            <th scope="col">On average</th>
            <th scope="col">One of twenty</th>
            <th scope="col">Beyond it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.leavers}>
              <th scope="row">{visible(row.means)}</th>
              <td>{countOf(row.cases)}</td>
              {[row.expected, row.quantile, row.tail].map((share, at) => (
                // Three figures in fixed places.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={at}>
                  <NumberButton why={`leavers:${row.because ?? 'value'}`}>{percentOf(share)}</NumberButton>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
