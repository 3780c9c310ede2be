import { visible } from '#core/report/visible.ts';
import { amountWithBand, percentWithBand } from '#core/terms/figures.ts';
import { useSlowAnswer } from '#web/data/use-call.ts';
import { Icon } from '#web/look/icons.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { TableBox } from '#web/plain/table-box.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { keepDate, useAddress } from '#web/shell/address.ts';
import type { RowOf } from '#web/worker/questions.ts';
import css from './pairs-list.module.css';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';

/** Two people who must not be away on the same days: by area and alphabet, as a matter of dates. */
export function PairsList({ at }: { readonly at: number | null }) {
  const { result: answer, problem } = useSlowAnswer('pairs', {}, at);
  if (problem !== null) return null;
  return (
    <section className={css['pairs']} aria-busy={answer === null}>
      <h2>Not on the same days</h2>
      {answer === null ? (
        <output className={css['say']}>Trying every two people …</output>
      ) : (
        <>
          <p className={css['say']}>
            <Sentence text={answer.reading.replace(': understudy areas.', '.')} /> <NumberButton why="pairs:value">Why</NumberButton>
          </p>
          {answer.rows.length === 0 ? null : <PairsTable rows={answer.rows} />}
        </>
      )}
    </section>
  );
}

function PairsTable({ rows }: { readonly rows: readonly RowOf<'pairs'>[] }) {
  const [address] = useAddress();
  return (
    <TableBox label="Pairs that must not be away together" className={css['rows']}>
      <table>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Not together</th>
            <th scope="col">Either away, both away</th>
            <th scope="col">Still carried</th>
            <th scope="col">Would wait</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.id} ${row.together.join(' ')}`}>
              <th scope="row">
                <PageLink to={areaPath(row.id)} search={keepDate(address)}>
                  {visible(row.area)}
                </PageLink>
              </th>
              <td>{row.together.map((name) => visible(name)).join(' and ')}</td>
              <td className={css['verdicts']}>
                <VerdictMark verdict={row.alone} word={false} /> <Icon name="right" size={12} /> <VerdictMark verdict={row.verdict} />
              </td>
              <td>{percentWithBand(row.carried)}</td>
              <td>{amountWithBand(row.stalled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
