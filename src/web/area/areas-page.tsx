import { Link } from '@tanstack/react-router';
import { amountWithBand, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { VERDICTS, type Verdict } from '#core/terms/verdict.ts';
import { visible } from '#core/report/visible.ts';
import type { AreaRow } from '#web/data/area-answer.ts';
import { useAreas } from '#web/data/area-answer.ts';
import { Band } from '#web/parts/band.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import css from './areas-page.module.css';

const ORDER: readonly Verdict[] = ['stops', 'degrades', 'moves', 'not judged'];

/** All areas in one table, worst first; every figure opens its because. */
export function AreasPage() {
  const [address, change] = useAddress();
  const { result, problem } = useAreas(momentOf(address.at));
  const wanted = VERDICTS.find((verdict) => verdict === address.verdict);
  if (problem !== null)
    return (
      <div className={css['page']}>
        <Problem problem={problem} />
      </div>
    );
  if (result === null)
    return (
      <div className={css['page']}>
        <p className={css['headline']} role="status">
          Judging every area …
        </p>
      </div>
    );
  const rows = result.rows.filter((row) => wanted === undefined || row.verdict === wanted);
  return (
    <div className={css['page']}>
      <h1 className={css['headline']}>{visible(result.reading)}</h1>
      <div className={css['filters']} role="group" aria-label="Verdict">
        <button type="button" aria-pressed={wanted === undefined} onClick={() => change({ verdict: undefined }, { replace: true })}>
          All {result.rows.length}
        </button>
        {ORDER.map((verdict) => {
          const count = result.rows.filter((row) => row.verdict === verdict).length;
          return count === 0 ? null : (
            <button key={verdict} type="button" aria-pressed={wanted === verdict} onClick={() => change({ verdict }, { replace: true })}>
              <VerdictMark verdict={verdict} /> {count}
            </button>
          );
        })}
      </div>
      <div className={css['scroll']} tabIndex={0} role="region" aria-label="Areas, as a table">
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">Verdict</th>
              <th scope="col">Carried by</th>
              <th scope="col">Still carried</th>
              <th scope="col" className={css['number']}>
                Changes expected
              </th>
              <th scope="col" className={css['number']}>
                Would find nobody
              </th>
              <th scope="col" className={css['number']}>
                How sure
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.id} row={row} at={address.at} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Line({ row, at }: { readonly row: AreaRow; readonly at: string | undefined }) {
  const why = `areas:${row.because}`;
  return (
    <tr>
      <th scope="row">
        <Link to="/areas/$area" params={{ area: row.id }} search={at === undefined ? {} : { at }}>
          {visible(row.area)}
        </Link>
      </th>
      <td>
        <VerdictMark verdict={row.verdict} />
      </td>
      <td>{visible(row.carriers)}</td>
      <td className={css['carried']}>
        {row.carried === null ? (
          <span className={css['hatch']}>not judged</span>
        ) : (
          <>
            <Band estimate={row.carried} what={`${row.area}: still carried`} />
            <NumberButton why={why}>{percentWithBand(row.carried)}</NumberButton>
          </>
        )}
      </td>
      <td className={css['number']}>
        {row.expected === null ? '–' : <NumberButton why={why}>{amountWithBand(row.expected)}</NumberButton>}
      </td>
      <td className={css['number']}>{row.stalled === null ? '–' : <NumberButton why={why}>{amountWithBand(row.stalled)}</NumberButton>}</td>
      <td className={css['number']}>{row.sure === null ? '–' : percentOf(row.sure)}</td>
    </tr>
  );
}
