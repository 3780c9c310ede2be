import { visible } from '#core/report/visible.ts';
import { amountWithBand, percentOf, percentWithBand } from '#core/terms/figures.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { keepDate, useAddress } from '#web/shell/address.ts';
import css from './areas-page.module.css';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';

/** From this share of its expected work on, an area says what no person has shown to understand. */
const SHOWN_FROM = 0.05;

/** Areas as rows; worst first, as core orders them. */
export function AreasTable({ rows }: { readonly rows: readonly AreaRow[] }) {
  return (
    <ScrollBox label="Areas, as a table" className={css['scroll']!}>
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
            <AreaLine key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function AreaLine({ row }: { readonly row: AreaRow }) {
  const [address] = useAddress();
  return (
    <tr>
      <th scope="row">
        <PageLink to={areaPath(row.id)} search={keepDate(address)}>
          {visible(row.area)}
        </PageLink>
      </th>
      <td>
        <VerdictMark verdict={row.verdict} />
      </td>
      <td>
        {visible(row.carriers)}
        {row.notUnderstood === null || row.notUnderstood < SHOWN_FROM ? null : (
          <span className={css['not']}>{percentOf(row.notUnderstood)} not understood by anybody</span>
        )}
      </td>
      <td className={css['carried']}>
        {row.carried === null ? (
          <span className={css['hatch']}>not judged</span>
        ) : (
          <>
            <Band estimate={row.carried} what={`${row.area}: still carried`} />
            <NumberButton why={`areas:${row.because}`}>{percentWithBand(row.carried)}</NumberButton>
          </>
        )}
      </td>
      <Amount row={row} estimate={row.expected} />
      <Amount row={row} estimate={row.stalled} />
      <td className={css['number']}>
        {row.sure === null ? '–' : <NumberButton why={`areas:${row.because}`}>{percentOf(row.sure)}</NumberButton>}
      </td>
    </tr>
  );
}

function Amount({ row, estimate }: { readonly row: AreaRow; readonly estimate: Estimate | null }) {
  return (
    <td className={css['number']}>
      {estimate === null ? '–' : <NumberButton why={`areas:${row.because}`}>{amountWithBand(estimate)}</NumberButton>}
    </td>
  );
}
