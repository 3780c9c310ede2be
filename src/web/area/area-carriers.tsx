import { visible } from '#core/report/visible.ts';
import { countOf, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { useWorld } from '#web/data/world-context.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import css from './area-page.module.css';
import type { AnswerOf, RowOf } from '#web/worker/questions.ts';

/** Who carries the area, by role; names only on one's own machine, and never in any order but the alphabet's. */
export function AreaCarriers({ answer }: { readonly answer: AnswerOf<'explain'> }) {
  const { facts } = useWorld();
  const named = facts.mode === 'solo';
  return (
    <section className={css['carriers']}>
      <h2>Who carries it</h2>
      {answer.rows.length === 0 ? (
        <p className={css['none']}>Nobody who is likely to be here has shown to know it.</p>
      ) : (
        <ScrollBox label="Who carries it" className={css['scroll']!}>
          <table>
            <thead>
              <tr>
                <th scope="col">{named ? 'Person, from A to Z' : 'People'}</th>
                <th scope="col">Stands to it</th>
                {named ? (
                  <>
                    <th scope="col">Knows</th>
                    <th scope="col">Here</th>
                    <th scope="col">Changes</th>
                    <th scope="col">Last</th>
                  </>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {answer.rows.map((row) => (
                <CarrierLine key={`${row.person} ${row.because ?? row.role}`} row={row} isNamed={named} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function CarrierLine({ row, isNamed }: { readonly row: RowOf<'explain'>; readonly isNamed: boolean }) {
  return (
    <tr>
      <th scope="row">{visible(row.person)}</th>
      <td>{row.role}</td>
      {isNamed ? (
        <>
          <td>
            {row.knows === null ? (
              '–'
            ) : row.because === undefined ? (
              percentWithBand(row.knows)
            ) : (
              <NumberButton why={`explain:${row.because}`}>{percentWithBand(row.knows)}</NumberButton>
            )}
          </td>
          <td>{row.present === null ? '–' : percentOf(row.present)}</td>
          <td>{row.changes === null ? '–' : countOf(row.changes)}</td>
          <td>{row.last ?? '–'}</td>
        </>
      ) : null}
    </tr>
  );
}
